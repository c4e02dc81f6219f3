"""The page of one bid, in a lot that was opened."""

from datetime import timedelta

from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.services.sealing import withdraw_bid
from tests import cast
from tests.sealed import EARLY, new_bid, open_for_bids, opened, sealed


def of_bid(lot: Lot, code: str = "A") -> str:
    return reverse("tenders:bid", args=[lot.pk, code])


def opened_lot() -> Lot:
    """A counts, B is replaced by C's bidder, one was withdrawn and one came too late."""
    lot = open_for_bids()
    before = cast.DEADLINE - timedelta(hours=1)
    gone = sealed(lot, new_bid("Weg"), at=before)
    withdraw_bid(
        lot=lot, receipt=gone.receipt, reason="by-bidder", at=before, actor=cast.person(Role.OFFICER)
    )
    sealed(lot, new_bid("Alfa"))
    sealed(lot, new_bid("Beta", received_at=EARLY + timedelta(hours=1)), at=before)
    sealed(lot, new_bid("Beta", received_at=EARLY + timedelta(hours=2), prices={}), at=before)
    sealed(lot, new_bid("Gamma", received_at=cast.DEADLINE + timedelta(seconds=1)))
    opened(lot)
    return lot
