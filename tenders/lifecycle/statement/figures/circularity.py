"""The circularity score, in percent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing
from tenders.lifecycle.statement.parts import circularity_from
from tenders.lifecycle.unit import NUMBER
from tenders.lifecycle.working import Input, Working
from tenders.scoring.problem import Problem

_WEIGHT = Text(nl="het gewicht van: {what}", en="the weight of: {what}")
_SHARE = Text(nl="het deel van de punten voor: {what}", en="the share of the points for: {what}")


@dataclass(frozen=True, slots=True)
class CircularityFigure(MeasuresNothing):
    """Rounded at the decimals of the circularity method."""

    code: ClassVar[str] = "circularity"
    title: ClassVar[Text] = Text(nl="circulariteitsscore", en="circularity score")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return False

    def unit(self, plan: Plan) -> str:
        return "%"

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.circularity, self.title)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        score = circularity_from(plan, bid, given)
        inputs, terms = list[Input](), list[str]()
        for place, each in enumerate(score.parts, start=1):
            what = each.part.indicator.measure.label
            weight = Quantity(Fraction(each.part.weight), NUMBER)
            inputs.append(Input(f"w{place}", _WEIGHT.format(what=what), weight))
            inputs.append(Input(f"s{place}", _SHARE.format(what=what), each.share.exact))
            terms.append(f"w{place} × s{place}")
        working = Working(formula=" + ".join(terms), inputs=tuple(inputs), exact=score.percent)
        return rounded(score.percent, score.places, None, working)
