"""Answers in words, in both languages; what a file may hold beside that is shown as it stands."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from procurement.language import Text
from tenders.lint.answer_words import answer_words
from tenders.lint.draft import Legal
from tenders.lint.files import topic_data
from tenders.lint.questions import questions_of
from tests.tenders.lint.any_answers import answers


@pytest.mark.parametrize(
    ("place", "value", "nl", "en"),
    [
        ("legal.contract.merged", True, "ja", "yes"),
        ("legal.contract.merged", False, "nee", "no"),
        ("legal.contract.merged", None, "–", "–"),
        ("legal.contract.merged_reason", "Markt en samenhang.", "Markt en samenhang.", "Markt en samenhang."),
        ("legal.contract.merged_reason", "", "–", "–"),
        ("legal.contract.estimate", "1200000.5", "1.200.000,5", "1,200,000.5"),
        ("legal.contract.estimate", Decimal("3"), "3", "3"),
        ("legal.contract.products", ["computers", "ai"],
         "computers en laptops, algoritmes en kunstmatige intelligentie",
         "computers and laptops, algorithms and artificial intelligence"),
        ("legal.planning.notice_sent", "2026-11-30", "30-11-2026", "30-11-2026"),
        ("legal.planning.notice_sent", date(2026, 11, 30), "30-11-2026", "30-11-2026"),
        ("legal.course.award_basis", "lowest_price", "laagste prijs", "lowest price"),
        ("legal.notice.criteria", ["P", "D1"], "P, D1", "P, D1"),
        ("legal.bidders.exclusion.look_back", [{"ground": "c", "years": "3"}, {"ground": "d"}],
         "Grond: c. ernstige beroepsfout; Jaren: 3 / Grond: d. vervalsing van de mededinging",
         "Ground: c. grave professional misconduct; Years: 3 / Ground: d. distortion of competition"),
        ("legal.award.variants", {"allowed": False},
         "Mogen of moeten varianten? nee", "May or must variants be submitted? no"),
        # what does not fit its question
        ("legal.course.award_basis", "cheapest", "cheapest", "cheapest"),
        ("legal.contract.estimate", "veel", "veel", "veel"),
        ("legal.contract.estimate", 12, "12", "12"),
        ("legal.planning.notice_sent", "gauw", "gauw", "gauw"),
        ("legal.nowhere", "x", "x", "x"),
    ],
)  # fmt: skip
def test_an_answer_is_said_in_words(place: str, value: Any, nl: str, en: str) -> None:
    assert answer_words(place, value) == Text(nl=nl, en=en)


@settings(max_examples=40, deadline=None)
@given(legal=answers(Legal))
def test_whatever_is_answered_has_words(legal: Legal) -> None:
    said = [
        answer_words(f"legal.{topic.name}.{name}", value)
        for topic in questions_of(Legal)
        for name, value in topic_data(getattr(legal, topic.name)).items()
    ]

    assert all(words.nl.strip() and words.en.strip() for words in said if words.nl != "  ")
