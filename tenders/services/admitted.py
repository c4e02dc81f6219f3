"""Which bids are admitted: the one place that says it."""

from collections.abc import Collection

from django.db.models import QuerySet

from tenders.models import Bid, FallenBid


def taking_part(bids: QuerySet[Bid]) -> QuerySet[Bid]:
    """Without those that fell away and were not reinstated."""
    return bids.exclude(falls__in=FallenBid.objects.filter(reinstatement=None))


def admitted_in(lots: Collection[int]) -> QuerySet[Bid]:
    """The bids of these lots (keys) that no requirement knocks out and that have not fallen away.

    A bid that came too late has fallen away.
    """
    return taking_part(Bid.objects.filter(lot__in=lots)).exclude(outcomes__met=False)
