"""Other values to look at: all empty is as published."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.language import Text
from procurement.numbers import in_both
from procurement.words import words
from tenders.forms.bids import without_form_tag
from tenders.forms.fields import DutchDecimalField, WholeNumberField
from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.what_if.changes import LIMITS, LONGEST_HORIZON, Changes
from tenders.reports.life_cycle.amounts import exact
from tenders.reports.life_cycle.parameters import ESTIMATES

AS_PUBLISHED = ""


def _number(name: str, label: Any, *, percent: bool = False) -> DutchDecimalField:
    limits, factor = LIMITS[name], 100 if percent else 1
    return DutchDecimalField(
        label=label, required=False, min_value=limits.least * factor, max_value=limits.most * factor
    )


class WhatIfForm(forms.Form):
    """Sent by GET, so that a page of other values is never taken for something that was kept."""

    grid_factor = _number("grid_factor", gettext_lazy("CO2e per kWh van het stroomnet (kg)"))
    estimate = forms.ChoiceField(label=gettext_lazy("Prijs van CO2e"), required=False)
    carbon_price = _number("carbon_price", gettext_lazy("Of een eigen prijs van CO2e (€ per kg)"))
    horizon = WholeNumberField(
        label=gettext_lazy("Looptijd in hele jaren"),
        required=False,
        min_value=1,
        max_value=LONGEST_HORIZON,
        widget=forms.TextInput(attrs={"class": "number", "inputmode": "numeric", "autocomplete": "off"}),
    )
    rate = _number("rate", gettext_lazy("Disconteringsvoet (% per jaar)"), percent=True)
    electricity_price = _number("electricity_price", gettext_lazy("Prijs van een kWh (€)"))
    helper = without_form_tag()

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        estimates = [(each.value, words(ESTIMATES[each])) for each in Estimate]
        self.fields["estimate"].choices = [(AS_PUBLISHED, _("zoals bekendgemaakt")), *estimates]  # type: ignore[attr-defined]
        for name in _without_part(plan):
            del self.fields[name]
        for name, published in _published(plan).items():
            if name in self.fields:
                self.fields[name].help_text = _("Bekendgemaakt: %(value)s") % {"value": words(published)}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("estimate") and given.get("carbon_price") is not None:
            self.add_error(
                "carbon_price", _("Kies een van de drie bekendgemaakte prijzen, of vul een eigen prijs in.")
            )
        return given

    def changes(self) -> Changes:
        given = self.cleaned_data
        estimate = given.get("estimate")
        return Changes(
            grid_factor=_amount("grid_factor", given),
            carbon_price=Estimate(estimate) if estimate else _amount("carbon_price", given),
            horizon=given.get("horizon"),
            rate=_amount("rate", {"rate": _part(given.get("rate"))}),
            electricity_price=_amount("electricity_price", given),
        )


def _part(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent.scaleb(-2)


def _amount(name: str, given: dict[str, Any]) -> Quantity | None:
    value = given.get(name)
    return None if value is None else quantity(value, LIMITS[name].unit)


def _published(plan: Plan) -> dict[str, Text]:
    """What holds when the field stays empty. Of the price of CO2e the one that counts."""
    found: dict[str, Text] = {}
    if plan.grid_factor:
        found["grid_factor"] = exact(plan.grid_factor.value)
    if plan.horizon:
        found["horizon"] = in_both(Decimal(plan.horizon))
    if plan.cost:
        found["rate"] = exact(plan.cost.rate.value * 100)  # in percent, as the field asks
        if plan.cost.electricity_price:
            found["electricity_price"] = exact(plan.cost.electricity_price.value)
        if plan.cost.carbon_price:
            found["estimate"] = ESTIMATES[plan.cost.carbon_price.counts]
    return found


def _without_part(plan: Plan) -> list[str]:
    """What this calculation does not use cannot be changed."""
    cost = plan.cost
    used = {
        "grid_factor": plan.grid_factor is not None,
        "estimate": cost is not None and cost.carbon_price is not None,
        "carbon_price": cost is not None and cost.carbon_price is not None,
        "horizon": plan.horizon is not None,
        "rate": cost is not None,
        "electricity_price": cost is not None and cost.electricity_price is not None,
    }
    return [name for name, is_used in used.items() if not is_used]
