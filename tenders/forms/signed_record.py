"""Registering the signed copy of a record: the file is read for its SHA-256 and not kept."""

import hashlib

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.uploads import MOST_PER_FILE
from tenders.forms.award import DayField, PartForm

MEGABYTE = 1024 * 1024


class SignedRecordForm(PartForm):
    file = forms.FileField(
        label=gettext_lazy("Getekend verslag"),
        help_text=gettext_lazy(
            "Bijvoorbeeld een scan als PDF. Het bestand zelf wordt niet bewaard; bewaar het in uw archief."
        ),
    )
    signed_on = DayField(label=gettext_lazy("Getekend op"))

    def clean_file(self) -> str:
        """Its SHA-256."""
        file = self.cleaned_data["file"]
        if file.size > MOST_PER_FILE:
            most = MOST_PER_FILE // MEGABYTE
            raise forms.ValidationError(_("Dit bestand is groter dan %(most)s MB.") % {"most": most})
        digest = hashlib.sha256()
        for chunk in file.chunks():
            digest.update(chunk)
        return digest.hexdigest()
