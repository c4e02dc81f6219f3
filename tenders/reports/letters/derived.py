"""What a reader can work out about the winner: its value follows from its points and the published formula.

The points of the winner have to be told. Where the formula turns them back into one price or value, or into
a narrow range, leaving that value out keeps it secret from nobody.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.numbers import ZERO, exactly, round_half_up, times, value_of
from tenders.scoring.result import LotResult, Score

NARROW = Decimal("0.05")  # of the value, either way: a wider range still hides it
_FINENESS = Decimal("0.000001")  # of the value: how closely the ends of the range are looked for


class Derived(NamedTuple):
    """The range in which a value must lie; `low` equals `high` where exactly one value is possible."""

    low: Decimal
    high: Decimal


def derived_values(result: LotResult) -> dict[str, Derived | None]:
    """By code, the criteria on which the winner's offer follows from its points. None: a yes or a label."""
    winner = result.winner
    found: dict[str, Derived | None] = {}
    for leaf in result.lot.leaves() if winner is not None else ():
        score = winner.scores.get(leaf.code) if winner is not None else None
        if score is None or leaf.kind is Kind.SCALE:
            continue
        if leaf.kind in (Kind.YES_NO, Kind.LABEL):
            found[leaf.code] = None
        elif (narrow := _range(result, leaf, score)) is not None:
            found[leaf.code] = narrow
    return found


def _range(result: LotResult, leaf: Criterion, score: Score) -> Derived | None:
    value = score.counted
    if value is None or value <= ZERO:
        return None
    with exactly():
        has_same_points = _same_points(result.lot, leaf, score, result.columns[leaf.code])
        unit = (value * _FINENESS).normalize()
        reach = int(NARROW / _FINENESS)
        low = _furthest(lambda steps: has_same_points(value - unit * steps), reach)
        high = _furthest(lambda steps: has_same_points(value + unit * steps), reach)
        if low == reach or high == reach:
            return None
        return Derived(value - unit * low, value + unit * high)


def _same_points(
    lot: Lot, leaf: Criterion, score: Score, column: tuple[Decimal, ...]
) -> Callable[[Decimal], bool]:
    share_of, places = METHODS[leaf.method].share_of(leaf, column), lot.award.rounding.places

    def shown(value: Decimal) -> Decimal:
        return round_half_up(value_of(times(share_of(value), score.worth)), places)

    told = round_half_up(score.exact, places)
    return lambda value: shown(value) == told


def _furthest(holds: Callable[[int], bool], reach: int) -> int:
    """The largest number of steps, at most `reach`, for which it still holds; it holds for none."""
    if holds(reach):
        return reach
    inside, outside = 0, reach
    while outside - inside > 1:
        middle = (inside + outside) // 2
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside
