"""The sum of the price sheet, in euros: the value of the price criterion."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded
from tenders.lifecycle.statement.figures.price import PriceFigure
from tenders.lifecycle.statement.price_lines import sheet_from
from tenders.lifecycle.unit import EURO
from tenders.lifecycle.working import Input, Working
from tenders.scoring.price_lines import CENTS
from tenders.scoring.problem import Problem

_AMOUNT = Text(
    nl="regel {number}, {description}, in hele centen", en="line {number}, {description}, in whole cents"
)


@dataclass(frozen=True, slots=True)
class PriceLinesFigure(PriceFigure):
    """In cents: each line is rounded, and the sum adds the rounded lines."""

    code: ClassVar[str] = "price_lines"
    title: ClassVar[Text] = Text(nl="som van het prijzenblad", en="sum of the price sheet")

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.price_lines or None, self.title)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        sheet = sheet_from(plan, given)
        inputs = tuple(
            Input(
                f"R{each.line.number}",
                _AMOUNT.format(number=str(each.line.number), description=each.line.description),
                quantity(each.amount, EURO),
            )
            for each in sheet.lines
        )
        formula = " + ".join(each.symbol for each in inputs)
        exact = quantity(sheet.total, EURO)
        return rounded(exact, CENTS, None, Working(formula=formula, inputs=inputs, exact=exact))
