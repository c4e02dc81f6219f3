"""Adding a Word file as house style."""

from django import forms
from django.utils.translation import gettext_lazy

from procurement.documents.house_style.reading import LIMITS
from procurement.documents.house_style.value import UnusableHouseStyle
from procurement.file_form import FileForm
from procurement.words import words


class HouseStyleForm(FileForm):
    file = forms.FileField(
        label=gettext_lazy("Word-bestand"),
        help_text=gettext_lazy("Een .docx of .dotx van hooguit 5 MB, zonder macro’s."),
        widget=forms.FileInput(attrs={"accept": ".docx,.dotx"}),
    )
    most_bytes = LIMITS.file_bytes
    too_large = gettext_lazy("Dit bestand is groter dan 5 MB. Maak de afbeeldingen kleiner.")
    button = ("add", gettext_lazy("Probeer en bewaar"))

    def refuse(self, unusable: UnusableHouseStyle) -> None:
        """Everything that is wrong with the file, with its place."""
        for problem in unusable.problems:
            said = words(problem.text)
            self.add_error("file", said if problem.place in said else f"{problem.place}: {said}")
