"""Choosing a filled-in workbook."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy

from procurement.file_form import FileForm
from procurement.incoming import Limits, Refused, Table, read_rows
from procurement.incoming.kinds import WORKBOOKS
from procurement.incoming.limits import STANDARD
from procurement.returned_sheets import WrongSheet
from procurement.words import words

Found = TypeVar("Found")


class ReturnedSheetForm(FileForm):
    """The file; its content is read, and kept nowhere."""

    file = forms.FileField(
        label=gettext_lazy("Ingevuld werkblad"),
        help_text=gettext_lazy("Een .xlsx of .ods dat u hier hebt gedownload, hooguit 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods"}),
    )
    too_large = gettext_lazy("Dit bestand is groter dan 10 MB. Haal afbeeldingen of bladen weg.")

    def __init__(self, *args: Any, label: str = "", **options: Any) -> None:
        """`label` names a file that is compared and that nobody fills in."""
        super().__init__(*args, **options)
        if label:
            self.fields["file"].label = label

    def compared_by(self, compare: Callable[[Table], Found], limits: Limits = STANDARD) -> Found | None:
        """What `compare` finds in the file; None when the form says why there is nothing to compare."""
        if not self.is_valid():
            return None
        file = self.cleaned_data["file"]
        try:
            return compare(read_rows(file.read(), file.name or "", limits, WORKBOOKS))
        except (Refused, WrongSheet) as refused:
            self.refuse(refused)
        return None

    def refuse(self, refused: Refused | WrongSheet) -> None:
        text = refused.refusal.text if isinstance(refused, Refused) else refused.text
        self.add_error("file", words(text))
