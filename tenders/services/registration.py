"""The evidence that an opened bid rests on."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Bid, Evidence
from tenders.procedure.phases import QUALITY, Phase
from tenders.services.phases import require_phase, require_sealed_prices

CHOOSING = tuple(phase for phase in Phase if phase in QUALITY)


@transaction.atomic
def choose_evidence(*, bid: Bid, evidence: Collection[Evidence], at: datetime, actor: User) -> None:
    """Rest the bid on exactly these pieces of its supplier, until the scores are locked. Raises `Refused`."""
    require_phase(bid.lot, *CHOOSING)
    require_sealed_prices(bid.lot)
    chosen = sorted(piece.pk for piece in evidence if piece.supplier_id == bid.supplier_id)
    before = sorted(bid.evidence.values_list("pk", flat=True))
    if chosen == before:
        return
    bid.evidence.set(chosen)
    record(
        organisation=bid.lot.tender.organisation,
        at=at,
        actor=actor,
        action="bid.evidence_chosen",
        subject=f"{bid.lot.tender.reference} / {bid.lot.number} / {bid.code}",
        details={},
        before=before,
        after=chosen,
    )
