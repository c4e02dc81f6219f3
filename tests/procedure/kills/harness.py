"""Workers that are killed again and again, and a look at what they left.

Each runs in a process of its own and writes a line to disk after each action that was committed. On
SQLite all of them, and the look afterwards, use a copy of the test database in a file.
"""

import os
import random
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.context import ForkProcess
from pathlib import Path

from django.db import connection, connections
from django.db.utils import InterfaceError, OperationalError

from tests.procedure.kills.faults import faults
from tests.procedure.kills.workers import WORKERS, World
from tests.side_by_side import AT_MOST, CONTEXT, elsewhere, turn_to

PAUSE = (0.02, float(os.environ.get("LONGEST_PAUSE", "0.5")))  # seconds between two kills


@dataclass(slots=True)
class Site:
    """`folder` holds what was acknowledged; `database` is a file of SQLite, or nothing for a server."""

    world: World
    folder: Path
    database: Path | None
    stops: bool = False  # does the server stop as well: then a worker waits for it to come back
    running: dict[str, ForkProcess] = field(default_factory=dict)

    def start(self, name: str) -> None:
        self.running[name] = CONTEXT.Process(target=self._work, args=(name,))
        self.running[name].start()

    def kill(self, name: str) -> int | None:
        """Gives how the worker ended: with our signal, or before it on a fault of its own."""
        worker = self.running.pop(name)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
        return worker.exitcode

    def acknowledge(self, name: str, line: str) -> None:
        """On disk, as somebody who got an answer would remember it."""
        with self._file(name).open("a", encoding="ascii") as paper:
            paper.write(f"{line}\n")
            paper.flush()
            os.fsync(paper.fileno())

    def acknowledged(self) -> dict[str, list[str]]:
        """By worker; a line that was cut off by the kill was acknowledged to nobody."""
        lines = {name: self._file(name).read_text(encoding="ascii").split("\n") for name in WORKERS}
        return {name: said[:-1] for name, said in lines.items()}

    def await_all(self) -> None:
        """Until everybody has acknowledged something more."""
        before = {name: self._size(name) for name in WORKERS}
        by = time.monotonic() + AT_MOST
        while any(self._size(name) == size for name, size in before.items()):
            if time.monotonic() > by:
                raise TimeoutError(str(self.acknowledged()))
            time.sleep(0.01)

    def _size(self, name: str) -> int:
        return self._file(name).stat().st_size

    def faults(self) -> list[str]:
        return self.elsewhere(lambda: faults(self.world, self.acknowledged()))

    def elsewhere(self, look: Callable[[], list[str]]) -> list[str]:
        """The answer of a process of its own on the database that the workers use."""

        def connected() -> list[str]:
            self._connect()
            return look()

        return elsewhere(connected)

    def _connect(self) -> None:
        if self.database is not None:
            turn_to(NAME=str(self.database))

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.txt"

    def _work(self, name: str) -> None:
        self._connect()
        while True:
            try:
                line = WORKERS[name](self.world)
            except (OperationalError, InterfaceError):
                if not self.stops:
                    raise
                connection.close()
                time.sleep(0.2)
                continue
            self.acknowledge(name, line)


def site(world: World, folder: Path, *, stops: bool = False) -> Site:
    """What is stored now, as the workers find it."""
    for name in WORKERS:
        (folder / f"{name}.txt").touch()
    database = None
    if connection.vendor == "sqlite":
        database = folder / "site.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(database)])
    connections.close_all()
    return Site(world, folder, database, stops)


def kill_again_and_again(
    at: Site, kills: int, stop: Callable[[], None] | None = None
) -> Sequence[int | None]:
    """Kill a worker, or all of them at once, at moments nobody chose; gives how they ended.

    Everybody acknowledges something before the first kill, and again after the last. `stop` makes the
    server fall over and come back; it comes after every tenth kill.
    """
    chance, ended = random.Random(), []
    for name in WORKERS:
        at.start(name)
    try:
        at.await_all()
        for number in range(1, kills + 1):
            time.sleep(chance.uniform(*PAUSE))
            names = list(WORKERS) if chance.random() < 0.2 else [chance.choice(list(WORKERS))]
            ended += [at.kill(name) for name in names]
            if stop is not None and number % 10 == 0:
                stop()
            for name in names:
                at.start(name)
        at.await_all()
    finally:
        ended += [at.kill(name) for name in list(at.running)]
    return ended
