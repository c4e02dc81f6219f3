"""The shape of an award method: how points and prices of the bids become the figure they are ranked by.

Same style as a scoring method: a frozen value in an explicit list, its parameters declared as data.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from procurement.language import Text
from procurement.law import Citation
from tenders.scoring.method import Parameter, Ratio, Symbol, Verdict
from tenders.scoring.model import AwardRule, Criterion, Kind, Lot
from tenders.scoring.numbers import percent_of
from tenders.scoring.problem import Problem


class Standing(NamedTuple):
    """What counts of one bid once its criteria are scored."""

    price: Decimal | None  # of the one price criterion; None where there are none or several
    quality: Ratio  # all that is scored except price: points, or euros under award on value
    total: Ratio  # all that is scored
    level: str = ""  # on the ladder criterion of a notional discount


class Cells(NamedTuple):
    """Where a scoring workbook holds the same things: cells of one bid, columns of all valid bids."""

    price: str
    prices: str
    quality: str
    qualities: str
    total: str
    level: str
    price_points: str  # the points for the weight of price


FigureOf = Callable[[Standing], Ratio]


def points_worth(award: AwardRule, criterion: Criterion) -> Decimal:
    """The points for 100% of a criterion."""
    return percent_of(criterion.weight, award.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardMethod:
    """`figure_of(lot, standings)` gives, for all valid bids, the function standing → figure."""

    code: str
    title: Text
    formula: str
    words: Text
    parameters: tuple[Parameter, ...] = ()
    scores_price: bool  # is the price criterion scored by a scoring method?
    scores_quality: bool
    lower_wins: bool
    in_euros: bool  # is the figure an amount of money?
    relative: bool  # does the figure depend on the other bids, apart from their scores?
    above_zero: bool = False  # must the price be more than 0?
    allows_malus: bool = False  # may a level earn less than nothing?
    weighs_price: bool = False  # does the weight of a price without a score decide with the rest?
    divides_quality: bool = False  # does a quotient of quality and price decide? it turns round below zero
    verdict: Verdict
    remark: Text
    basis: tuple[Citation, ...]
    check: Callable[[Lot], Sequence[Problem]]
    worth: Callable[[AwardRule, Criterion], Decimal] = points_worth
    figure_of: Callable[[Lot, Sequence[Standing]], FigureOf]
    inputs: Callable[[Lot, Sequence[Standing], Standing], tuple[Symbol, ...]]
    # the figure as an English Excel expression
    spreadsheet: Callable[[Lot, Cells], str]

    def scores(self, criterion: Criterion) -> bool:
        """Does this leaf get a score by its own scoring method?"""
        return self.scores_price if criterion.kind is Kind.PRICE else self.scores_quality
