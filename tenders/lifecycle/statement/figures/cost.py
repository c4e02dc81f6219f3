"""The life-cycle cost of all devices of the lot, in euros: the value of the price criterion."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded
from tenders.lifecycle.statement.figures.price import PriceFigure
from tenders.lifecycle.statement.figures.weighing import added
from tenders.lifecycle.statement.offers import cost_from
from tenders.lifecycle.unit import EURO
from tenders.scoring.problem import Problem

_COST = Text(nl="de contante waarde van de kosten", en="the present value of the cost")


@dataclass(frozen=True, slots=True)
class CostFigure(PriceFigure):
    """Rounded at the decimals of the cost terms."""

    code: ClassVar[str] = "cost"
    title: ClassVar[Text] = Text(nl="levenscycluskosten", en="life-cycle cost")

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.cost, self.title)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        found = cost_from(plan, bid, given)
        by_kind = {kind: cost.sums.present for kind, cost in found.by_kind.items()}
        working = added(plan, by_kind, _COST, EURO)
        return rounded(working.exact, found.places, None, working)
