"""One measure of circularity as the bid promises it: a part in percent, years, or a mark from 0 to 10."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.figure import (
    PERCENT,
    Computed,
    not_planned,
    rounded,
    wrong_places,
)
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing
from tenders.lifecycle.statement.parts import circularity_from
from tenders.lifecycle.unit import YEAR
from tenders.lifecycle.working import Input, Working
from tenders.scoring.problem import Problem

_NOT_ASKED = Text(
    nl="De circulariteit vraagt hier niet naar: {what}. Neem het op in de berekening.",
    en="The circularity does not ask for this: {what}. Take it into the calculation.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFigure(MeasuresNothing):
    indicator: Indicator
    places: int

    code: ClassVar[str] = "indicator"
    title: ClassVar[Text] = Text(nl="kenmerk van circulariteit", en="measure of circularity")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return False

    @property
    def _is_part(self) -> bool:
        return self.indicator.measure.most == 1

    def unit(self, plan: Plan) -> str:
        if self.indicator.measure.unit == YEAR:
            return "jaar"
        return "%" if self._is_part else ""

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.circularity, self.title)
        yield from wrong_places(self.places)
        asked = [part.indicator for part in plan.circularity.parts] if plan.circularity else []
        if plan.circularity and self.indicator not in asked:
            yield Problem("indicator", _NOT_ASKED.format(what=self.indicator.measure.label))

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        score = circularity_from(plan, bid, given)
        value = next(each.value for each in score.parts if each.part.indicator is self.indicator)
        what = Input("W", self.indicator.measure.label, value)
        exact = value * PERCENT if self._is_part else value
        formula = "W × 100" if self._is_part else "W"
        working = Working(formula=formula, inputs=(what,), exact=exact)
        return rounded(exact, self.places, None, working)
