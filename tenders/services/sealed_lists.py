"""A list of bids: sealed as a whole or not at all, with one event beside those of the bids themselves."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from procurement.audit.log import record
from tenders.models import Lot, SealedBid
from tenders.services.bid_content import NewSealedBid
from tenders.services.receipts import fingerprint
from tenders.services.sealed_rows import subject_of
from tenders.services.sealing import seal_bid


@sensitive_variables()
@transaction.atomic
def seal_bids(*, lot: Lot, bids: Sequence[NewSealedBid], at: datetime, actor: User) -> list[SealedBid]:
    """All of them or none. Raises `Refused`.

    The event of the list has a SHA-256 of what was sealed and none of the list itself: with that, whoever
    reads the log could try prices until one fits.
    """
    rows = [seal_bid(lot=lot, bid=bid, at=at, actor=actor) for bid in bids]
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.list_sealed",
        subject=subject_of(lot),
        details={
            "bids": len(rows),
            "receipts": [row.receipt for row in rows],
            "sha256": fingerprint([bytes(row.content) for row in rows]),
        },
    )
    return rows
