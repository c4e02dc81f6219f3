"""A bid that is registered after the deadline and takes the place of an earlier one: by two people.

One signs for the receipt of the earlier bid, with the reason; an officer registers the later bid within ten
minutes. Nobody is told whose the earlier bid is: the receipt says nothing about its bidder. Without the two
signatures the later bid goes into the vault like any other, and replaces nothing at the opening.
"""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import FirstSignature, LateReplacement, Lot, SealedBid
from tenders.procedure.deadlines import has_passed
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.phases import Refused, require_phase
from tenders.services.sealed_rows import subject_of
from tenders.services.sealing import SEALING, NewSealedBid, seal_bid, sealed_with
from tenders.services.signatures import may_take
from tenders.services.two_people import first_of_two, require_two_people

_TOO_EARLY = Text(
    nl="Tot het uiterste tijdstip vervangt een inkoper een inschrijving alleen. Een tweede persoon is dan "
    "niet nodig.",
    en="Until the deadline an officer replaces a bid alone. No second person is needed then.",
)
_NO_REASON = Text(
    nl="Schrijf op waarom de latere inschrijving pas nu wordt geregistreerd, en waaruit blijkt dat zij op "
    "tijd is ingediend.",
    en="Write down why the later bid is registered only now, and what shows that it was handed in on time.",
)
_NOT_YOURS = Text(
    nl="Alleen een inkoper, jurist of projectleider van deze organisatie doet dit.",
    en="Only an officer, lawyer or project lead of this organisation does this.",
)
_SIGN_FIRST = Text(
    nl="Na het uiterste tijdstip vervangen twee personen een inschrijving. Iemand anders tekent eerst voor "
    "het ontvangstnummer, met de reden. Registreer de nieuwe inschrijving daarna binnen tien minuten.",
    en="After the deadline two people replace a bid. Somebody else signs for the receipt first, with the "
    "reason. Register the new bid within ten minutes after.",
)


def registered_late(lot: Lot) -> int:
    """How many bids were registered after the deadline; who they are of is known to nobody yet."""
    deadline = lot.tender.deadline
    rows = SealedBid.objects.filter(lot=lot, withdrawal=None)
    return rows.filter(sealed_at__gt=deadline).count() if deadline is not None else 0


def may_sign(actor: User, lot: Lot) -> bool:
    """Those who may open the bids, and who still work here."""
    return actor.is_active and may_take(actor, TRANSITIONS["open-bids"], lot.tender.organisation)


@transaction.atomic
def sign_replacement(*, lot: Lot, receipt: str, reason: str, at: datetime, actor: User) -> FirstSignature:
    """The first of two people lets the bid with this receipt be replaced. Raises `Refused`."""
    earlier = _replaceable(lot, receipt, at, actor)
    require_two_people(actor, None, at=at)
    if not reason.strip():
        raise Refused([_NO_REASON])
    signature = FirstSignature.objects.create(
        lot=lot, transition=_code(earlier), at=at, made_by=actor, reason=reason.strip()
    )
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.late_replacement_signed",
        subject=subject_of(lot),
        details={"receipt": earlier.receipt, "reason": signature.reason},
    )
    return signature


@sensitive_variables()
@transaction.atomic
def replace_late(*, lot: Lot, receipt: str, bid: NewSealedBid, at: datetime, actor: User) -> LateReplacement:
    """The second person registers the bid that takes the place of the earlier one. Raises `Refused`.

    The earlier bid stays in the vault. At the opening the later one counts if both are of one bidder.
    """
    earlier = _replaceable(lot, receipt, at, actor)
    first = _waiting(earlier, at)
    if first is None or first.made_by_id == actor.pk:
        raise Refused([_SIGN_FIRST])
    require_two_people(actor, first, at=at)
    later = seal_bid(lot=lot, bid=bid, at=at, actor=actor)
    row = LateReplacement.objects.create(
        earlier=earlier, later=later, signed_by=first.made_by, made_by=actor, at=at, reason=first.reason
    )
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.replaced_late",
        subject=subject_of(lot),
        details={
            "earlier": earlier.receipt,
            "receipt": later.receipt,
            "reason": row.reason,
            "people": [first.made_by_id, actor.pk],
        },
    )
    return row


def _replaceable(lot: Lot, receipt: str, at: datetime, actor: User) -> SealedBid:
    require_phase(lot, *SEALING)
    if not may_sign(actor, lot):
        raise Refused([_NOT_YOURS])
    deadline = lot.tender.deadline
    if deadline is None or not has_passed(deadline, at):
        raise Refused([_TOO_EARLY])
    return sealed_with(lot, receipt)


def _waiting(earlier: SealedBid, at: datetime) -> FirstSignature | None:
    """The signature on which the later bid may follow, of somebody who may still sign. It is spent once."""
    first = first_of_two(earlier.lot_id, _code(earlier), at=at, may_sign=may_sign)
    if first is None:
        return None
    spent = LateReplacement.objects.filter(earlier=earlier, at__gte=first.at).exists()
    return None if spent else first


def _code(earlier: SealedBid) -> str:
    return f"late-bid {earlier.receipt}"
