"""How one figure came about: the formula, what its symbols stand for, and the exact outcome."""

from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import plain
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.scoring.explain import filled_in
from tenders.scoring.method import Symbol

SHOWN_PLACES = 10


@dataclass(frozen=True, slots=True)
class Input:
    """`source` is that of the tender; empty for what the bid itself states."""

    symbol: str
    meaning: Text
    value: Quantity
    source: str = ""


def parameter(symbol: str, published: Published) -> Input:
    return Input(symbol, published.title, published.value, f"{published.source} ({published.year})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    formula: str  # in the symbols of the inputs: "N × E × p"
    inputs: tuple[Input, ...]
    exact: Quantity

    @property
    def filled(self) -> Text:
        """The formula with the numbers in it, as a letter shows it."""
        symbols = [Symbol(each.symbol, each.meaning, as_decimal(each.value)) for each in self.inputs]
        return filled_in(self.formula, symbols)


def as_decimal(amount: Quantity) -> Decimal:
    """For showing, and for a spreadsheet, which holds fifteen digits: at most ten decimals."""
    return Decimal(plain(amount.rounded(SHOWN_PLACES)))
