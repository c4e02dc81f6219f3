"""Recording what was found when a piece of proof of the intended winner was checked."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import Lot, Verification
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.procedure.verification import has_expired
from tenders.services.phases import Refused, require_phase
from tenders.services.proofs import checklist

_UNKNOWN = Text(
    nl="Dit bewijs hoort niet bij de beoogde winnaar. Ververs de pagina.",
    en="This proof does not belong to the intended winner. Reload the page.",
)
_NO_REASON = Text(nl="Schrijf op wat er niet klopt.", en="Write down what is wrong.")
_EXPIRED = Text(
    nl="Dit bewijs is op de dag van de gunning verlopen. Vraag nieuw bewijs, of keur het af.",
    en="This evidence has expired on the day of the award. Ask for new evidence, or reject it.",
)


@transaction.atomic
def verify(
    *,
    lot: Lot,
    item: str,
    is_right: bool,
    reason: str = "",
    valid_until: date | None = None,
    at: datetime,
    actor: User,
) -> Verification:
    """Record one check; the newest of an item counts and the earlier ones stay. Raises `Refused`."""
    require_phase(lot, Phase.VERIFICATION)
    listed = checklist(lot, on=sent_on(at))
    proof = listed.of(item) if listed is not None else None
    if listed is None or proof is None:
        raise Refused([_UNKNOWN])
    ends = valid_until or proof.item.valid_until
    if is_right and has_expired(ends, on=sent_on(at)):
        raise Refused([_EXPIRED])
    if not is_right and not reason.strip():
        raise Refused([_NO_REASON])
    row = Verification.objects.create(
        bid=listed.bid,
        item=item,
        is_right=is_right,
        reason=reason.strip(),
        valid_until=ends,
        at=at,
        made_by=actor,
    )
    _recorded(row)
    return row


def _recorded(row: Verification) -> None:
    lot = row.bid.lot
    record(
        organisation=lot.tender.organisation,
        at=row.at,
        actor=row.made_by,
        action="proof.verified",
        subject=f"{lot.tender.reference} / {lot.number} / {row.bid.code}",
        details={
            "item": row.item,
            "right": row.is_right,
            "reason": row.reason,
            "until": row.valid_until.isoformat() if row.valid_until else None,
        },
    )
