"""Whether one bid did better than another on a criterion, scored or counted as it was offered."""

from decimal import Decimal

from tenders.scoring.direction import lower_is_better
from tenders.scoring.model import Criterion
from tenders.scoring.result import BidResult, LotResult


def is_better(result: LotResult, leaf: Criterion, first: BidResult, second: BidResult) -> bool:
    """By its points; a criterion without points counts in the outcome with its value."""
    if leaf.code in first.scores and leaf.code in second.scores:
        return first.scores[leaf.code].points > second.scores[leaf.code].points
    offered, other = first.bid.values.get(leaf.code), second.bid.values.get(leaf.code)
    if not (isinstance(offered, Decimal) and isinstance(other, Decimal)):
        return False
    return offered < other if lower_is_better(leaf) else offered > other
