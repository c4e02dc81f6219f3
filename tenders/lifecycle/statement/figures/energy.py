"""kWh of a device in a year: the mean of the kinds, weighted by their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.statement.answers import answers_under
from tenders.lifecycle.statement.declarations import energy
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded, wrong_places
from tenders.lifecycle.statement.figures.weighing import mean, mean_spread
from tenders.scoring.problem import Problem

_ENERGY = Text(nl="het energiegebruik", en="the energy use")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyFigure:
    places: int

    code: ClassVar[str] = "energy"
    title: ClassVar[Text] = Text(nl="energiegebruik", en="energy use")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return True

    @property
    def measures(self) -> frozenset[Measure]:
        return frozenset({Measure.USE_KWH})

    def unit(self, plan: Plan) -> str:
        return "kWh per apparaatjaar"

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.energy, self.title)
        yield from wrong_places(self.places)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        spreads = _declared(plan, given)
        values = {kind: each.value for kind, each in spreads.items()}
        working = mean(plan, values, _ENERGY)
        return rounded(working.exact, self.places, mean_spread(plan, spreads), working)


def _declared(plan: Plan, given: Mapping[str, str]) -> dict[str, Spread]:
    answers = answers_under(plan, given)
    found = {kind.code: energy(plan, kind, answers).spread for kind in plan.kinds}
    answers.require()
    return found
