"""The table `legal` of a tender file: what fits is read, what does not is named by its place."""

import copy
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tenders.lint.asking import question_of
from tenders.lint.files.drafts import draft_from_data
from tenders.publication.file import read_checked_file
from tenders.scoring.files import UnreadableTender
from tests.tenders.lint.drafts import HERE, TODAY, draft


def refused(legal: object, **others: Any) -> list[str]:
    data = tomllib.loads((HERE / "lawful.toml").read_text(encoding="utf-8"))
    with pytest.raises(UnreadableTender) as refusal:
        draft_from_data({**copy.deepcopy(data), "legal": legal, **others}, today=TODAY)
    return [problem.place for problem in refusal.value.problems]


def test_answers_are_read_with_their_kinds() -> None:
    legal = draft().legal

    assert legal.contract.estimate == Decimal(1200000)
    assert legal.planning.bids_until == date(2027, 1, 18)
    assert legal.bidders.exclusion.look_back[0].years == Decimal(3)


def test_what_is_not_there_is_not_answered() -> None:
    legal = draft(without=("legal",)).legal

    assert (legal.contract.estimate, legal.bidders.proofs, legal.award.variants) == (None, (), None)


@pytest.mark.parametrize(
    ("legal", "places"),
    [
        ("tekst", ["legal"]),
        ({"contract": {"colour": "red"}}, ["legal.contract.colour"]),
        ({"contract": {"estimate": 1200000}}, ["legal.contract.estimate"]),
        ({"contract": {"estimate": "NaN"}}, ["legal.contract.estimate"]),
        ({"contract": {"estimate": "1e400"}}, ["legal.contract.estimate"]),
        ({"contract": {"nature": "gifts"}}, ["legal.contract.nature"]),
        ({"contract": {"merged": "yes"}}, ["legal.contract.merged"]),
        ({"contract": {"products": ["computers", "boats"]}}, ["legal.contract.products[1]"]),
        ({"contract": {"public_value": "a\x00b"}}, ["legal.contract.public_value"]),
        ({"planning": {"bids_until": "31-12-2026"}}, ["legal.planning.bids_until"]),
        ({"planning": {"bids_until": "2026-02-30"}}, ["legal.planning.bids_until"]),
        ({"planning": {"bids_until": date(1999, 12, 31)}}, ["legal.planning.bids_until"]),
        ({"planning": {"bids_until": "9999-12-31"}}, ["legal.planning.bids_until"]),
        ({"bidders": {"proofs": {}}}, ["legal.bidders.proofs"]),
        ({"bidders": {"proofs": [{"when": "now"}]}}, ["legal.bidders.proofs[0].when"]),
        ({"award": {"variants": []}}, ["legal.award.variants"]),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(legal: object, places: list[str]) -> None:
    assert refused(legal) == places


def test_the_problems_of_the_tender_and_of_its_legal_facts_come_together() -> None:
    assert refused({"contract": {"colour": "red"}}, title="") == ["title", "legal.contract.colour"]


def test_reasons_are_read() -> None:
    given = {"rule": "L12", "place": "subject", "quote": "zo", "text": "Omdat.", "given_on": "2026-11-01"}

    read = draft({"reasons": [given]}).reasons

    assert [(each.rule, each.given_on) for each in read] == [("L12", date(2026, 11, 1))]


def test_the_law_of_the_day_of_sending_counts(tmp_path: Path) -> None:
    sent = draft({"legal.planning.notice_sent": date(2025, 5, 5)})
    open_date = draft(without=("legal.planning.notice_sent",))

    assert (sent.on, open_date.on) == (date(2025, 5, 5), TODAY)


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTender, match="not there"):
        read_checked_file(tmp_path / "none.toml", today=TODAY)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("legal.contract.merged", "Were contracts merged"),
        ("legal.proof.labels[2].linked", "a. Is it only about"),
        ("legal.award.variants.linked", "Are they linked"),
        ("legal.bidders.exclusion.look_back[0].years", "Years"),
    ],
)
def test_a_place_leads_to_its_question(place: str, words: str) -> None:
    assert question_of(place).en.startswith(words)
