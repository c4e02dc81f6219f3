"""Recording what was found of the proof of the intended winner."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot, Verification
from tenders.procedure.phases import Phase
from tenders.services.facts import facts_of
from tenders.services.phases import Refused
from tenders.services.proofs import checklist
from tenders.services.record_course import course_of
from tenders.services.verification import verify
from tests import award, cast
from tests.guards import without_guards

pytestmark = pytest.mark.django_db

EXPIRED = date(2026, 11, 1)
RENEWAL = "De leverancier vernieuwt het certificaat in juni 2029."


def check(lot: Lot, item: str = "requirement:E1", **more: Any) -> Verification:
    seen = replace(award.right(), **more)
    return verify(lot=lot, item=item, seen=seen, at=cast.NOW, actor=cast.person(Role.OFFICER))


def counted(lot: Lot) -> tuple[int, int]:
    facts = facts_of(lot, at=cast.NOW, actor=None)
    return facts.unverified, facts.failed_proofs


def with_certificate(until: date | None) -> Lot:
    """The winner hands in a certificate."""
    lot = cast.lot_with_bids()
    bid = lot.bids.get(code="A")
    row = Evidence.objects.create(
        supplier=bid.supplier, kind="iso_14001", title="ISO 14001", valid_until=until
    )
    bid.evidence.add(row)
    return award.in_verification(award.in_evaluation(lot))


def certificate() -> str:
    return f"evidence:{Evidence.objects.get().pk}"


def test_the_list_is_that_of_the_winner() -> None:
    listed = checklist(award.in_verification(), on=cast.NOW.date())

    assert listed is not None
    assert (listed.bid.code, [proof.item.code for proof in listed.proofs]) == (
        "A",
        ["exclusion-grounds", "requirement:E1", "criterion:D1"],
    )


def test_every_check_counts_down() -> None:
    lot = award.in_verification()
    before = counted(lot)

    check(lot)

    assert (before, counted(lot)) == ((3, 0), (2, 0))


def test_the_newest_check_counts_and_the_earlier_one_stays() -> None:
    lot = award.in_verification()
    check(lot, is_right=False, words="Twee jaar.")
    wrong = counted(lot)

    check(lot)

    assert (wrong, counted(lot)) == ((2, 1), (2, 0))
    assert [row.is_right for row in Verification.objects.order_by("pk")] == [False, True]


def test_wrong_proof_keeps_the_decision_waiting() -> None:
    lot = award.verified(award.in_verification())
    check(lot, is_right=False, words="Twee jaar.")

    with pytest.raises(Refused) as refusal:
        award.step(lot, "decide-award")

    [reason] = refusal.value.reasons
    assert reason.nl.startswith("Bewijs van de beoogde winnaar is afgekeurd.")


def test_wrong_proof_needs_a_reason() -> None:
    with pytest.raises(Refused):
        check(award.in_verification(), is_right=False, words=" ")


def test_an_item_of_another_bid_is_refused() -> None:
    with pytest.raises(Refused):
        check(award.in_verification(), item="evidence:999")


def test_evidence_that_has_expired_at_the_award_is_not_right() -> None:
    lot = with_certificate(EXPIRED)

    with pytest.raises(Refused) as refusal:
        check(lot, item=certificate())
    check(lot, item=certificate(), valid_until=date(2030, 1, 1), renewal=RENEWAL)

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Dit bewijs is op de dag van de gunning verlopen. Vraag nieuw bewijs, of keur het af."
    ]
    assert Verification.objects.get().valid_until == date(2030, 1, 1)


def test_the_check_keeps_the_end_date_that_the_evidence_states() -> None:
    lot = with_certificate(date(2029, 10, 31))

    check(lot, item=certificate(), renewal=RENEWAL)

    assert Verification.objects.get().valid_until == date(2029, 10, 31)


def test_the_next_winner_starts_with_a_list_of_its_own() -> None:
    lot = award.verified(award.in_verification())
    award.step(lot, "rank-again")
    bid = lot.bids.get(code="A")
    with without_guards("tenders_bidvalue"):
        bid.values.filter(criterion__code="P").update(value="1200")
    award.step(award.ranked(lot), "start-verification")

    listed = checklist(lot, on=cast.NOW.date())

    assert listed is not None
    assert (listed.bid.code, listed.unverified) == ("B", 3)


@pytest.mark.parametrize("phase", [Phase.EVALUATION, Phase.AWARD, Phase.STANDSTILL])
def test_proof_is_checked_during_the_verification(phase: Phase) -> None:
    lot = cast.in_phase(award.in_evaluation(), phase)

    with pytest.raises(Refused):
        check(lot)


def test_proof_that_expires_after_its_check_is_to_be_checked_again() -> None:
    lot = award.verified(award.in_verification())
    today = cast.NOW.date()
    check(lot, "exclusion-grounds", valid_until=today, renewal=RENEWAL)

    same_day = facts_of(lot, at=cast.NOW, actor=None).unverified
    with pytest.raises(Refused) as refusal:
        award.step(lot, "decide-award", at=cast.NOW + timedelta(days=1))

    assert same_day == 0
    assert [reason.nl for reason in refusal.value.reasons] == [
        "Bewijs van de beoogde winnaar dat nog niet is gecontroleerd: 1."
    ]


@pytest.mark.parametrize("words", ["", " ", "Akkoord.", "Klopt gewoon", "2026 11 02"])
def test_what_is_right_says_what_was_seen(words: str) -> None:
    lot = award.in_verification()

    with pytest.raises(Refused) as refusal:
        check(lot, words=words)

    assert [reason.en for reason in refusal.value.reasons] == [
        "Write down in three words at least what you saw: which document, of whom, and what it says."
    ]
    assert Verification.objects.count() == 0


def test_nobody_saw_a_document_tomorrow() -> None:
    today = cast.NOW.date()

    with pytest.raises(Refused) as refusal:
        check(award.in_verification(), on=today + timedelta(days=1))

    assert [reason.nl for reason in refusal.value.reasons] == [
        "De dag waarop u het bewijs zag, ligt in de toekomst."
    ]


def test_a_check_keeps_what_was_seen_when_and_by_whom() -> None:
    lot = award.in_verification()
    day = cast.NOW.date() - timedelta(days=3)

    check(lot, on=day)

    row = Verification.objects.get()
    assert (row.reason, row.seen_on, row.made_by) == (award.SEEN, day, cast.person(Role.OFFICER))


def test_a_certificate_has_an_end_date_or_it_was_seen_that_it_has_none() -> None:
    lot = with_certificate(None)

    with pytest.raises(Refused) as refusal:
        check(lot, item=certificate())
    check(lot, item=certificate(), has_no_end=True)

    assert [reason.en for reason in refusal.value.reasons] == [
        "Fill in until when this evidence is valid, or record that it has no end date."
    ]
    assert Verification.objects.get().valid_until is None


@pytest.mark.parametrize(("until", "needs"), [(date(2030, 12, 30), 1), (date(2030, 12, 31), 0)])
def test_proof_that_ends_before_the_contract_needs_an_agreement_on_renewal(until: date, needs: int) -> None:
    """The contract of the example runs to 31 December 2030."""
    lot = with_certificate(until)

    refused = 0
    try:
        check(lot, item=certificate())
    except Refused:
        refused = 1
        check(lot, item=certificate(), renewal=RENEWAL)

    assert refused == needs
    assert Verification.objects.get().renewal == (RENEWAL if needs else "")


def test_the_record_tells_what_was_seen_and_agreed() -> None:
    lot = with_certificate(date(2029, 10, 31))
    check(lot, item=certificate(), renewal=RENEWAL)

    reasons = [each.reason for each in course_of(lot)]

    assert f"{award.SEEN}\n{RENEWAL}" in reasons
