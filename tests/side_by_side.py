"""People at work at one moment, for the tests: each in a process of its own, with a connection of its own."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Barrier

from django.db import connection, connections

from clauses.services import DeviationRefused, DraftChanged, NothingNew, ProposalRefused
from tenders.services.consensus import StaleScores
from tenders.services.frozen import FrozenTender
from tenders.services.minutes import StaleMinutes
from tenders.services.phases import Refused
from tenders.services.scoring_alone import StaleScore

REFUSED = 9  # the exit code of who was told why not
PEOPLE = 4
AT_MOST = 120  # seconds
REFUSALS = (
    Refused, FrozenTender, StaleScore, StaleScores, StaleMinutes,
    DeviationRefused, DraftChanged, NothingNew, ProposalRefused,
)  # fmt: skip

Work = Callable[[], object]
CONTEXT = multiprocessing.get_context("fork")


def together(*works: Work, at_most: float = AT_MOST) -> list[int | None]:
    """Start every work at one moment; gives in their order 0 for done and `REFUSED` for refused.

    Who is not done after `at_most` seconds is killed: people who wait for each other for ever are a fault.
    """
    connections.close_all()
    start = CONTEXT.Barrier(len(works))
    processes = [CONTEXT.Process(target=_in_turn, args=(work, start)) for work in works]
    for each in processes:
        each.start()
    for each in processes:
        each.join(at_most)
    for each in processes:
        each.kill()
        each.join()
    return [each.exitcode for each in processes]


def _in_turn(work: Work, start: Barrier) -> None:
    connection.ensure_connection()
    start.wait(AT_MOST)
    try:
        work()
    except REFUSALS:
        raise SystemExit(REFUSED) from None
    finally:
        connections.close_all()


def running(work: Callable[..., None], *arguments: object) -> tuple[ForkProcess, Connection]:
    """`work` with a connection on which it says what was acknowledged, and the end where that is heard."""
    connections.close_all()
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_talking, args=(work, theirs, *arguments))
    process.start()
    theirs.close()
    return process, ours  # type: ignore[return-value]


def _talking(work: Callable[..., None], says: Connection, *arguments: object) -> None:
    try:
        work(says, *arguments)
    finally:
        says.close()
        connections.close_all()


def heard(hears: Connection) -> list[str]:
    """Everything that was acknowledged before the other end closed."""
    said = []
    while True:
        try:
            said.append(hears.recv())
        except EOFError:
            return said


def elsewhere(look: Callable[[], list[str]]) -> list[str]:
    """The answer of a process of its own, which may turn to another database."""
    connections.close_all()
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=lambda: theirs.send(look()))
    process.start()
    theirs.close()
    try:
        answer: list[str] = ours.recv()
    finally:
        process.join()
    return answer


def turn_to(**settings: object) -> None:
    """From now on this process uses the database with these settings; the old connection must be closed."""
    connections.settings["default"].update(settings)
    connections["default"] = connections.create_connection("default")
