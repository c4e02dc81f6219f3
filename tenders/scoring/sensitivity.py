"""How firm a ranking is: without each bid, what each criterion really decided, the gap to the second."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from tenders.scoring.draws import without
from tenders.scoring.evaluate import evaluate
from tenders.scoring.fallen import depends_on_others
from tenders.scoring.model import Lot
from tenders.scoring.numbers import HUNDRED, ZERO, exactly, quotient
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import LotResult


class Swap(NamedTuple):
    """Two bids whose order turns round when a third is left out."""

    without: str
    was_ahead: str
    comes_ahead: str


class RankReversal(NamedTuple):
    """`immune`: no score depends on another bid, so that no bid can turn the order of two others."""

    immune: bool
    swaps: tuple[Swap, ...]

    @property
    def stable(self) -> bool:
        return not self.swaps


class Spread(NamedTuple):
    """What a criterion really decided: the distance between the best and the worst valid bid."""

    code: str
    title: str
    weight: Decimal  # as published, percent
    lowest: Decimal  # points
    highest: Decimal
    effective: Decimal  # percent of all distances together, to 50 digits

    @property
    def distance(self) -> Decimal:
        return self.highest - self.lowest


class PriceGap(NamedTuple):
    """The first and the second in the ranking."""

    first: str
    second: str
    total: Decimal  # how far the second is behind, in points or euros, never negative
    price: Decimal | None  # price of the second minus that of the first


def without_each_bid(lot: Lot) -> RankReversal:
    """Leaves out each bid in turn, as if it had not been made, and compares the order of the others."""
    result = evaluate(lot)
    if not depends_on_others(lot):
        return RankReversal(True, ())
    swaps: list[Swap] = []
    for bid in lot.bids:
        others = tuple(other for other in lot.bids if other is not bid)
        first, *later = without(lot, bid.code) or ((),)
        try:
            shorter = evaluate(replace(lot, bids=others, draw=first, later_draws=tuple(later)))
        except NotEvaluable:
            continue  # the only bid, or no reference is left: there is no order to compare
        swaps += _swaps(bid.code, result, shorter)
    return RankReversal(False, tuple(swaps))


def _swaps(without: str, before: LotResult, after: LotResult) -> Iterator[Swap]:
    rank_after = {found.bid.code: found.rank for found in after.ranking}
    kept = [found for found in before.ranking if found.bid.code in rank_after]
    for first, second in combinations(kept, 2):
        ahead, behind = first.bid.code, second.bid.code
        if first.rank < second.rank and rank_after[ahead] > rank_after[behind]:
            yield Swap(without, ahead, behind)


def spread(result: LotResult) -> tuple[Spread, ...]:
    """Per scored criterion, in published order; empty when no bid is valid."""
    if not result.ranking:
        return ()
    leaves = [leaf for leaf in result.lot.leaves() if leaf.code in result.ranking[0].scores]
    columns = [[found.scores[leaf.code].points for found in result.ranking] for leaf in leaves]
    with exactly():
        distances = [max(column) - min(column) for column in columns]
        shares = _percentages(distances)
    return tuple(
        Spread(leaf.code, leaf.title, leaf.weight, min(column), max(column), share)
        for leaf, column, share in zip(leaves, columns, shares, strict=True)
    )


def _percentages(distances: Sequence[Decimal]) -> list[Decimal]:
    total = sum(distances, ZERO)
    return [quotient(distance * HUNDRED, total) if total else ZERO for distance in distances]


def price_gap(result: LotResult) -> PriceGap | None:
    """None when there is no second."""
    if len(result.ranking) < 2:
        return None
    first, second = result.ranking[:2]
    with exactly():
        price = None if first.price is None or second.price is None else second.price - first.price
        return PriceGap(first.bid.code, second.bid.code, abs(first.total - second.total), price)
