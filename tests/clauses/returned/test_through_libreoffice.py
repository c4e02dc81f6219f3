"""A contract that somebody saved with LibreOffice: it drops tags and names styles its own way."""

import pytest

from tests.clauses.returned.contract import compared, edited, issued
from tests.clauses.returned.corpus import CORPUS, verdicts
from tests.clauses.returned.edits_blanks import fields_filled_in
from tests.clauses.returned.edits_places import clause_moved_up, text_between
from tests.clauses.returned.edits_words import one_word, provision_added
from tests.libreoffice import saved_as

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("route", [("docx",), ("odt", "docx")], ids="-".join)
def test_saved_and_nothing_changed(route, tmp_path) -> None:
    found = compared(_saved(issued(), route, tmp_path))

    assert verdicts(found) == set()


def test_several_changes_and_then_saved(tmp_path) -> None:
    def change(root) -> None:
        for each in (one_word, provision_added, fields_filled_in, clause_moved_up, text_between):
            each(root)

    found = compared(_saved(edited(change), ("odt", "docx"), tmp_path))

    expected = CORPUS[one_word] | CORPUS[fields_filled_in] | CORPUS[clause_moved_up]
    assert verdicts(found) == expected


def _saved(content, route, folder):
    path = folder / "contract.docx"
    path.write_bytes(content)
    for number, kind in enumerate(route):
        path = saved_as(path, folder / str(number), kind)
    return path.read_bytes()
