"""A lot in every part of the procedure, each with something to read on its pages."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import Inquiry, Lot, Proceedings, SealedBid, StandstillWaiver, Tender
from tenders.procedure.phases import Phase
from tenders.reports.letters.model import Disclosure
from tenders.services.calibration import discuss_sample, try_sample, write_sample
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import discard_clarification, start_clarification
from tenders.services.falling_away import let_fall
from tenders.services.inquiries import ask, judge, leave_unasked, record_answer
from tenders.services.late_prices import sign_late_price
from tenders.services.legal_check import approve
from tenders.services.legal_reasons import About, give_reason
from tenders.services.letter_drafts import Preparation, prepare_letters
from tenders.services.minutes import Written, write_minutes
from tenders.services.panel import set_panel, withdraw_assessor
from tenders.services.proceedings import clear_ruling, end_proceedings, start_proceedings, waive_standstill
from tenders.services.proofs import checklist
from tenders.services.sealing import NewFile, NewSealedBid, withdraw_bid
from tenders.services.transitions import take_step
from tenders.services.verification import Seen, verify
from tests import (
    award,
    calculated,
    cast,
    clarifying,
    evidence,
    laddered,
    legality_page,
    meeting,
    panel,
    priced,
    sealed,
)
from tests.explained import deviating

WORDS = "Dit staat in de offerte van deze inschrijver."


def legal_check() -> Lot:
    """A lawyer approved a draft that changed after that."""
    lot = cast.lot()
    take_step(lot=lot, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))
    approve(tender=lot.tender, at=cast.PUBLISHED_AT, actor=cast.person(Role.LAWYER), reason="Akkoord.")
    Lot.objects.update(points=1000)
    return lot


def objections() -> Lot:
    """The legality check finds what blocks, what waits for a reason, and what a lawyer gave one for."""
    lot, at = legality_page.unlawful(), timezone.now()
    legality_page.answered(lot.tender, "contract", public_value="")
    about = About("L55", "legal.contract.public_value")
    give_reason(tender=lot.tender, about=about, text="Zie map.", at=at, actor=cast.person(Role.LAWYER))
    return lot


def clarification_open() -> Lot:
    """The first nota changes the documents and is approved."""
    return clarifying.ready(is_substantial=True, new_deadline=clarifying.LATER).tender.lots.get()


def clarification_closed() -> Lot:
    """The first nota is published, the second was discarded."""
    officer, first = cast.person(Role.OFFICER), clarifying.started()
    clarifying.write(first, clarifying.QUESTION)
    publish_clarification(clarification=first, at=clarifying.AT, actor=officer)
    second = start_clarification(tender=first.tender, at=clarifying.AT, actor=officer)
    discard_clarification(clarification=second, reason="Dubbel.", at=clarifying.AT, actor=officer)
    return first.tender.lots.get()


def submission() -> Lot:
    """Bids can still be handed in."""
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=10))
    cast.published(Tender.objects.get(), Phase.SUBMISSION)
    return lot


def practice() -> Lot:
    """The deadline has passed and the assessors have an answer to practise on."""
    lot, officer = sealed.open_for_bids(), cast.person(Role.OFFICER)
    criterion = panel.criterion(lot)
    wanted = {panel.juror(f"juror-{n}").pk: [criterion.pk] for n in (1, 2, 3)}
    set_panel(lot=lot, wanted=wanted, at=cast.NOW, actor=officer)
    for text in ("Wij komen.", "Wij bellen."):
        write_sample(lot=lot, criterion=criterion, text=text, at=cast.NOW, actor=officer)
    sample = lot.criteria.get(code="K").samples.earliest("pk")
    for who, level in zip(lot.assessors.order_by("letter"), ("goed", "matig", "goed"), strict=True):
        try_sample(assessor=who, sample=sample, value=level, motivation=WORDS)
    discuss_sample(lot=lot, sample=sample, at=cast.NOW, actor=officer)
    return lot


def opening() -> Lot:
    """Two bids were opened, one without its price; one was withdrawn, one replaced and one came too late."""
    lot, officer = practice(), cast.person(Role.OFFICER)
    names = ("Anemoon", "Brem", "Brem", "Clematis")
    rows = [sealed.sealed(lot, _offer(name), at=sealed.EARLY) for name in names]
    withdraw_bid(lot=lot, receipt=rows[0].receipt, reason="by-bidder", at=sealed.EARLY, actor=officer)
    sealed.sealed(lot, _offer("Dahlia", received_at=cast.DEADLINE + timedelta(minutes=1)))
    sealed.opened(lot)
    first = SealedBid.objects.get(opened__code="A")
    sign_late_price(sealed=first, reason="Stond apart.", at=timezone.now(), actor=officer)
    return lot


def _offer(supplier: str, received_at: datetime = sealed.EARLY) -> NewSealedBid:
    """What it says is not in any row that can be read: it is the same in both languages."""
    file = NewFile("plan.pdf", "K", b"%PDF")
    prices = {} if supplier == "Brem" else {"P": "900"}
    answers = {"K": "Service: 24/7."}
    return sealed.new_bid(supplier, answers=answers, files=(file,), prices=prices, received_at=received_at)


def assessment() -> Lot:
    """One assessor is ready, one has a conflict of interest and one withdrew."""
    lot, officer = panel.lot_in_assessment(), cast.person(Role.OFFICER)
    criterion = panel.criterion(lot)
    wanted = {panel.juror(f"juror-{n}").pk: [criterion.pk] for n in (1, 2, 3)}
    set_panel(lot=lot, wanted=wanted, at=cast.NOW, actor=officer)
    first, second, third = lot.assessors.order_by("letter")
    panel.ready(first, A="goed", B="matig")
    panel.declares(second, "B")
    withdraw_assessor(assessor=third, reason="Ziek.", at=cast.NOW, actor=officer)
    return lot


def consensus() -> Lot:
    """Nothing has been revealed yet."""
    return meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS))


def agreed() -> Lot:
    """Revealed, one score agreed twice, one assessor has a conflict of interest, and minutes."""
    lot = meeting.revealed(consensus())
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.settle(lot, A=("matig", meeting.WHY_A), seen=1)
    meeting.conflict(lot, "C", "A")
    written = Written(held_at=cast.NOW, present=tuple(lot.assessors.all()), text="Kort.", seen=0)
    write_minutes(lot=lot, written=written, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def mean() -> Lot:
    """The outcome follows from the scores."""
    return meeting.revealed(meeting.published(meeting.judged_lot(Lot.Combination.MEAN)))


def price_opening() -> Lot:
    """The scores are fixed and the first of two has signed."""
    lot = meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS), Phase.PRICE_OPENING)
    take_step(lot=lot, code="open-prices", at=timezone.now(), actor=cast.person(Role.OFFICER))
    return lot


def evaluation() -> Lot:
    """One low price was rejected and another is being asked about."""
    lot, officer = award.in_evaluation(), cast.person(Role.OFFICER)
    for code in ("A", "B"):
        bid = lot.bids.get(code=code)
        ask(bid=bid, question="Hoe?", answer_by=date(2026, 11, 12), at=cast.NOW, actor=officer)
    inquiry = Inquiry.objects.get(bid__code="B")
    record_answer(inquiry=inquiry, answer="Zo.", at=cast.NOW, actor=officer)
    judge(inquiry=inquiry, outcome="rejected", reason="Te vaag.", at=cast.NOW, actor=officer)
    return lot


def verification() -> Lot:
    """One proof is right, one is not, and a bid that is not the winner fell away."""
    lot, officer = award.in_verification(), cast.person(Role.OFFICER)
    let_fall(bid=lot.bids.get(code="B"), cause="withdrawn", reason="Brief.", at=cast.NOW, actor=officer)
    award.step(award.ranked(lot), "start-verification")
    listed = checklist(lot, on=cast.NOW.date())
    assert listed is not None
    for proof, is_right in zip(listed.proofs, (True, False), strict=False):
        seen = Seen(is_right=is_right, words="Verklaring is verlopen.", on=cast.NOW.date())
        verify(lot=lot, item=proof.item.code, seen=seen, at=cast.NOW, actor=officer)
    return lot


def decision() -> Lot:
    """One decision was withdrawn; the letters about the next are being prepared."""
    lot = award.decided(award.in_verification(award.in_evaluation(award.explained_lot())))
    award.step(lot, "withdraw-decision")
    lot = award.decided(award.in_verification(lot))
    shown = {"K": Disclosure(shows_value=True, shows_motivation=True, text="Sterk.")}
    prepared = Preparation(court="de rechtbank Den Haag", contact="inkoop@example.nl", disclosed=shown)
    prepare_letters(lot=lot, prepared=prepared, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def standstill() -> Lot:
    """One case is pending, one was lost and one won; the lawyer gave the contract free all the same."""
    lot = award.decided()
    ground, lawyer = StandstillWaiver.Ground.CALL_OFF, cast.person(Role.LAWYER)
    waive_standstill(lot=lot, ground=ground, reason="Raamovereenkomst.", at=cast.NOW, actor=lawyer)
    award.in_standstill(lot)
    for ruling in ("", "dismissed", "granted"):
        case = _case(lot, ruling)
        if ruling == "granted":
            clear_ruling(proceedings=case, reason="Hersteld.", at=cast.NOW, actor=lawyer)
    _case(lot, "partly")
    return lot


def _case(lot: Lot, ruling: str) -> Proceedings:
    """Ruled on unless `ruling` is empty."""
    officer, day = cast.person(Role.OFFICER), cast.NOW.date()
    case = start_proceedings(lot=lot, started_on=day, reference="C/09/1", at=cast.NOW, actor=officer)
    if ruling:
        end_proceedings(
            proceedings=case, ended_on=day, ruling=ruling, outcome="Zie map.", at=cast.NOW, actor=officer
        )
    return case


def contract() -> Lot:
    lot = award.in_standstill()
    award.step(lot, "conclude-contract", at=timezone.now() + timedelta(days=60))
    return lot


def stopped() -> Lot:
    """After a low price about which nothing was asked."""
    lot, officer = award.in_evaluation(), cast.person(Role.OFFICER)
    leave_unasked(bid=lot.bids.get(code="A"), reason="Een actie.", at=cast.NOW, actor=officer)
    award.step(
        lot, "stop", reason="De behoefte aan laptops is weg: de dienst gaat dit jaar op in een andere."
    )
    return lot


SCENES: Mapping[str, Callable[[], Lot]] = {
    scene.__name__: scene
    for scene in (
        cast.lot, legal_check, objections, clarification_open, clarification_closed, submission, practice,
        opening, assessment, consensus, agreed, mean, price_opening, evaluation, verification, decision,
        standstill, contract, stopped, deviating, evidence.shown, calculated.life_cycle, laddered.ladder,
        priced.price_sheet,
    )
}  # fmt: skip
