"""How the scores of several assessors become one, as the tender published it."""

from collections.abc import Sequence
from decimal import Decimal

from tenders.scoring.method import Ratio
from tenders.scoring.model import AwardRule, Combination
from tenders.scoring.numbers import added, fraction


def combined(award: AwardRule, shares: Sequence[Ratio]) -> Ratio:
    """The mean or median of the shares, or the one share that the panel agreed on."""
    return joined(award.combination, shares)


def joined(combination: Combination | None, shares: Sequence[Ratio]) -> Ratio:
    if len(shares) == 1:
        return shares[0]
    if combination is Combination.MEDIAN:
        return _median(shares)
    return _mean(shares)


def _mean(shares: Sequence[Ratio]) -> Ratio:
    total = added(shares)
    return Ratio(total.numerator, total.denominator * Decimal(len(shares)))


def _median(shares: Sequence[Ratio]) -> Ratio:
    ordered = sorted(shares, key=fraction)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else _mean(ordered[half - 1 : half + 1])
