"""Scoring one criterion for all bids at once: one function per criterion, one tuple per cell."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import repeat
from typing import NamedTuple

from tenders.scoring.combine import combined
from tenders.scoring.method import Ratio, ShareOf
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, BidValue, Criterion, RoundAt
from tenders.scoring.numbers import ZERO, added, product_rounded, times, value_of, whole
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
    if len(numbers) == len(counted):
        found = list(map(share_of, numbers))
        cells = list(map(Score, offered, numbers, found, repeat(worth), map(points_of, found)))
    else:
        cells = [_judged(award, value, share_of, worth, points_of) for value in offered]
    return Column(leaf, cells, numbers)


def _judged(
    award: AwardRule,
    value: Offered,
    share_of: ShareOf,
    worth: Decimal,
    points_of: Callable[[Ratio], Decimal],
) -> Score:
    """A mark in numbers, given by one or more assessors."""
    marks = value if isinstance(value, tuple) else (value,)
    numbers = [mark for mark in marks if isinstance(mark, Decimal)]
    share = combined(award, list(map(share_of, numbers)))
    return Score(value, numbers[0] if len(numbers) == 1 else None, share, worth, points_of(share))


def _by_code(award: AwardRule, leaf: Criterion, share_of: ShareOf, worth: Decimal,
             points_of: Callable[[Ratio], Decimal], offered: Sequence[Offered]) -> list[Score]:  # fmt: skip
    """Levels repeat and the order of the assessors does not matter: each judgement is worked out once."""
    share_of_code = {code: share_of(share) for code, share in shares(leaf).items()}
    known: dict[tuple[str, ...], tuple[Ratio, Decimal]] = {}
    cells: dict[Offered, Score] = {}
    for value in dict.fromkeys(offered):
        codes = tuple(sorted(map(str, value))) if isinstance(value, tuple) else (str(value),)
        if codes not in known:
            share = combined(award, [share_of_code[code] for code in codes])
            known[codes] = share, points_of(share)
        share, points = known[codes]
        counted = None if isinstance(value, tuple) else share.numerator
        cells[value] = Score(value, counted, share, worth, points)
    return [cells[value] for value in offered]


def _points(award: AwardRule, worth: Decimal) -> Callable[[Ratio], Decimal]:
    if award.rounding.at is RoundAt.CRITERION:
        return product_rounded(worth, award.rounding.places)
    return lambda share: value_of(times(share, worth))


def total_of(award: AwardRule, scores: Iterable[Score]) -> Ratio:
    """The sum of some scores: of the rounded points when each criterion is rounded, else exact."""
    if award.rounding.at is RoundAt.CRITERION:
        return whole(sum([score.points for score in scores], ZERO))
    return added(times(score.share, score.worth) for score in scores)
