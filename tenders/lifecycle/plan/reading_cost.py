"""Reading the terms of the life-cycle cost."""

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CarbonPrice, Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.plan import titles
from tenders.lifecycle.plan.numbers import read_published
from tenders.lifecycle.plan.plan import CostTerms
from tenders.lifecycle.published import Published
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH, NUMBER, Unit
from tenders.scoring.files.fields import Fields, shown
from tenders.scoring.problem import Problem

_KIND = Text(
    nl="‘{kind}’ is geen kostensoort. Kies uit: {known}.",
    en="‘{kind}’ is no kind of cost. Choose from: {known}.",
)
_TWICE = Text(nl="‘{kind}’ staat er meer dan eens.", en="‘{kind}’ is there more than once.")
_KINDS = {kind.value: kind for kind in CostKind}


def read_cost(value: object, place: str, problems: list[Problem]) -> CostTerms:
    fields = Fields(value, place, problems)
    terms = CostTerms(
        price_level=fields.whole_number("price_level"),
        rate=_number(fields, "rate", titles.RATE, NUMBER),
        rate_is=fields.choice("rate_is", RateIs, required=True) or RateIs.NOMINAL,
        inflation=_number(fields, "inflation", titles.INFLATION, NUMBER),
        changes=_changes(fields),
        yearly_costs_fall=fields.choice("yearly_costs_fall", YearlyMoment, required=True) or YearlyMoment.END,
        asked=_asked(fields),
        residual=fields.choice("residual", Residual, required=True) or Residual.NOTHING,
        electricity_price=_electricity(fields),
        carbon_price=_carbon(fields.take("carbon_price"), fields.at("carbon_price"), problems),
        places=fields.whole_number("places"),
    )
    fields.close()
    return terms


def _number(fields: Fields, name: str, title: Text, unit: Unit) -> Published:
    return read_published(fields.take(name, required=True), fields.at(name), title, unit, fields.problems)


def _electricity(fields: Fields) -> Published | None:
    value = fields.take("electricity_price")
    if value is None:
        return None
    place = fields.at("electricity_price")
    return read_published(value, place, titles.ELECTRICITY, EURO / KWH, fields.problems)


def _changes(fields: Fields) -> dict[CostKind, Published]:
    def read(kind: str, entry: object, place: str) -> Published:
        title = titles.change_of(_KINDS[kind]) if kind in _KINDS else titles.RATE
        return read_published(entry, place, title, NUMBER, fields.problems)

    found = fields.mapping("changes", read)
    _require_known(fields, "changes", tuple(found))
    return {_KINDS[kind]: change for kind, change in found.items() if kind in _KINDS}


def _asked(fields: Fields) -> frozenset[CostKind]:
    found = fields.texts("asked")
    _require_known(fields, "asked", found)
    for kind in sorted({kind for kind in found if found.count(kind) > 1}):
        fields.wrong("asked", _TWICE.format(kind=shown(kind)))
    return frozenset(_KINDS[kind] for kind in found if kind in _KINDS)


def _require_known(fields: Fields, name: str, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        if kind not in _KINDS:
            fields.wrong(name, _KIND.format(kind=shown(kind) or "?", known=", ".join(_KINDS)))


def _carbon(value: object, place: str, problems: list[Problem]) -> CarbonPrice | None:
    if value is None:
        return None
    fields, unit = Fields(value, place, problems), EURO / KG_CO2E
    carbon = CarbonPrice(
        low=_number(fields, "low", titles.LOW, unit),
        central=_number(fields, "central", titles.CENTRAL, unit),
        high=_number(fields, "high", titles.HIGH, unit),
        counts=fields.choice("counts", Estimate, required=True) or Estimate.CENTRAL,
        embodied=fields.choice("embodied", Embodied, required=True) or Embodied.WHOLE,
    )
    fields.close()
    return carbon
