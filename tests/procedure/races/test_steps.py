"""The same step by several people at one moment, on PostgreSQL, in real processes: it happens once."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import (
    AwardDecision,
    DecisionWithdrawal,
    Declaration,
    Letter,
    Lot,
    PhaseChange,
)
from tenders.procedure.phases import Phase
from tenders.services.phases import phase_of
from tenders.services.scoring_alone import Answer, declare
from tenders.services.transitions import take_step
from tests import award, cast, meeting
from tests.side_by_side import PEOPLE, REFUSED, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AFTER = cast.NOW + timedelta(minutes=1)  # the scores were agreed
ONE_OF_ALL = [0] + [REFUSED] * (PEOPLE - 1)
LATER = datetime(2026, 12, 5, 10, tzinfo=UTC)


def step(lot: Lot, code: str, role: Role = Role.OFFICER, at: datetime = cast.NOW) -> None:
    take_step(lot=Lot.objects.get(pk=lot.pk), code=code, at=at, actor=cast.person(role), reason="Daarom.")


def happened(lot: Lot, code: str) -> tuple[int, int]:
    """The changes of the phase and the events by this step."""
    return (
        PhaseChange.objects.filter(lot=lot, transition=code).count(),
        Event.objects.filter(action=f"procedure.{code}").count(),
    )


def test_a_step_that_four_people_take_is_made_once() -> None:
    lot = cast.lot()
    cast.published(lot.tender)
    cast.person(Role.OFFICER)

    codes = together(*[partial(step, lot, "close-clarification")] * PEOPLE)

    assert sorted(codes, key=str) == ONE_OF_ALL
    assert happened(lot, "close-clarification") == (1, 1)


def test_two_ways_on_at_one_moment_make_one_line_of_steps() -> None:
    """The round of questions opens and bids are asked for: one after the other, or one is refused."""
    lot = cast.lot()
    cast.published(lot.tender)
    cast.person(Role.OFFICER)
    ways = ["open-clarification", "close-clarification"] * 2

    together(*(partial(step, lot, code) for code in ways))

    changes = list(PhaseChange.objects.filter(lot=lot).order_by("number").values_list("source", "target"))
    assert [source for source, _ in changes[1:]] == [target for _, target in changes[:-1]]
    assert changes[-1][1] == phase_of(lot).value == Phase.SUBMISSION.value


def test_an_award_submitted_by_four_processes_is_one_decision() -> None:
    lot = award.verified(award.in_verification())

    codes = together(*[partial(step, lot, "decide-award")] * PEOPLE)

    assert sorted(codes, key=str) == ONE_OF_ALL
    assert AwardDecision.objects.count() == 1
    assert Event.objects.filter(action="lot.awarded").count() == 1
    assert happened(lot, "decide-award") == (1, 1)


def test_letters_sent_by_four_processes_go_to_each_bidder_once() -> None:
    lot = award.decided(award.in_verification(award.in_evaluation(award.explained_lot())))

    codes = together(*[partial(step, lot, "send-letters", at=LATER)] * PEOPLE)

    assert sorted(codes, key=str) == ONE_OF_ALL
    assert sorted(Letter.objects.values_list("bid__code", flat=True)) == ["A", "B", "C"]
    assert Event.objects.filter(action="letters.sent").count() == 1


def test_letters_and_a_withdrawal_take_turns() -> None:
    """No letter of a decision that was withdrawn before; a withdrawal after the letters is recorded."""
    lot = award.decided(award.in_verification(award.in_evaluation(award.explained_lot())))

    sent, again, withdrawn, twice = together(
        *[partial(step, lot, "send-letters", at=LATER)] * 2,
        *[partial(step, lot, "withdraw-decision", at=LATER)] * 2,
    )

    assert sorted([withdrawn, twice], key=str) == [0, REFUSED]
    assert DecisionWithdrawal.objects.count() == 1
    assert Letter.objects.count() == 3 * [sent, again].count(0)
    assert phase_of(lot) is Phase.EVALUATION


def conflict(lot: Lot, letter: str) -> None:
    bid = meeting.bid(lot, "A")
    declare(
        assessor=meeting.assessor(lot, letter), answers={bid.pk: Answer(True, "Familie.")}, at=AFTER
    )  # fmt: skip


def test_a_conflict_is_declared_before_the_lock_or_not_at_all() -> None:
    """Before it, the panel has to settle that bid again; after it, the scores stand."""
    lot = meeting.revealed(meeting.judged_lot(Lot.Combination.CONSENSUS))
    meeting.settle(lot, A=("goed", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)

    locked, *declared = together(
        partial(step, lot, "lock-scores"), *(partial(conflict, lot, letter) for letter in "ABC")
    )

    counts = Counter(declared)
    assert (locked, counts[0]) in [(0, 0), (REFUSED, 3)]
    assert Declaration.objects.filter(has_conflict=True).count() == counts[0]
    assert phase_of(lot) is (Phase.PRICE_OPENING if locked == 0 else Phase.CONSENSUS)
    assert first_broken_event(lot.tender.organisation) is None
