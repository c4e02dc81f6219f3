"""Two secretaries on one cell at one moment, on PostgreSQL, in real processes: one wins, nothing is lost."""

from functools import partial

import pytest

from procurement.organisations.models import Role
from tenders.models import ConsensusScore, Lot, Minutes
from tenders.services.consensus import Agreement, StaleScores, agree, reveal
from tenders.services.minutes import Written, minutes_of, write_minutes
from tenders.services.transitions import take_step
from tests import cast, meeting
from tests.side_by_side import PEOPLE, REFUSED, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ROUNDS = 8
WHY = "Het plan beschrijft elke stap van de levering, maar noemt niemand die op vrijdag helpt."


def settle(lot: Lot, code: str, reason: str, seen: int) -> None:
    mine = Agreement(bid=meeting.bid(lot, code), value="goed", reason=reason, seen=seen)
    agree(
        lot=lot, criterion=meeting.criterion(lot), agreements=[mine], at=cast.NOW,
        actor=cast.person(Role.OFFICER),
    )  # fmt: skip


def settle_once(window: int, lot: Lot) -> None:
    settle(lot, "A", f"{WHY} Venster {'abcd'[window]}.", 0)


def settle_again_and_again(window: int, lot: Lot) -> None:
    """Each window settles its rounds on top of what was stored last."""
    for number in range(ROUNDS):
        while True:
            seen = ConsensusScore.objects.filter(bid__code="A").count()
            try:
                settle(
                    lot, "A", f"{WHY} Venster {window}, ronde {number} {'abcd'[window] * (number + 1)}.", seen
                )
            except StaleScores:
                continue
            break


def settle_after_the_first(window: int, lot: Lot) -> None:
    settle(lot, "A", f"{WHY} Venster {'abcd'[window]}.", 1)


def lock(lot: Lot) -> None:
    take_step(lot=lot, code="lock-scores", at=cast.NOW, actor=cast.person(Role.OFFICER))


def write(window: int, lot: Lot) -> None:
    written = Written(held_at=None, present=(), text=f"Venster {window}", seen=0)
    write_minutes(lot=lot, written=written, at=cast.NOW, actor=cast.person(Role.OFFICER))


@pytest.fixture
def lot() -> Lot:
    lot = meeting.judged_lot(Lot.Combination.CONSENSUS)
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def test_of_first_scores_one_wins_and_the_others_are_told(lot: Lot) -> None:
    codes = together(*(partial(settle_once, window, lot) for window in range(PEOPLE)))

    assert sorted(codes, key=str) == [0] + [REFUSED] * 3
    assert ConsensusScore.objects.get().reason == f"{WHY} Venster {'abcd'[codes.index(0)]}."


def test_every_version_that_was_saved_is_kept(lot: Lot) -> None:
    codes = together(*(partial(settle_again_and_again, window, lot) for window in range(PEOPLE)))

    numbers = list(ConsensusScore.objects.order_by("number").values_list("number", flat=True))
    assert codes == [0] * PEOPLE
    assert numbers == list(range(1, PEOPLE * ROUNDS + 1))


def test_no_score_changes_after_the_lock(lot: Lot) -> None:
    settle(lot, "A", WHY, 0)
    settle(lot, "B", f"{WHY} Verder is de helpdesk dag en nacht bereikbaar.", 0)
    meeting.minuted(lot)

    codes = together(
        partial(lock, lot), *(partial(settle_after_the_first, window, lot) for window in range(3))
    )

    versions = ConsensusScore.objects.filter(bid__code="A").count()
    assert codes[0] == 0
    assert codes[1:].count(0) == versions - 1  # settled before the lock, or told


def test_of_first_minutes_one_wins_and_the_others_are_told(lot: Lot) -> None:
    codes = together(*(partial(write, window, lot) for window in range(PEOPLE)))

    assert sorted(codes, key=str) == [0] + [REFUSED] * 3
    assert minutes_of(lot).text == f"Venster {codes.index(0)}"
    assert Minutes.objects.get().version == 1
