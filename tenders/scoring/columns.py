"""Scoring one criterion for all bids at once: one function per criterion, one tuple per cell."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from tenders.scoring.combine import combined
from tenders.scoring.method import Ratio, ShareOf
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, BidValue, Criterion, RoundAt
from tenders.scoring.numbers import ZERO, added, rounded, value_of, whole
from tenders.scoring.result import Score
from tenders.scoring.stated import shares, states_code

Offered = BidValue | tuple[BidValue, ...]


class Column(NamedTuple):
    """`counted` are the numbers that the formula saw: the references of a relative method."""

    leaf: Criterion
    scores: list[Score]
    counted: tuple[Decimal, ...]


def scored(award: AwardRule, leaf: Criterion, worth: Decimal, offered: Sequence[Offered],
           counted: Sequence[Offered]) -> Column:  # fmt: skip
    """`counted` is `offered` with the published zero-price rule applied. Call within `exactly()`."""
    numbers = tuple(number for number in counted if isinstance(number, Decimal))
    share_of = METHODS[leaf.method].share_of(leaf, numbers)
    points_of = _points(award, worth)
    if states_code(leaf):
        return Column(leaf, _by_code(award, leaf, share_of, worth, points_of, offered), numbers)
    cells = []
    for value, number in zip(offered, counted, strict=True):
        if isinstance(number, Decimal):
            share = share_of(number)
            cells.append(Score(value, number, share, worth, points_of(share)))
        else:
            share = combined(award, [share_of(part) for part in number if isinstance(part, Decimal)])
            cells.append(Score(value, None, share, worth, points_of(share)))
    return Column(leaf, cells, numbers)


def _by_code(award: AwardRule, leaf: Criterion, share_of: ShareOf, worth: Decimal,
             points_of: Callable[[Ratio], Decimal], offered: Sequence[Offered]) -> list[Score]:  # fmt: skip
    """Levels repeat, so each different judgement is worked out once."""
    share_of_code = {code: share_of(share) for code, share in shares(leaf).items()}
    cells: dict[Offered, Score] = {}
    for value in dict.fromkeys(offered):
        if isinstance(value, tuple):
            share = combined(award, [share_of_code[str(code)] for code in value])
            cells[value] = Score(value, None, share, worth, points_of(share))
        else:
            share = share_of_code[str(value)]
            cells[value] = Score(value, share.numerator, share, worth, points_of(share))
    return [cells[value] for value in offered]


def _points(award: AwardRule, worth: Decimal) -> Callable[[Ratio], Decimal]:
    places = award.rounding.places
    if award.rounding.at is RoundAt.TOTAL:
        return lambda share: value_of(Ratio(share.numerator * worth, share.denominator))
    return lambda share: rounded(Ratio(share.numerator * worth, share.denominator), places)


def total_of(award: AwardRule, scores: Iterable[Score]) -> Ratio:
    """The sum of some scores: of the rounded points when each criterion is rounded, else exact."""
    if award.rounding.at is RoundAt.CRITERION:
        return whole(sum([score.points for score in scores], ZERO))
    return added(Ratio(score.share.numerator * score.worth, score.share.denominator) for score in scores)
