"""The share for what each assessor gave, in a cell of its own where one formula cannot hold all of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from procurement.documents.formulas import cell
from procurement.documents.workbook import Cell, Column
from procurement.language import Text
from tenders.reports.matrix.blocks import POINTS
from tenders.reports.matrix.grid import over_figures
from tenders.reports.wording import Wording
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, Combination, Criterion
from tenders.scoring.numbers import exactly, value_of
from tenders.scoring.result import Score
from tenders.scoring.stated import number_of

LONGEST = 7_500  # characters together; Excel takes 8,192, with the status and the sheet around them
_SHARE = Text(nl="Deel – beoordelaar {number}", en="Share – assessor {number}")


def stand_apart(shares: Sequence[str]) -> bool:
    """`shares` are the formulas of one bid, one for each assessor."""
    return len(shares) > 1 and sum(map(len, shares)) > LONGEST


def cells_of(count: int, row: int) -> list[str]:
    """Where they stand, to the right of the points."""
    return [cell(POINTS + number, row) for number in range(1, count + 1)]


def headings(count: int, say: Wording) -> Iterator[Cell]:
    return (over_figures(say(_SHARE, number=str(number))) for number in range(1, count + 1))


def columns(count: int) -> tuple[Column, ...]:
    return tuple(Column(16) for _ in range(count))


def share_of(leaf: Criterion, score: Score, number: int) -> Decimal:
    """The share for the mark of one assessor, counted from 0."""
    marks = score.value if isinstance(score.value, tuple) else (score.value,)
    with exactly():
        return value_of(METHODS[leaf.method].share_of(leaf, ())(number_of(leaf, marks[number])))


def combined(award: AwardRule, shares: Sequence[str]) -> str:
    """The formula of the one share that they become."""
    if len(shares) == 1:
        return shares[0]
    listed = ",".join(shares)
    return f"MEDIAN({listed})" if award.combination is Combination.MEDIAN else f"AVERAGE({listed})"
