"""Bids in their vaults, and two people who open them."""

from datetime import datetime, timedelta

from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import BidValue, Lot, SealedBid
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


def opened(lot: Lot, code: str = "open-bids", at: datetime | None = None) -> None:
    """By the officer and, a minute later, the lawyer; the prices five minutes after the bids."""
    at = at or (cast.NOW if code == "open-bids" else cast.NOW + timedelta(minutes=5))
    take_step(lot=lot, code=code, at=at, actor=cast.person(Role.OFFICER))
    take_step(lot=lot, code=code, at=at + timedelta(minutes=1), actor=cast.person(Role.LAWYER))
    lot.refresh_from_db()


def values_of(lot: Lot) -> dict[str, dict[str, str]]:
    """By the code of the bid and of the criterion."""
    found: dict[str, dict[str, str]] = {}
    for value in BidValue.objects.filter(bid__lot=lot):
        found.setdefault(value.bid.code, {})[value.criterion.code] = value.value
    return found


def bids_page(lot: Lot) -> str:
    return reverse("tenders:bids", args=[lot.pk])


def bid_fields(lot: Lot, **changed: str) -> dict[str, object]:
    """The form of one bid, filled in."""
    keys = {each.code: each.pk for each in lot.criteria.all()}
    given = {
        "one": "1",
        "one-supplier": CANARY,
        "one-chamber_of_commerce": "12345678",
        "one-received_at": "27-10-2026 10:15:07",
        f"one-value-{keys['D1']}": "280,25",
        f"one-answer-{keys['K']}": "Een antwoord van de kanarie.",
        f"one-price-{keys['P']}": "8.675.309,17",
    }
    return given | {f"one-{name}": value for name, value in changed.items()}
