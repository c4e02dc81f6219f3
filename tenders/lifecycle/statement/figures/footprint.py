"""kg CO2e of chosen axes: per device, per device-year or of the whole contract."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import FootprintCriterion, Per
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded, wrong_places
from tenders.lifecycle.statement.figures.weighing import added, added_spread, mean, mean_spread
from tenders.lifecycle.statement.stated import footprints_from
from tenders.lifecycle.unit import KG_CO2E
from tenders.scoring.problem import Problem

_CO2E = Text(nl="de CO2e", en="the CO2e")
_NO_AXIS = Text(
    nl="Kies ten minste één van: productie, transport, gebruik, einde levensduur.",
    en="Choose at least one of: production, transport, use, end of life.",
)
_UNITS = {
    Per.DEVICE: "kg CO2e per apparaat",
    Per.DEVICE_YEAR: "kg CO2e per apparaatjaar",
    Per.CONTRACT: "kg CO2e",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FootprintFigure:
    """Per device and per device-year it is the mean of the kinds, weighted by their numbers."""

    axes: frozenset[Axis]
    per: Per
    places: int

    code: ClassVar[str] = "footprint"
    title: ClassVar[Text] = Text(nl="CO2-voetafdruk", en="carbon footprint")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return True

    @property
    def criterion(self) -> FootprintCriterion:
        return FootprintCriterion(axes=self.axes, per=self.per, places=self.places)

    @property
    def measures(self) -> frozenset[Measure]:
        return self.criterion.measures

    def unit(self, plan: Plan) -> str:
        return _UNITS[self.per]

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.footprint, self.title)
        yield from wrong_places(self.places)
        if not self.axes:
            yield Problem("axes", _NO_AXIS)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        footprints = footprints_from(plan, bid, given)
        spreads = {kind: self.criterion.spread(each) for kind, each in footprints.items()}
        values = {kind: each.value for kind, each in spreads.items()}
        if self.per is Per.CONTRACT:
            working, spread = added(plan, values, _CO2E, KG_CO2E), added_spread(spreads)
        else:
            working, spread = mean(plan, values, _CO2E), mean_spread(plan, spreads)
        return rounded(working.exact, self.places, spread, working)
