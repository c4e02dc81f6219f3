"""A bid that falls away after the opening: withdrawn, rejected as too low, wrong proof, excluded, invalid.

What that does to the ranking of the others is published (`tenders.scoring.fallen`) and follows when the
ranking is calculated again.
"""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import Bid, FallenBid, Inquiry, Lot
from tenders.procedure.phases import Phase
from tenders.services.admitted import admitted_in
from tenders.services.phases import Refused, phase_of, require_phase
from tenders.services.transitions import take_step

BIDS_MAY_FALL = (
    Phase.OPENING,
    Phase.ASSESSMENT,
    Phase.CONSENSUS,
    Phase.PRICE_OPENING,
    Phase.EVALUATION,
    Phase.VERIFICATION,
)

_NO_REASON = Text(
    nl="Schrijf op waarom deze inschrijving vervalt. De reden komt in de brief en in het proces-verbaal.",
    en="Write down why this bid falls away. The reason goes into the letter and the record.",
)
_FALLEN = Text(nl="Inschrijving {bid} is al vervallen.", en="Bid {bid} has fallen away already.")
_NOT_JUDGED = Text(
    nl="Vraag eerst om een toelichting op de lage prijs en wijs die met een reden af.",
    en="First ask for an explanation of the low price and reject it with a reason.",
)


def fallen_bids(lot: Lot) -> list[FallenBid]:
    rows = FallenBid.objects.filter(bid__lot=lot).select_related(
        "bid__supplier", "made_by", "reinstatement__made_by", "reinstatement__seconded_by"
    )
    return list(rows.order_by("pk"))


def admitted_bids(lot: Lot) -> QuerySet[Bid]:
    """The bids that no requirement knocks out and that have not fallen away."""
    return admitted_in([lot.pk]).select_related("supplier")


@transaction.atomic
def let_fall(*, bid: Bid, cause: str, reason: str, at: datetime, actor: User) -> FallenBid:
    """Record that the bid falls away. Raises `Refused`.

    During the verification the lot goes back to the ranking in the same step: its winner is gone.
    """
    require_phase(bid.lot, *BIDS_MAY_FALL)
    refusal = _refusal(bid, cause, reason)
    if refusal is not None:
        raise Refused([refusal])
    fallen = FallenBid.objects.create(bid=bid, cause=cause, reason=reason.strip(), at=at, made_by=actor)
    record(
        organisation=bid.lot.tender.organisation,
        at=at,
        actor=actor,
        action="bid.fell_away",
        subject=f"{bid.lot.tender.reference} / {bid.lot.number} / {bid.code}",
        details={"cause": cause, "reason": fallen.reason},
        before="admitted",
        after="fallen",
    )
    if phase_of(bid.lot) is Phase.VERIFICATION:
        take_step(lot=bid.lot, code="rank-again", at=at, actor=actor, reason=fallen.reason)
    return fallen


def _refusal(bid: Bid, cause: str, reason: str) -> Text | None:
    if not reason.strip():
        return _NO_REASON
    if FallenBid.objects.filter(bid=bid, reinstatement=None).exists():
        return _FALLEN.format(bid=bid.code)
    if cause == FallenBid.Cause.LOW and not _was_judged_too_low(bid):
        return _NOT_JUDGED
    return None


def _was_judged_too_low(bid: Bid) -> bool:
    newest = Inquiry.objects.filter(bid=bid).order_by("-pk").first()
    return newest is not None and newest.is_rejected
