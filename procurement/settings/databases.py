"""How each database is opened. SQLite needs settings that make it safe with several writers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def sqlite_options(engine: str) -> dict[str, Any]:
    """Options for SQLite; none for another engine.

    IMMEDIATE takes the write lock at the start, so that a transaction never fails half-way on a
    stale snapshot; WAL lets readers go on; FULL loses no acknowledged commit on power loss;
    recursive_triggers makes REPLACE fire the triggers that keep the audit log append-only.
    """
    if not engine.endswith("sqlite3"):
        return {}
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": ("PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA recursive_triggers=ON;"),
    }


def make_folder(database: Mapping[str, Any]) -> None:
    """SQLite makes a missing file but not a missing folder."""
    if database["ENGINE"].endswith("sqlite3") and database["NAME"] != ":memory:":
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
