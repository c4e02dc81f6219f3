"""A tender and its lots as they are typed in the admin: dates in order, codes that exist in form."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

CPV = re.compile(r"[0-9]{8}(?:-[0-9])?")


class TenderForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("contract_start"), given.get("contract_end")
        if starts and ends and ends < starts:
            self.add_error("contract_end", _("Het contract eindigt vóór het begint. Controleer beide data."))
        return given


class LotForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean_cpv(self) -> str:
        code = str(self.cleaned_data["cpv"])
        if code and not CPV.fullmatch(code):
            raise ValidationError(_("Een CPV-code heeft 8 cijfers, bijvoorbeeld 30213100-6."))
        return code
