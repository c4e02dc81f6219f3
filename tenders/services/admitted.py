"""Which bids are admitted: the one place that says it."""

from collections.abc import Collection

from django.db.models import QuerySet

from tenders.models import Bid


def admitted_in(lots: Collection[int]) -> QuerySet[Bid]:
    """The bids of these lots (keys) that no requirement knocks out and that have not fallen away.

    A bid that came too late has fallen away.
    """
    return Bid.objects.filter(lot__in=lots, fallen=None).exclude(outcomes__met=False)
