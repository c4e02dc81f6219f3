"""Registering bids of suppliers, one or a pasted list, and the evidence that a bid rests on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Bid, Evidence, Lot, Supplier
from tenders.services.decided import hold_undecided
from tenders.services.frozen import is_published


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBid:
    """A bid as received; a supplier that is not known yet is added to the register."""

    code: str
    supplier: str
    chamber_of_commerce: str = ""
    received_at: datetime


class NotPublished(ValueError):
    """Bids belong to criteria that have been published."""


class TakenBid(ValueError):
    """A code or a supplier would bid twice on this lot; `names` lists which."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


@transaction.atomic
def register_bids(*, lot: Lot, bids: Sequence[NewBid], at: datetime, actor: User) -> list[Bid]:
    """Add all of `bids` or none. Raises `NotPublished`, so that nobody sets weights with a bid on the table,
    and `TakenBid`.
    """
    if not is_published(lot.tender):
        raise NotPublished(str(lot.tender))
    hold_undecided(lot)
    taken = taken_names(lot, bids)
    if taken:
        raise TakenBid(taken)
    rows = [_register(lot, bid) for bid in bids]
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.registered",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"bids": [[row.code, row.supplier.name, row.received_at.isoformat()] for row in rows]},
    )
    return rows


def taken_names(lot: Lot, bids: Sequence[NewBid]) -> list[str]:
    """Codes and suppliers of `bids` that are on the lot already, or twice in the list itself."""
    codes = set(lot.bids.values_list("code", flat=True))
    suppliers = set(lot.bids.values_list("supplier__name", flat=True))
    taken = []
    for bid in bids:
        taken += [name for name, known in ((bid.code, codes), (bid.supplier, suppliers)) if name in known]
        codes.add(bid.code)
        suppliers.add(bid.supplier)
    return taken


def _register(lot: Lot, bid: NewBid) -> Bid:
    supplier, _ = Supplier.objects.get_or_create(
        organisation=lot.tender.organisation,
        name=bid.supplier,
        defaults={"chamber_of_commerce": bid.chamber_of_commerce},
    )
    return Bid.objects.create(lot=lot, supplier=supplier, code=bid.code, received_at=bid.received_at)


@transaction.atomic
def choose_evidence(*, bid: Bid, evidence: Collection[Evidence], at: datetime, actor: User) -> None:
    """Rest the bid on exactly these pieces of its supplier."""
    hold_undecided(bid.lot)
    chosen = sorted(piece.pk for piece in evidence if piece.supplier_id == bid.supplier_id)
    if chosen == sorted(bid.evidence.values_list("pk", flat=True)):
        return
    bid.evidence.set(chosen)
    record(
        organisation=bid.lot.tender.organisation,
        at=at,
        actor=actor,
        action="bid.evidence_chosen",
        subject=f"{bid.lot.tender.reference} / {bid.lot.number} / {bid.code}",
        details={"evidence": chosen},
    )
