"""Adding a Word file as house style."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.documents.house_style.reading import LIMITS
from procurement.documents.house_style.value import UnusableHouseStyle
from procurement.words import words


class HouseStyleForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Word-bestand"),
        help_text=gettext_lazy("Een .docx of .dotx van hooguit 5 MB, zonder macro’s."),
        widget=forms.FileInput(attrs={"accept": ".docx,.dotx"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.add_input(Submit("add", gettext_lazy("Probeer en bewaar")))

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LIMITS.file_bytes:
            raise ValidationError(_("Dit bestand is groter dan 5 MB. Maak de afbeeldingen kleiner."))
        return file

    def refuse(self, unusable: UnusableHouseStyle) -> None:
        """Everything that is wrong with the file, with its place."""
        for problem in unusable.problems:
            said = words(problem.text)
            self.add_error("file", said if problem.place in said else f"{problem.place}: {said}")
