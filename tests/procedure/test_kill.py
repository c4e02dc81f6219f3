"""Killed while they score, agree, decide and seal: no acknowledged action is lost, none is there by half.

On SQLite as a file and on PostgreSQL. Short by default; `KILLS=1000` makes it long, with
`LONGEST_PAUSE` seconds between two kills. `KILL_SERVER` is a command that makes PostgreSQL fall over and come
back, such as `pg_ctl -m immediate restart`. `--junitxml` shows the kills and what was acknowledged.
"""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.procedure.kills.harness import kill_again_and_again, site
from tests.procedure.kills.workers import world

pytestmark = pytest.mark.django_db(transaction=True)

KILLS = int(os.environ.get("KILLS", "12"))
KILL_SERVER = os.environ.get("KILL_SERVER", "")


def stop_the_server() -> None:
    subprocess.run(KILL_SERVER, shell=True, check=True, stdout=subprocess.DEVNULL)


def test_what_was_acknowledged_survives_every_kill(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:  # fmt: skip
    at = site(world(), tmp_path, stops=bool(KILL_SERVER))

    ended = kill_again_and_again(at, KILLS, stop_the_server if KILL_SERVER else None)

    said = at.acknowledged()
    record_property("kills", len(ended))
    record_property("acknowledged", {name: len(lines) for name, lines in said.items()})
    assert set(ended) == {-signal.SIGKILL}
    assert at.faults() == []
