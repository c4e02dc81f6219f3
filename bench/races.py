"""Conflicting edits at one moment: how many are lost, and how quickly each gets its turn.

Several processes write the same score of an assessor and then the same log, again and again, each on top of
what it read last. On PostgreSQL, with DATABASE_URL; a database of its own is made and
removed: `.venv/bin/python bench/races.py --edits 100000`.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "procurement.settings.test")

import django

django.setup()  # before anything of ours is imported

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from procurement.audit.log import first_broken_event, head, record  # noqa: E402
from tenders.models import Assessor, IndividualScore  # noqa: E402
from tenders.services.scoring_alone import StaleScore, save_score  # noqa: E402
from tests import cast, panel  # noqa: E402
from tests.side_by_side import together  # noqa: E402

ONE_DAY = 24 * 60 * 60  # seconds


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--edits", type=int, default=10_000)
    arguments.add_argument("--people", type=int, default=4)
    chosen = arguments.parse_args()
    if connection.vendor != "postgresql":
        return _fail("Set DATABASE_URL to a PostgreSQL database; SQLite has one writer at a time.")
    made = setup_databases(verbosity=0, interactive=False)
    try:
        lost = scores(chosen.edits, chosen.people) + events(chosen.edits, chosen.people)
    finally:
        teardown_databases(made, verbosity=0)
    return 1 if lost else 0


def scores(edits: int, people: int) -> int:
    """Each edit adds one to the number in the motivation: what is missing at the end was lost.

    Behind the number stands who wrote it, because the same text twice is no conflict.
    """
    assessor = panel.declares(panel.assessor(panel.lot_in_assessment()))
    save(assessor, "0", 0)
    share = edits // people
    seconds = timed([partial(count_up, assessor.pk, share, window) for window in range(people)])
    stored = IndividualScore.objects.get(assessor=assessor)
    lost = share * people - number_in(stored)
    tell("one score of an assessor", share * people, lost, seconds)
    return lost


def count_up(assessor: int, share: int, window: int) -> None:
    who = Assessor.objects.get(pk=assessor)
    for _ in range(share):
        while True:
            stored = IndividualScore.objects.get(assessor=who)
            try:
                save(who, f"{number_in(stored) + 1} {window}", stored.version)
            except StaleScore:
                continue
            break


def number_in(score: IndividualScore) -> int:
    return int(score.motivation.split()[0])


def save(who: Assessor, text: str, seen: int) -> None:
    bid, criterion = who.lot.bids.get(code="A"), panel.criterion(who.lot)
    save_score(
        assessor=who, bid=bid, criterion=criterion, value="goed", motivation=text, seen_version=seen,
        at=cast.NOW,
    )  # fmt: skip


def events(edits: int, people: int) -> int:
    organisation = cast.organisation()
    before, share = head(organisation).sequence, edits // people
    seconds = timed([partial(write, share)] * people)
    broken = first_broken_event(organisation)
    lost = share * people - (head(organisation).sequence - before) + (broken is not None)
    tell("one log", share * people, lost, seconds)
    return lost


def write(share: int) -> None:
    organisation = cast.organisation()
    for number in range(share):
        record(
            organisation=organisation, at=cast.NOW, actor=None, action="race.wrote", subject="race",
            details={"number": number},
        )  # fmt: skip


def timed(works: list[Callable[[], object]]) -> float:
    start = time.monotonic()
    codes = together(*works, at_most=ONE_DAY)
    if set(codes) != {0}:
        raise SystemExit(f"a process failed: {codes}")
    return time.monotonic() - start


def tell(what: str, edits: int, lost: int, seconds: float) -> None:
    print(f"{what}: {edits:,} conflicting edits, {lost} lost, {edits / seconds:,.0f} a second", flush=True)


def _fail(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
