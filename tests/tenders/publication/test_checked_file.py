"""A publication as the site keeps it is a file for `manage.py lint`: what it answered is not asked again."""

from datetime import date
from pathlib import Path

import pytest

from tenders.lint.draft.contract import Authority
from tenders.lint.rules import RULES
from tenders.lint.run import lint
from tenders.publication.file import read_checked_file
from tests import cast

pytestmark = pytest.mark.django_db


def snapshot(folder: Path) -> Path:
    file = folder / "snapshot.json"
    file.write_text(cast.published(cast.lot().tender).snapshot, encoding="utf-8")
    return file


def found(file: Path, authority: Authority | None) -> list[tuple[str, str]]:
    draft = read_checked_file(file, today=date(2026, 11, 2), authority=authority)
    return [(each.rule.code, found.place) for each in lint(draft, RULES).judged for found in each.open]


def test_a_lawful_publication_is_lawful_as_a_file(tmp_path: Path) -> None:
    assert found(snapshot(tmp_path), Authority.CENTRAL) == []


def test_the_kind_of_authority_is_all_that_the_file_does_not_say(tmp_path: Path) -> None:
    assert {place for _, place in found(snapshot(tmp_path), None)} == {"legal.contract.authority"}


def test_the_law_of_the_planned_day_counts_and_the_deadline_in_local_time(tmp_path: Path) -> None:
    draft = read_checked_file(snapshot(tmp_path), today=date(2029, 1, 1))

    assert (draft.on, draft.legal.planning.bids_until) == (date(2026, 9, 14), date(2026, 10, 30))
