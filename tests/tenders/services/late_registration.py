"""A bid that was sealed in time, before another that is registered late."""

from datetime import datetime, timedelta

from tenders.models import Lot, SealedBid
from tests import cast
from tests.sealed import EARLY, new_bid, sealed

AFTER = cast.DEADLINE + timedelta(hours=1)
WHY = "De kopie uit TenderNed kwam pas na het uiterste tijdstip."


def first(lot: Lot, at: datetime = EARLY) -> SealedBid:
    return sealed(lot, new_bid(values={"D1": "300"}), at)
