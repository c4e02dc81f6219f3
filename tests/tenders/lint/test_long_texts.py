"""A megabyte of anything is read at once by each rule for texts; a pattern that runs away takes minutes."""

import time

import pytest

from tenders.lint.draft import Draft, PassageKind
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tenders.lint.severity import CheckedBy
from tests.tenders.lint.drafts import text_draft

MOST = 3.0  # seconds of computing on a busy machine; on a free one it is under 1
READERS = tuple(rule for rule in RULES if CheckedBy.TEXT in rule.checked_by)
_SENTENCE = "De leverancier levert binnen zes weken een laptop met een accu, gemeten volgens IEC 61960. "
LONG = {
    "spaces": "De" + " " * 100_000 + "laptop",
    "a body of norms without a number": "ISO " * 50_000,
    "norms": "ISO 14001 " * 50_000,
    "one word": "a" * 1_000_000,
    "dashes": "NEN-" * 250_000,
    "figures": "1" * 1_000_000,
    "exclamation marks": "!" * 500_000 + "a",
    "abbreviations": "nr. " * 250_000,
    "denials": "geen Intel " * 45_000,
    "the firm": "de leverancier heeft een " * 20_000,
    "prices": "prijzen tarieven " * 30_000,
    "prose": _SENTENCE * 6_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
@pytest.mark.parametrize("kind", [PassageKind.AWARD_CRITERION, PassageKind.CONTRACT_CONDITION])
def test_no_rule_runs_away(kind: PassageKind, text: str) -> None:
    long = text_draft(kind, text)

    spent = {rule.code: _seconds(rule, long) for rule in READERS}

    assert {code: seconds for code, seconds in spent.items() if seconds > MOST} == {}


def _seconds(rule: Rule, long: Draft) -> float:
    start = time.process_time()
    judge(rule, long)
    return time.process_time() - start


def test_a_text_without_a_full_stop_is_read_to_its_end() -> None:
    text = "laptop " * 5_000 + "gemeten volgens IEC 62623"

    found = judge(RULES["L10"], text_draft(PassageKind.REQUIREMENT, text)).open

    assert [finding.quote in text for finding in found] == [True]
