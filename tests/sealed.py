"""Bids in their vaults, and two people who open them."""

from datetime import datetime, timedelta

from procurement.organisations.models import Role
from tenders.models import Lot, SealedBid
from tenders.procedure.phases import Phase
from tenders.services.sealing import NewFile, NewSealedBid, seal_bid
from tenders.services.transitions import take_step
from tests import cast

CANARY = "Kanarie-8fd2 B.V."
CANARY_PRICE = "8675309.17"
EARLY = cast.DEADLINE - timedelta(days=3)


def open_for_bids(phase: Phase = Phase.SUBMISSION) -> Lot:
    """The published lot of the cast, with no bid on it."""
    lot = cast.lot()
    cast.published(lot.tender, phase)
    return lot


def new_bid(supplier: str = CANARY, price: str = CANARY_PRICE, **changed: object) -> NewSealedBid:
    """A complete bid for the lot of the cast."""
    given: dict[str, object] = {
        "supplier": supplier,
        "received_at": EARLY,
        "values": {"D1": "280.25"},
        "prices": {"P": price},
        "answers": {"K": f"Antwoord van {supplier} over service."},
        "files": (NewFile("plan van aanpak.pdf", "K", f"%PDF {supplier}".encode()),),
    }
    return NewSealedBid(**(given | changed))  # type: ignore[arg-type]


def sealed(lot: Lot, bid: NewSealedBid | None = None, at: datetime = cast.NOW) -> SealedBid:
    return seal_bid(lot=lot, bid=bid or new_bid(), at=at, actor=cast.person(Role.OFFICER))


def opened(lot: Lot, code: str = "open-bids", at: datetime = cast.NOW) -> None:
    """By the officer and, a minute later, the lawyer."""
    take_step(lot=lot, code=code, at=at, actor=cast.person(Role.OFFICER))
    take_step(lot=lot, code=code, at=at + timedelta(minutes=1), actor=cast.person(Role.LAWYER))
    lot.refresh_from_db()
