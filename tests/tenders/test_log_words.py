"""Every action that the program writes in the log has words in both languages."""

import re

import pytest

from tenders.log_words import LOG_WORDS, words_of
from tests.tree import ROOT

NAMED = re.compile(r'(?:action=|(?:_recorded|_record|_log|record_on)\([^"]*)"([a-z_]+\.[a-z_]+)"')


def written() -> set[str]:
    files = [*(ROOT / "tenders" / "services").rglob("*.py"), *(ROOT / "clauses").rglob("*.py")]
    return {found for file in files for found in NAMED.findall(file.read_text(encoding="utf-8"))}


def test_every_action_in_the_code_has_words() -> None:
    assert written() - set(LOG_WORDS) == set()


def test_the_search_finds_the_actions() -> None:
    assert {"lot.awarded", "letters.sent", "jury.declared", "contract_draft.started"} <= written()


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("procedure.publish", "Publish"),
        ("supplier.changed", "Changed in the admin"),
        ("lot.evaluated", "Ranking calculated"),
    ],
)
def test_steps_and_rows_have_words_too(action: str, words: str) -> None:
    found = words_of(action)

    assert found is not None
    assert found.en == words
