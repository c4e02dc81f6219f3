"""The disk is full in the middle of the work: whole actions are refused, and it goes on afterwards."""

from pathlib import Path

import pytest
from django.db import OperationalError, connection

from tests.procedure.kills.harness import Site, site
from tests.procedure.kills.workers import WORKERS, world

pytestmark = pytest.mark.django_db(transaction=True)

ROOM = 8  # pages of the database until it is full
MOST = 500  # actions


@pytest.fixture
def at(tmp_path: Path) -> Site:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite can be given a size")
    return site(world(), tmp_path)


def let_grow(pages: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        [(size,)] = cursor.fetchall()
        cursor.execute(f"PRAGMA max_page_count = {size + pages}")


def work_until_full(of: Site, name: str) -> str:
    let_grow(ROOM)
    for done in range(MOST):
        try:
            of.acknowledge(name, WORKERS[name](of.world))
        except OperationalError as full:
            return f"{full}" if done else "nothing was done"
    return "never full"


def go_on(of: Site, name: str) -> str:
    let_grow(1000)
    of.acknowledge(name, WORKERS[name](of.world))
    return name


@pytest.mark.parametrize("name", sorted(set(WORKERS) - {"score"}))
def test_a_full_disk_refuses_whole_actions(at: Site, name: str) -> None:
    assert at.elsewhere(lambda: [work_until_full(at, name)]) == ["database or disk is full"]
    assert at.faults() == []

    assert at.elsewhere(lambda: [go_on(at, name)]) == [name]
    assert at.faults() == []
