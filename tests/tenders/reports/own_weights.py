"""Weights that a person might try on the what-if sheet, and the lot under those weights."""

import random
from decimal import Decimal

from tenders.reports.matrix.trial import weighed
from tenders.reports.matrix.tried import tried
from tenders.scoring.result import LotResult
from tests.tenders.reports.fifteen_digits import on_the_edge

TRIES = 50


def tried_by_chance(result: LotResult, seed: int) -> LotResult:
    """The weights that count go to other criteria, and a part of one goes to its neighbour."""
    chance = random.Random(seed)
    for _ in range(TRIES):
        found = _tried(result, chance)
        if not on_the_edge(found):
            return found
    return result


def _tried(result: LotResult, chance: random.Random) -> LotResult:
    leaves = [leaf.code for leaf in weighed(result.lot)]
    weights = [leaf.weight for leaf in weighed(result.lot)]
    chance.shuffle(weights)
    if len(weights) > 1:
        moved = weights[0] * Decimal(chance.choice(("0", "0.25", "0.5")))
        weights[0], weights[1] = weights[0] - moved, weights[1] + moved
    return tried(result, dict(zip(leaves, weights, strict=True)))
