"""Asking a bidder to explain a price that looks abnormally low, and judging the answer (2.116 Aw 2012)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record, state_digest
from procurement.language import Text
from tenders.models import Bid, FallenBid, Inquiry, Lot, NoInquiry
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.services.falling_away import let_fall
from tenders.services.phases import Refused, require_phase

_ALREADY_ASKED = Text(
    nl="Er staat al een vraag aan inschrijving {bid} open. Beoordeel die eerst.",
    en="A question to bid {bid} is open already. Judge that one first.",
)
_FALLEN = Text(nl="Inschrijving {bid} is vervallen.", en="Bid {bid} has fallen away.")
_NO_QUESTION = Text(nl="Schrijf de vraag op.", en="Write the question down.")
_TOO_SOON = Text(
    nl="Geef de inschrijver tijd: kies een dag na vandaag.",
    en="Give the bidder time: choose a day after today.",
)
_NO_ANSWER_TEXT = Text(
    nl="Schrijf op wat de inschrijver antwoordde.", en="Write down what the bidder answered."
)
_JUDGED = Text(
    nl="Deze toelichting is al beoordeeld. Het oordeel verandert niet meer.",
    en="This explanation was judged already. The judgement no longer changes.",
)
_NO_REASON = Text(nl="Schrijf op waarom u zo oordeelt.", en="Write down why you judge so.")
_UNKNOWN_OUTCOME = Text(nl="Kies een oordeel.", en="Choose a judgement.")
_NOTHING_TO_ACCEPT = Text(
    nl="Er is nog geen toelichting. Zonder toelichting kunt u de prijs niet aanvaarden.",
    en="There is no explanation yet. Without one the price cannot be accepted.",
)
_NO_GROUND = Text(nl="Schrijf op waarom geen vraag nodig is.", en="Write down why no question is needed.")
_LEFT_ALREADY = Text(
    nl="Dit is voor inschrijving {bid} al vastgelegd.", en="This was recorded for bid {bid} already."
)
_STILL_TIME = Text(
    nl="De inschrijver heeft nog tot en met de afgesproken dag om te antwoorden.",
    en="The bidder still has until the agreed day to answer.",
)


def inquiries_of(lot: Lot) -> list[Inquiry]:
    rows = Inquiry.objects.filter(bid__lot=lot).select_related("bid__supplier", "asked_by")
    return list(rows.order_by("pk"))


@transaction.atomic
def ask(*, bid: Bid, question: str, answer_by: date, at: datetime, actor: User) -> Inquiry:
    """Record the question as it goes to the bidder. Raises `Refused`."""
    require_phase(bid.lot, Phase.EVALUATION)
    _refuse(
        _NO_QUESTION if not question.strip() else None,
        _TOO_SOON if answer_by <= sent_on(at) else None,
        _FALLEN.format(bid=bid.code)
        if FallenBid.objects.filter(bid=bid, reinstatement=None).exists()
        else None,
        _ALREADY_ASKED.format(bid=bid.code) if bid.inquiries.filter(outcome="").exists() else None,
    )
    inquiry = Inquiry.objects.create(
        bid=bid, question=question.strip(), asked_at=at, asked_by=actor, answer_by=answer_by
    )
    _recorded(inquiry, "low_bid.asked", at, actor, {"answer_by": answer_by.isoformat()}, "", "asked")
    return inquiry


@transaction.atomic
def leave_unasked(*, bid: Bid, reason: str, at: datetime, actor: User) -> NoInquiry:
    """Record why a bid with a signal need not explain its price. Raises `Refused`."""
    require_phase(bid.lot, Phase.EVALUATION)
    _refuse(
        _NO_GROUND if not reason.strip() else None,
        _FALLEN.format(bid=bid.code)
        if FallenBid.objects.filter(bid=bid, reinstatement=None).exists()
        else None,
        _ALREADY_ASKED.format(bid=bid.code) if bid.inquiries.filter(outcome="").exists() else None,
        _LEFT_ALREADY.format(bid=bid.code) if NoInquiry.objects.filter(bid=bid).exists() else None,
    )
    row = NoInquiry.objects.create(bid=bid, reason=reason.strip(), at=at, made_by=actor)
    _logged(bid, "low_bid.not_asked", at, actor, {"reason": row.reason}, "", "not_asked")
    return row


@transaction.atomic
def record_answer(*, inquiry: Inquiry, answer: str, at: datetime, actor: User) -> None:
    """What the bidder answered; it can be completed until it is judged. Raises `Refused`."""
    require_phase(inquiry.bid.lot, Phase.EVALUATION)
    inquiry.refresh_from_db()
    _refuse(_JUDGED if inquiry.outcome else None, None if answer.strip() else _NO_ANSWER_TEXT)
    before, inquiry.answer = inquiry.answer, answer.strip()
    inquiry.save(update_fields=["answer"])
    states = state_digest(before) if before else "asked", state_digest(inquiry.answer)
    _recorded(inquiry, "low_bid.answered", at, actor, {}, *states)


@transaction.atomic
def judge(*, inquiry: Inquiry, outcome: str, reason: str, at: datetime, actor: User) -> None:
    """Accept the price or reject it; a rejected bid falls away at once. Raises `Refused`."""
    require_phase(inquiry.bid.lot, Phase.EVALUATION)
    inquiry.refresh_from_db()
    _refuse(
        _JUDGED if inquiry.outcome else None,
        None if outcome in Inquiry.Outcome.values else _UNKNOWN_OUTCOME,
        None if reason.strip() else _NO_REASON,
        _unanswered(inquiry, outcome, at),
    )
    inquiry.outcome, inquiry.reason, inquiry.judged_at = outcome, reason.strip(), at
    inquiry.save(update_fields=["outcome", "reason", "judged_at"])
    _recorded(inquiry, "low_bid.judged", at, actor, {}, "asked", outcome)
    if inquiry.is_rejected:
        let_fall(bid=inquiry.bid, cause=FallenBid.Cause.LOW, reason=inquiry.reason, at=at, actor=actor)


def _unanswered(inquiry: Inquiry, outcome: str, at: datetime) -> Text | None:
    if inquiry.answer:
        return None
    if outcome == Inquiry.Outcome.ACCEPTED:
        return _NOTHING_TO_ACCEPT
    return _STILL_TIME if sent_on(at) <= inquiry.answer_by else None


def _refuse(*reasons: Text | None) -> None:
    found = [reason for reason in reasons if reason is not None]
    if found:
        raise Refused(found)


def _recorded(
    inquiry: Inquiry, action: str, at: datetime, actor: User, details: dict[str, str], before: str, after: str
) -> None:
    _logged(inquiry.bid, action, at, actor, {"inquiry": inquiry.pk, **details}, before, after)


def _logged(
    bid: Bid, action: str, at: datetime, actor: User, details: Mapping[str, object], before: str, after: str
) -> None:
    """`before` and `after`: where the question about the price stands; an answer by its SHA-256."""
    lot = bid.lot
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number} / {bid.code}",
        details=details,
        before=before,
        after=after,
    )
