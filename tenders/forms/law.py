"""The period of which the page of changed law tells."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from tenders.forms.award import DayField

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
LIMITS = (MinValueValidator(FIRST), MaxValueValidator(LAST))
YEAR = timedelta(days=365)


class LawPeriod(forms.Form):
    """From and until, both included; what is left out is a year before and a year after today."""

    since = DayField(label=_("Vanaf"), required=False, validators=LIMITS)
    until = DayField(label=_("Tot en met"), required=False, validators=LIMITS)

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        self.usual = {"since": today - YEAR, "until": today + YEAR}
        super().__init__(data, initial=self.usual)

    def clean(self) -> dict[str, Any]:
        typed = {name: day for name, day in (super().clean() or {}).items() if day is not None}
        period = {**self.usual, **typed}
        if period["since"] > period["until"]:
            self.add_error("until", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        return period
