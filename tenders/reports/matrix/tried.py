"""The same bids under other weights, as the program works them out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from tenders.scoring.draws import draws_of
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Lot
from tenders.scoring.numbers import ZERO
from tenders.scoring.result import LotResult


def tried(result: LotResult, weights: Mapping[str, Decimal]) -> LotResult:
    """`weights` by the code of a criterion without sub-criteria. Raises `NotEvaluable`.

    Who takes part stays as it is: minimum scores are not tested again.
    """
    lot = _reweighed(result.lot, weights)
    taking_part = {each.bid.code for each in result.counted}
    if not taking_part:
        return replace(result, lot=lot)
    first, *later = _draws_among(result.lot, taking_part) or ((),)
    bids = tuple(bid for bid in lot.bids if bid.code in taking_part)
    return evaluate(replace(lot, bids=bids, draw=first, later_draws=tuple(later)))


def _reweighed(lot: Lot, weights: Mapping[str, Decimal]) -> Lot:
    def other(leaf: Criterion) -> Criterion:
        return replace(leaf, weight=weights.get(leaf.code, leaf.weight), minimum=None)

    return replace(lot, criteria=tuple(_with_leaves(node, other) for node in lot.criteria))


def _with_leaves(node: Criterion, change: Callable[[Criterion], Criterion]) -> Criterion:
    if not node.children:
        return change(node)
    children = tuple(_with_leaves(child, change) for child in node.children)
    weight = sum((child.weight for child in children), ZERO)
    return replace(node, children=children, weight=weight, minimum=None)


def _draws_among(lot: Lot, codes: set[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(code for code in order if code in codes) for order in draws_of(lot))
