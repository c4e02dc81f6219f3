"""Other values for the whole comparison. Every change holds for every bid: there is none for one bid "
"alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from procurement.language import Text
from tenders.lifecycle.amount import wrong_unit
from tenders.lifecycle.cost.method import CarbonPrice, Estimate
from tenders.lifecycle.plan import CostTerms, Plan
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH, NUMBER, Unit
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """None is as published. `carbon_price`: one of the three published estimates, or a price of one's own."""

    grid_factor: Quantity | None = None  # kg CO2e per kWh
    carbon_price: Estimate | Quantity | None = None  # € per kg CO2e
    horizon: int | None = None  # years
    rate: Quantity | None = None  # a part of one, nominal or real as published
    electricity_price: Quantity | None = None  # € per kWh


@dataclass(frozen=True, slots=True)
class Limits:
    unit: Unit
    least: Decimal
    most: Decimal


LIMITS = {
    "grid_factor": Limits(KG_CO2E / KWH, Decimal(0), Decimal(2)),
    "carbon_price": Limits(EURO / KG_CO2E, Decimal(0), Decimal(10)),
    "rate": Limits(NUMBER, Decimal("-0.05"), Decimal("0.30")),
    "electricity_price": Limits(EURO / KWH, Decimal(0), Decimal(5)),
}
LONGEST_HORIZON = 20  # years

ASSUMED = "Aangenomen om mee te vergelijken; niet bekendgemaakt"
_OUTSIDE = Text(
    nl="Kies een waarde van {least} tot en met {most}.", en="Choose a value from {least} to {most}."
)
_HORIZON = Text(
    nl="Kies een heel aantal jaren van 1 tot en met {most}.",
    en="Choose a whole number of years from 1 to {most}.",
)
_NO_PART = Text(
    nl="Dit doet in de bekendgemaakte berekening niet mee. Laat het leeg.",
    en="This plays no part in the published calculation. Leave it empty.",
)


def problems_of_changes(plan: Plan, changes: Changes) -> Iterator[Problem]:
    parts = {
        "grid_factor": plan.grid_factor,
        "carbon_price": plan.cost.carbon_price if plan.cost else None,
        "horizon": plan.horizon,
        "rate": plan.cost.rate if plan.cost else None,
        "electricity_price": plan.cost.electricity_price if plan.cost else None,
    }
    for name, published in parts.items():
        given = getattr(changes, name)
        if given is None:
            continue
        if published is None:
            yield Problem(name, _NO_PART)
        elif isinstance(given, Quantity):
            yield from _within(name, given)
    if changes.horizon is not None and not 1 <= changes.horizon <= LONGEST_HORIZON:
        yield Problem("horizon", _HORIZON.format(most=str(LONGEST_HORIZON)))


def _within(name: str, given: Quantity) -> Iterator[Problem]:
    limits = LIMITS[name]
    wrong = tuple(wrong_unit(given, limits.unit, name))
    yield from wrong
    least, most = (quantity(edge, limits.unit) for edge in (limits.least, limits.most))
    if not wrong and not least <= given <= most:
        yield Problem(name, _OUTSIDE.format(least=least.label(2), most=most.label(2)))


def changed_plan(plan: Plan, changes: Changes) -> Plan:
    """The published plan with other values. What is not changed stays as it is published."""
    found = plan
    if changes.grid_factor is not None and plan.grid_factor is not None:
        found = replace(found, grid_factor=_assumed(plan.grid_factor, changes.grid_factor))
    if changes.horizon is not None:
        found = replace(found, horizon=changes.horizon)
    if plan.cost is not None:
        found = replace(found, cost=_cost(plan.cost, changes))
    return found


def _cost(terms: CostTerms, changes: Changes) -> CostTerms:
    if changes.rate is not None:
        terms = replace(terms, rate=_assumed(terms.rate, changes.rate))
    if changes.electricity_price is not None and terms.electricity_price is not None:
        price = _assumed(terms.electricity_price, changes.electricity_price)
        terms = replace(terms, electricity_price=price)
    if changes.carbon_price is not None and terms.carbon_price is not None:
        terms = replace(terms, carbon_price=_carbon(terms.carbon_price, changes.carbon_price))
    return terms


def _carbon(published: CarbonPrice, wanted: Estimate | Quantity) -> CarbonPrice:
    if isinstance(wanted, Estimate):
        return replace(published, counts=wanted)
    low, central, high = (
        _assumed(each, wanted) for each in (published.low, published.central, published.high)
    )
    return replace(published, low=low, central=central, high=high)


def _assumed(published: Published, value: Quantity) -> Published:
    """Its source says that nobody published it, also in a working that is copied from the screen."""
    return replace(published, value=value, source=ASSUMED)
