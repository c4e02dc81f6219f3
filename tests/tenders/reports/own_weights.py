"""Weights that a person might try on the what-if sheet, and the lot under those weights."""

import random
from decimal import Decimal

from tenders.reports.matrix.trial import weighed
from tenders.reports.matrix.tried import tried
from tenders.scoring.result import LotResult


def tried_by_chance(result: LotResult, seed: int) -> LotResult:
    """The weights that count go to other criteria, and a part of one goes to its neighbour."""
    chance = random.Random(seed)
    leaves = [leaf.code for leaf in weighed(result.lot)]
    weights = [leaf.weight for leaf in weighed(result.lot)]
    chance.shuffle(weights)
    if len(weights) > 1:
        moved = weights[0] * Decimal(chance.choice(("0", "0.25", "0.5")))
        weights[0], weights[1] = weights[0] - moved, weights[1] + moved
    return tried(result, dict(zip(leaves, weights, strict=True)))
