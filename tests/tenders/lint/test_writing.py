"""What is written of a draft's answers is read back the same, whatever was answered."""

import json
import tomllib
from decimal import Decimal

from hypothesis import given, settings

from tenders.lint.draft import Legal
from tenders.lint.draft.bidders import Bidders, Shortlisting
from tenders.lint.draft.contract import Contract, Nature
from tenders.lint.files import read_topic, topic_data
from tenders.scoring.problem import Problem
from tests.tenders.lint.any_answers import answers
from tests.tenders.lint.drafts import HERE


def read_back(legal: Legal) -> tuple[Legal, list[Problem]]:
    problems: list[Problem] = []
    return read_topic(Legal, json.loads(json.dumps(topic_data(legal))), "legal", problems), problems


@settings(max_examples=100, deadline=None)
@given(legal=answers(Legal))
def test_any_answers_are_read_back_the_same(legal: Legal) -> None:
    read, problems = read_back(legal)

    assert (read, problems) == (legal, [])


def test_the_lawful_file_is_written_as_it_stands() -> None:
    stated = tomllib.loads((HERE / "lawful.toml").read_text(encoding="utf-8"))["legal"]
    legal = read_topic(Legal, stated, "legal", [])

    read, problems = read_back(legal)

    assert (read, problems) == (legal, [])


def test_numbers_days_and_choices_are_plain_text() -> None:
    contract = Contract(nature=Nature.SUPPLIES, estimate=Decimal("1200000.50"), bought_apart=False)

    written = topic_data(contract)

    assert written == {"nature": "supplies", "estimate": "1200000.5", "bought_apart": False}


def test_a_topic_that_applies_says_so_before_anything_in_it_is_answered() -> None:
    assert topic_data(Bidders(shortlisting=Shortlisting())) == {"shortlisting": {}}
    assert topic_data(Bidders()) == {}
