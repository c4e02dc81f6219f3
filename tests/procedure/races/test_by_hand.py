"""A statement by hand at the moment of a step or a publication, on PostgreSQL, in real processes.

One waits for the other. Who came first halts before its commit until somebody waits for it; a guard that
does not wait is seen, because the other is done at once.
"""

import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.utils import IntegrityError

from procurement.organisations.models import Role
from tenders.migrations._guards_of_the_procedure import CLOSED, FROZEN
from tenders.models import BidValue, ConsensusScore, Criterion, Lot, Minutes, Tender
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused, phase_of
from tenders.services.publish import publish
from tenders.services.transitions import take_step
from tests import cast, meeting
from tests.side_by_side import running

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AT_MOST = 10.0  # seconds that who came first gives the other
SOMEBODY_WAITS = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)))"


def of_bid_a() -> QuerySet[BidValue]:
    return BidValue.objects.filter(bid__code="A", criterion__code="D1")


def agreed_anew() -> ConsensusScore:
    row = ConsensusScore.objects.earliest("pk")
    row.pk, row.number, row.value = None, row.number + 1, "matig"
    row.save(force_insert=True)
    return row


BY_HAND: dict[str, Callable[[], object]] = {
    "a value": lambda: of_bid_a().update(value="150"),
    "a value is removed": lambda: of_bid_a().delete(),
    "an agreed score": agreed_anew,
    "the minutes": lambda: Minutes.objects.update(text="Anders."),
    "the minutes are removed": lambda: Minutes.objects.all().delete(),
}
DRAFT: dict[str, Callable[[], object]] = {
    "the text of a criterion": lambda: Criterion.objects.filter(code="K").update(description="Anders."),
    "a level is removed": lambda: Criterion.objects.get(code="K").levels.filter(code="matig").delete(),
    "the deadline": lambda: Tender.objects.update(deadline=cast.DEADLINE.replace(hour=12)),
}
NEEDED = ("a value is removed", "the minutes are removed")


@pytest.fixture
def lot() -> Lot:
    """Everything is ready for the scores to be locked."""
    lot = meeting.revealed(meeting.judged_lot(Lot.Combination.CONSENSUS))
    meeting.settle(lot, A=("goed", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    cast.person(Role.OFFICER)
    return lot


def lock_scores(lot: Lot) -> None:
    take_step(
        lot=Lot.objects.get(pk=lot.pk), code="lock-scores", at=cast.NOW, actor=cast.person(Role.OFFICER)
    )


def halting(says: Connection, work: Callable[[], object]) -> None:
    """Says when the work is done and commits it once somebody waits for it."""
    with transaction.atomic(), connection.cursor() as cursor:
        work()
        says.send("done")
        until = time.monotonic() + AT_MOST
        while time.monotonic() < until:
            cursor.execute(SOMEBODY_WAITS)
            if cursor.fetchone() == (True,):
                return
            time.sleep(0.05)


@pytest.mark.parametrize("change", BY_HAND)
def test_by_hand_comes_too_late_after_a_step(lot: Lot, change: str) -> None:
    process, hears = running(halting, partial(lock_scores, lot))
    said = hears.recv()

    with pytest.raises(IntegrityError, match=CLOSED), transaction.atomic():
        BY_HAND[change]()

    process.join()
    assert (said, process.exitcode, phase_of(lot)) == ("done", 0, Phase.PRICE_OPENING)


@pytest.mark.parametrize("change", NEEDED)
def test_a_step_sees_what_was_done_by_hand_before_it(lot: Lot, change: str) -> None:
    process, hears = running(halting, BY_HAND[change])
    said = hears.recv()

    with pytest.raises(Refused):
        lock_scores(lot)

    process.join()
    assert (said, process.exitcode, phase_of(lot)) == ("done", 0, Phase.CONSENSUS)


def publish_now() -> None:
    publish(tender=Tender.objects.get(), at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))


@pytest.mark.parametrize("change", DRAFT)
def test_by_hand_comes_too_late_after_publishing(change: str) -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    process, hears = running(halting, publish_now)
    said = hears.recv()

    with pytest.raises(IntegrityError, match=FROZEN), transaction.atomic():
        DRAFT[change]()

    process.join()
    assert (said, process.exitcode, phase_of(lot)) == ("done", 0, Phase.PUBLISHED)


@pytest.mark.parametrize("change", DRAFT)
def test_publishing_sees_what_was_done_by_hand_before_it(change: str) -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    process, hears = running(halting, DRAFT[change])
    said = hears.recv()

    with pytest.raises(Refused):
        publish_now()

    process.join()
    assert (said, process.exitcode, phase_of(lot)) == ("done", 0, Phase.LEGAL_CHECK)
