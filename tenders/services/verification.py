"""Recording what was found when a piece of proof of the intended winner was checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.assessment.motivation import words_of
from tenders.models import Lot, Verification
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.procedure.verification import ends_before_the_contract, has_expired
from tenders.services.phases import Refused, require_phase
from tenders.services.proofs import Proof, checklist

LEAST_WORDS = 3  # of what was seen, when it is right: "ok" tells a court nothing

_UNKNOWN = Text(
    nl="Dit bewijs hoort niet bij de beoogde winnaar. Ververs de pagina.",
    en="This proof does not belong to the intended winner. Reload the page.",
)
_NO_REASON = Text(nl="Schrijf op wat er niet klopt.", en="Write down what is wrong.")
_NOTHING_SEEN = Text(
    nl="Schrijf in minstens drie woorden op wat u hebt gezien: welk stuk, van wie, en wat het zegt.",
    en="Write down in three words at least what you saw: which document, of whom, and what it says.",
)
_NOT_YET = Text(
    nl="De dag waarop u het bewijs zag, ligt in de toekomst.",
    en="The day on which you saw the proof lies in the future.",
)
_EXPIRED = Text(
    nl="Dit bewijs is op de dag van de gunning verlopen. Vraag nieuw bewijs, of keur het af.",
    en="This evidence has expired on the day of the award. Ask for new evidence, or reject it.",
)
_NO_END = Text(
    nl="Vul in tot wanneer dit bewijsmiddel geldig is, of leg vast dat het geen einddatum heeft.",
    en="Fill in until when this evidence is valid, or record that it has no end date.",
)
_NO_RENEWAL = Text(
    nl="Dit bewijs verloopt vóór het einde van het contract. Schrijf op wat u over vernieuwing afsprak.",
    en="This evidence expires before the end of the contract. Write down what you agreed on renewal.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What somebody found of one piece of proof.

    `words`: what was seen, or what is wrong. `valid_until`: None takes the end that the evidence states;
    `has_no_end` says that it has none.
    """

    is_right: bool
    words: str
    on: date
    valid_until: date | None = None
    has_no_end: bool = False
    renewal: str = ""


@transaction.atomic
def verify(*, lot: Lot, item: str, seen: Seen, at: datetime, actor: User) -> Verification:
    """Record one check; the newest of an item counts and the earlier ones stay. Raises `Refused`."""
    require_phase(lot, Phase.VERIFICATION)
    listed = checklist(lot, on=sent_on(at))
    proof = listed.of(item) if listed is not None else None
    if listed is None or proof is None:
        raise Refused([_UNKNOWN])
    ends = None if seen.has_no_end else seen.valid_until or proof.item.valid_until
    faults = list(_faults(proof, seen, ends, sent_on(at), lot.tender.contract_end))
    if faults:
        raise Refused(faults)
    earlier = Verification.objects.filter(bid=listed.bid, item=item).order_by("pk").last()
    row = Verification.objects.create(
        bid=listed.bid,
        item=item,
        is_right=seen.is_right,
        reason=seen.words.strip(),
        seen_on=seen.on,
        valid_until=ends,
        renewal=seen.renewal.strip(),
        at=at,
        made_by=actor,
    )
    _recorded(row, earlier)
    return row


def _faults(
    proof: Proof, seen: Seen, ends: date | None, today: date, contract_end: date | None
) -> Iterator[Text]:
    """`today` is the first day on which the award can be decided."""
    if seen.on > today:
        yield _NOT_YET
    if not seen.is_right:
        if not seen.words.strip():
            yield _NO_REASON
        return
    if len(words_of(seen.words)) < LEAST_WORDS:
        yield _NOTHING_SEEN
    if proof.item.is_evidence and ends is None and not seen.has_no_end:
        yield _NO_END
    if has_expired(ends, on=today):
        yield _EXPIRED
    elif ends_before_the_contract(ends, contract_end) and not seen.renewal.strip():
        yield _NO_RENEWAL


def _recorded(row: Verification, earlier: Verification | None) -> None:
    lot = row.bid.lot
    record(
        organisation=lot.tender.organisation,
        at=row.at,
        actor=row.made_by,
        action="proof.verified",
        subject=f"{lot.tender.reference} / {lot.number} / {row.bid.code}",
        details={
            "item": row.item,
            "reason": row.reason,
            "seen_on": row.seen_on.isoformat() if row.seen_on else None,
            "until": row.valid_until.isoformat() if row.valid_until else None,
            "renewal": row.renewal,
        },
        before=earlier.is_right if earlier else "",
        after=row.is_right,
    )
