"""A table of product footprints made by others: it is read, shown and kept nowhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy

from procurement.file_form import FileForm
from procurement.incoming import Refused, Sheet, read_rows, refuse_unsafe
from procurement.incoming.kinds import TABLES, Kind, kind_of
from procurement.words import readers_language
from tenders.lifecycle.table.product_row import ProductTable
from tenders.lifecycle.table.reading import read_sheet, read_table
from tenders.lifecycle.table.refusals import UnreadableTable


class ProductTableForm(FileForm):
    """Of a valid form `cleaned_data["file"]` is a `ProductTable`."""

    file = forms.FileField(
        label=gettext_lazy("Tabel met voetafdrukken van producten"),
        help_text=gettext_lazy(
            "Een .csv (UTF-8), .xlsx of .ods van hooguit 10 MB. De eerste regel noemt de kolommen, zoals "
            "manufacturer, name en gwp_total (Boavizta), of fabrikant, product en co2e totaal."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in TABLES)}),
    )
    too_large = gettext_lazy("Dit bestand is groter dan 10 MB. Splits de tabel.")
    button = ("read", gettext_lazy("Lees de tabel"))

    def clean_file(self) -> ProductTable:
        file: UploadedFile[Any] = super().clean_file()
        language = readers_language()
        try:
            return _read(file.read(), file.name or "")
        except Refused as refused:
            raise ValidationError(refused.refusal.text.to(language)) from refused
        except UnreadableTable as unreadable:
            raise ValidationError(unreadable.problem.to(language)) from unreadable


def _read(content: bytes, name: str) -> ProductTable:
    """Text goes whole to the reader, because the whole file decides what a comma means."""
    if kind_of(name) is Kind.CSV:
        refuse_unsafe(content, name)
        return read_table(content)
    filled = [each for each in read_rows(content, name).sheets if each.rows and not each.hidden]
    return read_sheet(filled[0] if filled else Sheet("", ()))
