"""The library in the database: loaded once, never changed, whatever program tries."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from clauses.assembly.library import read_library
from clauses.loading import ChangedText, load_library
from clauses.models import Clause, ClauseVersion
from tests.clauses.assembly.builders import clause

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 12, 2, 9, 30, tzinfo=UTC)


def test_every_file_becomes_a_version_with_its_digest() -> None:
    added = load_library(at=NOW)

    stored = {(row.clause.code, row.number, row.digest) for row in ClauseVersion.objects.all()}
    assert stored == {(each.code, each.version, each.digest) for each in read_library()}
    assert added == len(stored)


def test_loading_twice_changes_nothing() -> None:
    load_library(at=NOW)
    before = list(ClauseVersion.objects.values()), list(Clause.objects.values())

    added = load_library(at=LATER)

    assert added == 0
    assert (list(ClauseVersion.objects.values()), list(Clause.objects.values())) == before


def test_another_text_under_the_same_version_is_refused_and_nothing_is_added() -> None:
    load_library(at=NOW, clauses=[clause("one", "1. Eerst.")])

    with pytest.raises(ChangedText) as refusal:
        load_library(at=LATER, clauses=[clause("new"), clause("one", "1. Anders.")])

    assert refusal.value.clause == "one"
    assert [row.code for row in Clause.objects.all()] == ["one"]


def test_a_new_version_stands_beside_the_old_one() -> None:
    old, new = clause("one", "1. Eerst."), clause("one", "1. Anders.", version=2)

    load_library(at=NOW, clauses=[old])
    load_library(at=LATER, clauses=[old, new])

    rows = ClauseVersion.objects.order_by("number")
    assert [(row.number, row.source, row.recorded_at) for row in rows] == [
        (1, old.source, NOW),
        (2, new.source, LATER),
    ]


def test_the_command_loads_the_files_and_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_clauses")

    assert capsys.readouterr().out == f"{len(read_library())} nieuwe versies van clausules geladen.\n"


def test_the_database_refuses_to_change_a_version() -> None:
    load_library(at=NOW, clauses=[clause("one")])

    with pytest.raises(DatabaseError), transaction.atomic():
        ClauseVersion.objects.update(source="anders")

    assert ClauseVersion.objects.get().source == clause("one").source


def test_the_database_refuses_to_remove_a_version() -> None:
    load_library(at=NOW, clauses=[clause("one")])

    with pytest.raises(DatabaseError), transaction.atomic():
        ClauseVersion.objects.all().delete()

    assert ClauseVersion.objects.count() == 1
