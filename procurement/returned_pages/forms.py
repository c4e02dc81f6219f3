"""Choosing a filled-in workbook."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.incoming.limits import STANDARD


class ReturnedSheetForm(forms.Form):
    """The file; its content is read, and kept nowhere."""

    file = forms.FileField(
        label=gettext_lazy("Ingevuld werkblad"),
        help_text=gettext_lazy("Een .xlsx of .ods dat u hier hebt gedownload, hooguit 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.add_input(Submit("compare", gettext_lazy("Vergelijk")))

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > STANDARD.file_bytes:
            raise ValidationError(_("Dit bestand is groter dan 10 MB. Haal afbeeldingen of bladen weg."))
        return file
