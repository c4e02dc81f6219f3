"""A lot on its way from the ranking to the contract, step by step, for the tests."""

from datetime import datetime

from procurement.organisations.models import Role
from tenders.models import AwardDecision, Bid, Letter, Lot, Tender
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on, standstill
from tenders.services.decided import decision_of
from tenders.services.evaluate import evaluate_lot
from tenders.services.proofs import checklist
from tenders.services.transitions import take_step
from tenders.services.verification import Seen, verify
from tests import cast, meeting

SEEN = "Verklaring van de fabrikant, klopt met de inschrijving."


def step(lot: Lot, code: str, at: datetime = cast.NOW, reason: str = "Daarom.") -> None:
    take_step(lot=lot, code=code, at=at, actor=cast.person(Role.OFFICER), reason=reason)


def ranked(lot: Lot) -> Lot:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def explained_lot(of: Tender | None = None) -> Lot:
    """Every score has a motivation of its own that a letter can rest on."""
    lot = cast.lot_with_bids(of)
    for bid, why in zip(lot.bids.order_by("code"), (meeting.WHY_A, meeting.WHY_B, meeting.WHY), strict=True):
        bid.values.filter(criterion__code="K").update(motivation=why)
    return lot


def in_evaluation(lot: Lot | None = None) -> Lot:
    """Published, opened and ranked: A first, B second, C knocked out."""
    row = lot or cast.lot_with_bids()
    cast.published(row.tender, Phase.EVALUATION)
    return ranked(row)


def in_verification(lot: Lot | None = None) -> Lot:
    row = lot or in_evaluation()
    step(row, "start-verification")
    return row


def right(at: datetime = cast.NOW) -> Seen:
    return Seen(is_right=True, words=SEEN, on=sent_on(at))


def verified(lot: Lot, at: datetime = cast.NOW) -> Lot:
    """Everything on the list was checked and found right."""
    listed = checklist(lot, on=sent_on(at))
    assert listed is not None
    for proof in listed.proofs:
        verify(lot=lot, item=proof.item.code, seen=right(at), at=at, actor=cast.person(Role.OFFICER))
    return lot


def decided(lot: Lot | None = None) -> Lot:
    row = verified(lot or in_verification())
    step(row, "decide-award")
    return row


def standing(lot: Lot) -> AwardDecision:
    decision = decision_of(lot)
    assert decision is not None
    return decision


def letter_to(bid: Bid, decision: AwardDecision, sent_at: datetime) -> None:
    """As if it was sent; what letters say is no part of these tests."""
    Letter.objects.create(
        decision=decision,
        bid=bid,
        language="nl",
        word=b"word",
        open_document=b"odt",
        digest="0" * 64,
        sent_at=sent_at,
        sent_by=cast.person(Role.OFFICER),
        standstill_until=standstill(sent_on(sent_at)).free_from,
    )


def in_standstill(lot: Lot | None = None, sent_at: datetime = cast.NOW) -> Lot:
    """Every bidder has its letter."""
    row = lot or decided()
    for bid in Bid.objects.filter(lot=row):
        letter_to(bid, standing(row), sent_at)
    return cast.in_phase(row, Phase.STANDSTILL)
