"""The legal questions as data: each is known by its place, has its words, and its choices are labelled."""

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest

from procurement.language import Text
from tenders.lint.asking import question_of
from tenders.lint.draft import Legal
from tenders.lint.draft.choices import CHOICES
from tenders.lint.draft.proof import Label
from tenders.lint.questions import (
    LATER,
    Sort,
    anchor_of,
    every_question,
    name_of,
    question_at,
    questions_of,
    topic_of,
)


def enumerations(kind: Any) -> Iterator[type[StrEnum]]:
    """Every enumeration that an answer within this type can be."""
    if dataclasses.is_dataclass(kind):
        for each in get_type_hints(kind).values():
            yield from enumerations(each)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield kind
    for each in get_args(kind):
        yield from enumerations(each)


def test_every_choice_of_every_question_has_a_label() -> None:
    declared = {kind: {str(member) for member in kind} for kind in enumerations(Legal)}

    assert {kind: set(labels) for kind, labels in CHOICES.items()} == declared


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_labels_of_one_question_differ_in_both_languages(kind: type[StrEnum]) -> None:
    labels = CHOICES[kind].values()

    assert len({label.nl for label in labels}) == len({label.en for label in labels}) == len(kind)


def test_every_question_is_found_by_its_place_and_has_the_same_words_there() -> None:
    questions = dict(every_question())

    assert len(questions) > 150
    assert {name: question_at(f"legal.{name}") for name in questions} == questions
    assert {name: question_of(f"legal.{name}") for name in questions} == {
        name: question.text for name, question in questions.items()
    }


def test_questions_stand_in_the_order_of_the_topic() -> None:
    names = [question.name for question in questions_of(Label)]

    assert names == [field.name for field in dataclasses.fields(Label)]


@pytest.mark.parametrize(
    ("place", "sort"),
    [
        ("legal.contract.merged", Sort.YES_NO),
        ("legal.contract.products", Sort.CHOICES),
        ("legal.contract.merged_reason", Sort.TEXT),
        ("legal.course.award_basis", Sort.CHOICE),
        ("legal.planning.notice_sent", Sort.DAY),
        ("legal.documents.kept_years", Sort.NUMBER),
        ("legal.notice.criteria", Sort.CRITERIA),
        ("legal.notice.by_lot[0].lot", Sort.LOT),
        ("legal.award.notes[3].criterion", Sort.CRITERION),
        ("legal.proof.labels[2].name", Sort.LINE),
        ("legal.proof.labels[2].demands", Sort.LINES),
        ("legal.proof.labels", Sort.ROWS),
        ("legal.bidders.exclusion", Sort.TOPIC),
        ("legal.bidders.shortlisting", Sort.OPTIONAL_TOPIC),
    ],
)
def test_each_question_is_answered_in_its_own_way(place: str, sort: Sort) -> None:
    question = question_at(place)

    assert question is not None
    assert question.sort is sort


def test_a_place_leads_to_its_topic_its_question_and_its_spot_on_the_page() -> None:
    place = "legal.bidders.exclusion.look_back[1].years"

    assert name_of(place) == "bidders.exclusion.look_back.years"
    assert topic_of(place) == "bidders"
    assert anchor_of(place) == "legal-bidders-exclusion-look_back-1-years"
    assert anchor_of("legal.contract.estimate") == "legal-contract-estimate"


def test_no_two_questions_share_a_spot() -> None:
    names = [name for name, _ in every_question()]

    assert len({anchor_of(f"legal.{name}") for name in names}) == len(names)


def test_what_is_asked_later_is_a_question() -> None:
    assert [name for name in LATER if question_at(f"legal.{name}") is None] == []


def test_a_place_elsewhere_in_the_tender_is_no_question() -> None:
    assert question_at("lots[0].criteria[2].title") is None
    assert isinstance(question_of("legal.contract"), Text)
