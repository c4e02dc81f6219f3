"""Recording what was found of the proof of the intended winner."""

from datetime import date, timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot, Verification
from tenders.procedure.phases import Phase
from tenders.services.facts import facts_of
from tenders.services.phases import Refused
from tenders.services.proofs import checklist
from tenders.services.verification import verify
from tests import award, cast
from tests.guards import without_guards

pytestmark = pytest.mark.django_db

EXPIRED = date(2026, 11, 1)


def check(lot: Lot, item: str = "requirement:E1", *, is_right: bool = True, **more: object) -> Verification:
    return verify(lot=lot, item=item, is_right=is_right, at=cast.NOW, actor=cast.person(Role.OFFICER), **more)  # type: ignore[arg-type]


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
    check(lot, is_right=False, reason="Twee jaar.")
    wrong = counted(lot)

    check(lot)

    assert (wrong, counted(lot)) == ((2, 1), (2, 0))
    assert [row.is_right for row in Verification.objects.order_by("pk")] == [False, True]


def test_wrong_proof_keeps_the_decision_waiting() -> None:
    lot = award.verified(award.in_verification())
    check(lot, is_right=False, reason="Twee jaar.")

    with pytest.raises(Refused) as refusal:
        award.step(lot, "decide-award")

    [reason] = refusal.value.reasons
    assert reason.nl.startswith("Bewijs van de beoogde winnaar is afgekeurd.")


def test_wrong_proof_needs_a_reason() -> None:
    with pytest.raises(Refused):
        check(award.in_verification(), is_right=False, reason=" ")


def test_an_item_of_another_bid_is_refused() -> None:
    with pytest.raises(Refused):
        check(award.in_verification(), item="evidence:999")


def test_evidence_that_has_expired_at_the_award_is_not_right() -> None:
    lot = with_certificate(EXPIRED)

    with pytest.raises(Refused) as refusal:
        check(lot, item=certificate())
    check(lot, item=certificate(), valid_until=date(2030, 1, 1))

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Dit bewijs is op de dag van de gunning verlopen. Vraag nieuw bewijs, of keur het af."
    ]
    assert Verification.objects.get().valid_until == date(2030, 1, 1)


def test_the_check_keeps_the_end_date_that_the_evidence_states() -> None:
    lot = with_certificate(date(2029, 10, 31))

    check(lot, item=certificate())

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
    check(lot, "exclusion-grounds", valid_until=today)

    same_day = facts_of(lot, at=cast.NOW, actor=None).unverified
    with pytest.raises(Refused) as refusal:
        award.step(lot, "decide-award", at=cast.NOW + timedelta(days=1))

    assert same_day == 0
    assert [reason.nl for reason in refusal.value.reasons] == [
        "Bewijs van de beoogde winnaar dat nog niet is gecontroleerd: 1."
    ]
