"""The legal questions as data: what each topic of a draft declares, in the order of its fields.

A place is a path into the answers: "legal.proof.labels[2].linked". A name is a place without numbers and
without "legal.": "proof.labels.linked"; it stands for the question itself.
"""

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from procurement.language import Text
from tenders.lint.draft import Legal

# Asked at a later step, where the procedure itself keeps these facts: after publication nobody answers them
# among the legal questions.
LATER = frozenset(
    {"decision", "planning.changed_substantially", "planning.extended_days", "agreement.changes"}
)

_NUMBER = re.compile(r"\[\d+\]")
_SINGLE_LINES = frozenset({"name", "title", "code", "subject", "clause"})


class Sort(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DAY = "day"
    LINE = "line"
    TEXT = "text"
    LINES = "lines"  # several texts, one on each line
    LOT = "lot"  # code of a lot
    CRITERION = "criterion"  # code of a criterion
    CRITERIA = "criteria"  # several of these
    TOPIC = "topic"  # questions of its own
    OPTIONAL_TOPIC = "optional_topic"  # the same, where it applies
    ROWS = "rows"  # the same, any number of times


@dataclass(frozen=True, slots=True)
class Question:
    """`of` is the enumeration to choose from, or the topic that holds further questions."""

    name: str
    text: Text
    sort: Sort
    of: Any = None


@cache
def questions_of(topic: type) -> tuple[Question, ...]:
    """What this topic declares, its derived and its later questions as well."""
    declared = get_type_hints(topic, include_extras=True)
    return tuple(_question(field.name, *get_args(declared[field.name])[:2]) for field in fields(topic))


def _question(name: str, kind: Any, text: Text) -> Question:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(each for each in get_args(kind) if each is not types.NoneType)
        if is_dataclass(kind):
            return Question(name, text, Sort.OPTIONAL_TOPIC, kind)
    if get_origin(kind) is tuple:
        return _of_several(name, get_args(kind)[0], text)
    if is_dataclass(kind):
        return Question(name, text, Sort.TOPIC, kind)
    if issubclass(kind, StrEnum):
        return Question(name, text, Sort.CHOICE, kind)
    return Question(name, text, _text_sort(name) if kind is str else _SIMPLE[kind])


_SIMPLE = {bool: Sort.YES_NO, Decimal: Sort.NUMBER, date: Sort.DAY}


def _of_several(name: str, kind: Any, text: Text) -> Question:
    if is_dataclass(kind):
        return Question(name, text, Sort.ROWS, kind)
    if issubclass(kind, StrEnum):
        return Question(name, text, Sort.CHOICES, kind)
    return Question(name, text, Sort.CRITERIA if name == "criteria" else Sort.LINES)


def _text_sort(name: str) -> Sort:
    if name in (Sort.LOT, Sort.CRITERION):
        return Sort(name)
    return Sort.LINE if name in _SINGLE_LINES else Sort.TEXT


def every_question(topic: type = Legal, before: str = "") -> Iterator[tuple[str, Question]]:
    """Each question by its name, those within topics as well."""
    for question in questions_of(topic):
        name = f"{before}{question.name}"
        yield name, question
        if isinstance(question.of, type) and is_dataclass(question.of):
            yield from every_question(question.of, f"{name}.")


@cache
def _by_name() -> dict[str, Question]:
    return dict(every_question())


def name_of(place: str) -> str:
    """ "legal.proof.labels[2].linked" → "proof.labels.linked"."""
    return _NUMBER.sub("", place).removeprefix("legal.")


def question_at(place: str) -> Question | None:
    """None where the place is no question."""
    return _by_name().get(name_of(place))


def topic_of(place: str) -> str:
    """The topic on whose page this question stands: "legal.proof.labels[2].linked" → "proof"."""
    return name_of(place).partition(".")[0]


def anchor_of(place: str) -> str:
    """The id of this question on its page, to put behind `#`: "legal-proof-labels-2-linked"."""
    return place.replace("[", "-").replace("]", "").replace(".", "-")
