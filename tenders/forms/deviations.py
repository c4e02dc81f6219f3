"""What of the comply-or-explain register is asked for, and the period of the report for the board."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tenders.forms.award import DayField
from tenders.forms.catalogue import ALL
from tenders.reports.board.figures import Period
from tenders.services.deviations import Asked, Choices, Order, State

STATES = (
    (State.STANDS.value, gettext_lazy("laatste reden")),
    (State.REPLACED.value, gettext_lazy("vervangen")),
    (State.TAKEN_BACK.value, gettext_lazy("teruggenomen")),
)
ORDERS = (
    (Order.NEWEST.value, gettext_lazy("nieuwste eerst")),
    (Order.OLDEST.value, gettext_lazy("oudste eerst")),
    (Order.TENDER.value, gettext_lazy("per aanbesteding")),
    (Order.RULE.value, gettext_lazy("per regel")),
)


class DeviationsFilter(forms.Form):
    """Everything is optional."""

    rule = forms.ChoiceField(label=gettext_lazy("Regel"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Jaar"), required=False)
    tender = forms.ChoiceField(label=gettext_lazy("Aanbesteding"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Stand"), required=False, choices=(ALL, *STATES))
    order = forms.ChoiceField(label=gettext_lazy("Volgorde"), required=False, choices=ORDERS)

    def __init__(self, data: Mapping[str, Any], choices: Choices) -> None:
        super().__init__(data, auto_id="filter-%s")
        self._choose("rule", [(code, code) for code in choices.rules])
        self._choose("year", [(str(year), str(year)) for year in choices.years])
        self._choose("tender", [(str(key), reference) for key, reference in choices.tenders])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [ALL, *choices]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Of a valid form."""
        given = self.cleaned_data
        return Asked(
            rule=given.get("rule") or None,
            year=int(given["year"]) if given.get("year") else None,
            tender=int(given["tender"]) if given.get("tender") else None,
            state=State(given["state"]) if given.get("state") else None,
            order=Order(given["order"]) if given.get("order") else Order.NEWEST,
        )


class PeriodForm(forms.Form):
    """The period of the report, both days included."""

    start = DayField(label=gettext_lazy("Van"))
    end = DayField(label=gettext_lazy("Tot en met"))

    @classmethod
    def of_year(cls, today: date) -> "PeriodForm":
        return cls(initial={"start": date(today.year, 1, 1), "end": today})

    def period(self) -> Period:
        """What was filled in, once it is valid."""
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        start, end = given.get("start"), given.get("end")
        if start and end and start > end:
            self.add_error("end", gettext_lazy("De laatste dag ligt voor de eerste. Verbeter een van beide."))
        return given
