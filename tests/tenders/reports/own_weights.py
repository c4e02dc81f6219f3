"""Weights that a person might try on the what-if sheet, and the lot under those weights."""

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tenders.reports.matrix.trial import weighed
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Lot
from tenders.scoring.result import LotResult


def tried_by_chance(lot: Lot, seed: int) -> LotResult:
    """The weights that count go to other criteria, and a part of one goes to its neighbour."""
    chance = random.Random(seed)
    leaves = [leaf.code for leaf in weighed(lot)]
    weights = [leaf.weight for leaf in weighed(lot)]
    chance.shuffle(weights)
    if len(weights) > 1:
        moved = weights[0] * Decimal(chance.choice(("0", "0.25", "0.5")))
        weights[0], weights[1] = weights[0] - moved, weights[1] + moved
    return evaluate(under(lot, dict(zip(leaves, weights, strict=True))))


def under(lot: Lot, weights: Mapping[str, Decimal]) -> Lot:
    """The lot with these weights of leaves; a group weighs what its leaves do."""
    return replace(lot, criteria=tuple(_reweighed(node, weights) for node in lot.criteria))


def _reweighed(node: Criterion, weights: Mapping[str, Decimal]) -> Criterion:
    children = tuple(_reweighed(child, weights) for child in node.children)
    weight = sum((child.weight for child in children), Decimal(0)) if children else node.weight
    return replace(node, children=children, weight=weights.get(node.code, weight))
