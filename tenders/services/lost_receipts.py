"""For an officer who lost a receipt number: the receipts of what this officer sealed, and nothing else.

Nobody learns from it how many bids there are: what a colleague registered is not in the list, and nothing
of a bid is read.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.models import Lot, SealedBid
from tenders.services.phases import Refused, require_phase
from tenders.services.sealed_rows import subject_of
from tenders.services.sealing import SEALING

_NOT_YOURS = Text(
    nl="Alleen een inkoper van deze organisatie vraagt ontvangstnummers op.",
    en="Only a procurement officer of this organisation asks for receipt numbers.",
)


@dataclass(frozen=True, slots=True)
class OwnReceipt:
    number: str
    sealed_at: datetime


@transaction.atomic
def own_receipts(*, lot: Lot, at: datetime, actor: User) -> list[OwnReceipt]:
    """What `actor` sealed and nobody withdrew, oldest first. The log has that it was asked, not how many."""
    require_phase(lot, *SEALING)
    if actor.is_superuser or not has_role(actor, lot.tender.organisation, Role.OFFICER):
        raise Refused([_NOT_YOURS])
    rows = SealedBid.objects.filter(lot=lot, sealed_by=actor, withdrawal=None).order_by("pk")
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.receipts_shown",
        subject=subject_of(lot),
        details={},
    )
    return [OwnReceipt(*row) for row in rows.values_list("receipt", "sealed_at")]
