"""The points for the promised level of the CO2 Performance Ladder.

An advantage in euros or as a part of the price goes by the award method for the ladder, with the price.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.ladder.terms import POINT, DiscountIn
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import nothing
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded, wrong_places
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing
from tenders.lifecycle.statement.parts import level_from
from tenders.lifecycle.working import Input, Working
from tenders.scoring.problem import Problem

_WORTH = Text(nl="het voordeel van het beloofde niveau", en="the advantage of the promised level")
_NOT_POINTS = Text(
    nl="Een criterium telt het voordeel van de ladder in punten. Kies voor een korting op de prijs de "
    "gunningsmethode van de ladder.",
    en="A criterion counts the advantage of the ladder in points. For a discount on the price choose the "
    "award method of the ladder.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderFigure(MeasuresNothing):
    places: int

    code: ClassVar[str] = "ladder"
    title: ClassVar[Text] = Text(
        nl="voordeel van de CO2-Prestatieladder", en="advantage of the CO2 Performance Ladder"
    )
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return False

    def unit(self, plan: Plan) -> str:
        return "punten"

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.ladder, self.title)
        yield from wrong_places(self.places)
        if plan.ladder and plan.ladder.discount_in is not DiscountIn.POINTS:
            yield Problem("", _NOT_POINTS)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        assert plan.ladder is not None, "the plan values the ladder"
        worth = plan.ladder.advantages.get(level_from(plan, given), nothing(POINT))
        working = Working(formula="K", inputs=(Input("K", _WORTH, worth),), exact=worth)
        return rounded(worth, self.places, None, working)
