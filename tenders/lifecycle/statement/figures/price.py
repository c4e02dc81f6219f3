"""What the figures have in common that are the value of the price criterion."""

from typing import ClassVar

from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing


class PriceFigure(MeasuresNothing):
    """An amount in euros."""

    __slots__ = ()

    is_price: ClassVar[bool] = True

    @property
    def lower_is_better(self) -> bool:
        return True

    def unit(self, plan: Plan) -> str:
        return "€"
