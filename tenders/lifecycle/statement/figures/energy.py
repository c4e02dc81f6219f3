"""kWh of a device in a year: the mean of the kinds, weighted by their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.answers import answers_under
from tenders.lifecycle.statement.declarations import energy
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded, wrong_places
from tenders.lifecycle.statement.figures.weighing import mean, mean_of_workings, mean_spread
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
        answers = answers_under(plan, given)
        stated = {kind.code: energy(plan, kind, answers) for kind in plan.kinds}
        answers.require()
        spreads = {kind: each.declared.spread for kind, each in stated.items()}
        working = mean(plan, {kind: each.value for kind, each in spreads.items()}, _ENERGY)
        typical = {kind: each.typical for kind, each in stated.items() if each.typical}
        shown = mean_of_workings(plan, typical) if typical else working
        return rounded(working.exact, self.places, mean_spread(plan, spreads), shown)
