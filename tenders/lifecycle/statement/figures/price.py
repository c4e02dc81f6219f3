"""What the figures have in common that are the value of the price criterion."""

from typing import ClassVar

from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.plan.plan import Plan


class PriceFigure:
    """An amount in euros. It measures nothing, so it keeps nothing out of the life-cycle cost."""

    __slots__ = ()

    is_price: ClassVar[bool] = True

    @property
    def lower_is_better(self) -> bool:
        return True

    @property
    def measures(self) -> frozenset[Measure]:
        return frozenset()

    def unit(self, plan: Plan) -> str:
        return "€"
