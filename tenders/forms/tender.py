"""A tender and its lots as they are typed in the admin: dates in order, codes that exist in form."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tenders.services.retention import earliest_end, is_running

CPV = re.compile(r"[0-9]{8}(?:-[0-9])?")


class TenderForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("contract_start"), given.get("contract_end")
        if starts and ends and ends < starts:
            self.add_error("contract_end", _("Het contract eindigt vóór het begint. Controleer beide data."))
        self._check_planned_award(given)
        return given

    def _check_planned_award(self, given: dict[str, Any]) -> None:
        """The deadline is not among the fields any more once it was published."""
        planned, deadline = given.get("award_planned"), given.get("deadline", self.instance.deadline)
        if planned and deadline and planned < timezone.localdate(deadline):
            self.add_error("award_planned", _("De gunning valt vóór de inschrijving. Kies een latere dag."))

    def clean_keep_until(self) -> date | None:
        chosen: date | None = self.cleaned_data["keep_until"]
        runs = not self.instance.pk or is_running(self.instance)
        if runs and "keep_until" in self.changed_data and chosen and chosen <= timezone.localdate():
            raise ValidationError(
                _("Deze aanbesteding loopt nog. Kies een dag die nog komt, of laat dit leeg.")
            )
        earliest = earliest_end(self.instance) if self.instance.pk else None
        if chosen is not None and earliest is not None and chosen < earliest:
            text = _(
                "Bewaar het dossier ten minste drie jaar na de gunning: tot en met %(day)s"
                " (art. 2.56 Aw 2012)."
            )
            raise ValidationError(text % {"day": date_format(earliest, "j F Y")})
        return chosen


class LotForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean_cpv(self) -> str:
        code = str(self.cleaned_data["cpv"])
        if code and not CPV.fullmatch(code):
            raise ValidationError(_("Een CPV-code heeft 8 cijfers, bijvoorbeeld 30213100-6."))
        return code
