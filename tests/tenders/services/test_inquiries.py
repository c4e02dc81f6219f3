"""Asking for an explanation of a low price, and judging it."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.contrib.auth.models import User

from procurement.organisations.models import Role
from tenders.models import FallenBid, Inquiry, Lot
from tenders.procedure.phases import Phase
from tenders.services.inquiries import ask, judge, leave_unasked, record_answer
from tenders.services.phases import Refused, phase_of
from tenders.services.record_course import course_of
from tests import award, cast

pytestmark = pytest.mark.django_db

ANSWER_BY = date(2026, 11, 12)


def asked(lot: Lot, code: str = "A", question: str = "Hoe kan dit?", answer_by: date = ANSWER_BY) -> Inquiry:
    return ask(
        bid=lot.bids.get(code=code), question=question, answer_by=answer_by, at=cast.NOW, actor=officer()
    )


def officer() -> User:
    return cast.person(Role.OFFICER)


def answered(lot: Lot) -> Inquiry:
    inquiry = asked(lot)
    record_answer(inquiry=inquiry, answer="Eigen fabriek.", at=cast.NOW, actor=officer())
    return inquiry


def judged(inquiry: Inquiry, outcome: str, reason: str = "Onderbouwd.", days: int = 0) -> None:
    at = cast.NOW + timedelta(days=days)
    judge(inquiry=inquiry, outcome=outcome, reason=reason, at=at, actor=officer())


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refusal:
        call()
    return [reason.nl for reason in refusal.value.reasons]


def test_each_step_is_one_event_without_the_price_or_the_answer() -> None:
    lot = award.in_evaluation()

    judged(answered(lot), "accepted")

    events = lot.tender.organisation.events.filter(action__startswith="low_bid.").order_by("pk")
    assert [event.action for event in events] == ["low_bid.asked", "low_bid.answered", "low_bid.judged"]
    assert [sorted(json.loads(event.details)) for event in events] == [
        ["after", "answer_by", "before", "inquiry"],
        ["after", "before", "inquiry"],
        ["after", "before", "inquiry"],
    ]
    assert json.loads(events[2].details)["after"] == "accepted"


def test_an_accepted_price_stays_in_the_ranking() -> None:
    lot = award.in_evaluation()
    judged(answered(lot), "accepted")

    award.step(lot, "start-verification")

    assert FallenBid.objects.count() == 0


@pytest.mark.parametrize("outcome", ["rejected", "breach", "state_aid"])
def test_a_rejected_bid_falls_away_with_the_reason(outcome: str) -> None:
    lot = award.in_evaluation()

    judged(answered(lot), outcome, reason="Onder het cao-loon.")

    assert FallenBid.objects.values_list("bid__code", "cause", "reason").get() == (
        "A",
        "low",
        "Onder het cao-loon.",
    )


def test_an_open_question_keeps_the_verification_waiting() -> None:
    lot = award.in_evaluation()
    asked(lot)

    assert refused(lambda: award.step(lot, "start-verification")) == [
        "Een vraag over een abnormaal lage inschrijving staat nog open. Beoordeel eerst de toelichting."
    ]


def test_without_an_answer_a_price_is_not_accepted() -> None:
    inquiry = asked(award.in_evaluation())

    assert refused(lambda: judged(inquiry, "accepted", days=30)) == [
        "Er is nog geen toelichting. Zonder toelichting kunt u de prijs niet aanvaarden."
    ]


def test_a_silent_bidder_is_rejected_only_after_the_agreed_day() -> None:
    inquiry = asked(award.in_evaluation())

    early = refused(lambda: judged(inquiry, "rejected", days=10))
    judged(inquiry, "rejected", days=11)

    assert early == ["De inschrijver heeft nog tot en met de afgesproken dag om te antwoorden."]
    assert FallenBid.objects.count() == 1


def test_a_judgement_needs_its_reason_and_is_given_once() -> None:
    inquiry = answered(award.in_evaluation())

    bare = refused(lambda: judged(inquiry, "accepted", reason=" "))
    unknown = refused(lambda: judged(inquiry, "misschien"))
    judged(inquiry, "accepted")

    assert (bare, unknown) == (["Schrijf op waarom u zo oordeelt."], ["Kies een oordeel."])
    assert refused(lambda: judged(inquiry, "rejected")) == [
        "Deze toelichting is al beoordeeld. Het oordeel verandert niet meer."
    ]


def test_one_question_at_a_time() -> None:
    lot = award.in_evaluation()
    asked(lot)

    assert refused(lambda: asked(lot)) == [
        "Er staat al een vraag aan inschrijving A open. Beoordeel die eerst."
    ]


def test_a_bidder_gets_a_question_and_time() -> None:
    lot = award.in_evaluation()

    assert refused(lambda: asked(lot, question=" ", answer_by=cast.NOW.date())) == [
        "Schrijf de vraag op.",
        "Geef de inschrijver tijd: kies een dag na vandaag.",
    ]


@pytest.mark.parametrize("phase", [Phase.PRICE_OPENING, Phase.VERIFICATION, Phase.AWARD])
def test_questions_belong_to_the_evaluation(phase: Phase) -> None:
    lot = cast.in_phase(award.in_evaluation(), phase)

    assert len(refused(lambda: asked(lot))) == 1
    assert Inquiry.objects.count() == 0


def signalled() -> Lot:
    """The winner stands far under the estimate of a price that is of its order."""
    lot = cast.lot_with_bids()
    lot.estimated_value = Decimal("1700")
    lot.save(update_fields=["estimated_value"])
    return award.in_evaluation(lot)


def started(lot: Lot) -> list[str]:
    return refused(lambda: award.step(lot, "start-verification"))


def test_a_signal_on_the_intended_winner_is_judged_before_the_verification() -> None:
    lot = signalled()

    [reason] = started(lot)
    judged(answered(lot), "accepted")
    award.step(lot, "start-verification")

    assert reason.startswith("De beoogde winnaar heeft signalen van een abnormaal lage prijs: 1.")
    assert phase_of(lot) is Phase.VERIFICATION


def test_or_somebody_writes_down_once_why_no_question_is_needed() -> None:
    lot = signalled()
    leave = partial(leave_unasked, bid=lot.bids.get(code="A"), at=cast.NOW, actor=officer())

    no_reason = refused(lambda: leave(reason=" "))
    leave(reason="De raming was te hoog.")
    again = refused(lambda: leave(reason="Nog eens."))
    award.step(lot, "start-verification")

    assert no_reason == ["Schrijf op waarom geen vraag nodig is."]
    assert again == ["Dit is voor inschrijving A al vastgelegd."]
    assert [each.reason for each in course_of(lot) if "lage prijs" in each.title.nl] == [
        "De raming was te hoog."
    ]


def test_a_reason_for_another_bid_does_not_help_the_winner() -> None:
    lot = signalled()
    leave_unasked(bid=lot.bids.get(code="B"), reason="Eigen fabriek.", at=cast.NOW, actor=officer())

    assert len(started(lot)) == 1
