"""Which way is better for a criterion."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from tenders.scoring.model import Criterion, Direction, Kind


def lower_is_better(criterion: Criterion) -> bool:
    return criterion.kind is Kind.PRICE or criterion.direction is Direction.LOWER


def best(criterion: Criterion, column: Sequence[Decimal]) -> Decimal:
    return min(column) if lower_is_better(criterion) else max(column)


def never_improves(criterion: Criterion, shares: Sequence[Decimal]) -> bool:
    """Do the shares, listed by rising value, never reward a worse value?"""
    ordered = shares if lower_is_better(criterion) else tuple(reversed(shares))
    return all(first >= second for first, second in itertools.pairwise(ordered))
