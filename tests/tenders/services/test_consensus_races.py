"""Two secretaries on one cell at one moment, on PostgreSQL, in real processes: one wins, nothing is lost."""

import multiprocessing
from collections.abc import Callable

import pytest
from django.db import connections

from procurement.organisations.models import Role
from tenders.models import ConsensusScore, Lot, Minutes
from tenders.services.consensus import Agreement, StaleScores, agree, reveal
from tenders.services.minutes import StaleMinutes, Written, minutes_of, write_minutes
from tenders.services.phases import Refused
from tenders.services.transitions import take_step
from tests import cast, meeting

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WINDOWS, ROUNDS = 4, 8
WHY = "Het plan beschrijft elke stap van de levering, maar noemt niemand die op vrijdag helpt."


def together(work: Callable[[int, Lot], None], lot: Lot) -> list[int | None]:
    """Run `work` in so many processes of their own; gives their exit codes."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    windows = [context.Process(target=work, args=(number, lot)) for number in range(WINDOWS)]
    for each in windows:
        each.start()
    for each in windows:
        each.join(60)
    return [each.exitcode for each in windows]


def settle(lot: Lot, code: str, reason: str, seen: int) -> None:
    mine = Agreement(bid=meeting.bid(lot, code), value="goed", reason=reason, seen=seen)
    agree(
        lot=lot, criterion=meeting.criterion(lot), agreements=[mine], at=cast.NOW,
        actor=cast.person(Role.OFFICER),
    )  # fmt: skip


def settle_once(window: int, lot: Lot) -> None:
    try:
        settle(lot, "A", f"{WHY} Venster {'abcd'[window]}.", 0)
    except StaleScores:
        raise SystemExit(9) from None
    finally:
        connections.close_all()


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
    connections.close_all()


def lock_or_settle(window: int, lot: Lot) -> None:
    officer = cast.person(Role.OFFICER)
    try:
        if window:
            settle(lot, "A", f"{WHY} Venster {'abcd'[window]}.", 1)
        else:
            take_step(lot=lot, code="lock-scores", at=cast.NOW, actor=officer)
    except (StaleScores, Refused):
        raise SystemExit(9) from None
    finally:
        connections.close_all()


def write(window: int, lot: Lot) -> None:
    written = Written(held_at=None, present=(), text=f"Venster {window}", seen=0)
    try:
        write_minutes(lot=lot, written=written, at=cast.NOW, actor=cast.person(Role.OFFICER))
    except StaleMinutes:
        raise SystemExit(9) from None
    finally:
        connections.close_all()


@pytest.fixture
def lot() -> Lot:
    lot = meeting.judged_lot(Lot.Combination.CONSENSUS)
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def test_of_first_scores_one_wins_and_the_others_are_told(lot: Lot) -> None:
    codes = together(settle_once, lot)

    assert sorted(codes, key=str) == [0, 9, 9, 9]
    assert ConsensusScore.objects.get().reason == f"{WHY} Venster {'abcd'[codes.index(0)]}."


def test_every_version_that_was_saved_is_kept(lot: Lot) -> None:
    codes = together(settle_again_and_again, lot)

    numbers = list(ConsensusScore.objects.order_by("number").values_list("number", flat=True))
    assert codes == [0] * WINDOWS
    assert numbers == list(range(1, WINDOWS * ROUNDS + 1))


def test_no_score_changes_after_the_lock(lot: Lot) -> None:
    settle(lot, "A", WHY, 0)
    settle(lot, "B", f"{WHY} Verder is de helpdesk dag en nacht bereikbaar.", 0)

    codes = together(lock_or_settle, lot)

    versions = ConsensusScore.objects.filter(bid__code="A").count()
    assert codes[0] == 0
    assert codes[1:].count(0) == versions - 1  # settled before the lock, or told


def test_of_first_minutes_one_wins_and_the_others_are_told(lot: Lot) -> None:
    codes = together(write, lot)

    assert sorted(codes, key=str) == [0, 9, 9, 9]
    assert minutes_of(lot).text == f"Venster {codes.index(0)}"
    assert Minutes.objects.get().version == 1
