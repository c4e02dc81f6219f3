"""An answer in words, for a person to read: "ja", the label of a choice, a number or day as one writes it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from procurement.language import Text
from procurement.numbers import NotANumber, in_both, parse
from tenders.lint.draft.choices import CHOICES
from tenders.lint.questions import Question, Sort, question_at

NOTHING = Text(nl="–", en="–")
YES, NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")


def answer_words(place: str, value: Any) -> Text:
    """`value` as a tender file writes it. What does not fit its question is shown as it stands."""
    question = question_at(place)
    return _same(value) if question is None else _words(place, question, value)


def _words(place: str, question: Question, value: Any) -> Text:
    if value in (None, "", [], {}, ()):
        return NOTHING
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Mapping):
        return _joined((_told(f"{place}.{name}", name, each) for name, each in value.items()), "; ")
    if isinstance(value, list | tuple):
        apart = " / " if question.sort is Sort.ROWS else ", "
        return _joined((_words(place, question, each) for each in value), apart)
    return _SINGLE.get(question.sort, _plain)(question, value)


def _told(place: str, name: str, value: Any) -> Text:
    """The question with its answer: "Welk keurmerk? EU Ecolabel", "Jaren: 3"."""
    question = question_at(place)
    asked = question.text if question else _same(name)
    said = answer_words(place, value)
    return Text(nl=_beside(asked.nl, said.nl), en=_beside(asked.en, said.en))


def _beside(asked: str, said: str) -> str:
    return f"{asked} {said}" if asked.endswith("?") else f"{asked}: {said}"


def _choice(question: Question, value: Any) -> Text:
    return CHOICES[question.of].get(str(value), _same(value))


def _number(_question: Question, value: Any) -> Text:
    try:
        return in_both(value if isinstance(value, Decimal) else parse(value))
    except NotANumber:
        return _same(value)


def _day(_question: Question, value: Any) -> Text:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        return _same(value)
    return _same(f"{day:%d-%m-%Y}")


def _plain(_question: Question, value: Any) -> Text:
    return _same(value)


_SINGLE: Mapping[Sort, Callable[[Question, Any], Text]] = {
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choice,
    Sort.NUMBER: _number,
    Sort.DAY: _day,
}


def _joined(parts: Iterable[Text], apart: str) -> Text:
    every = list(parts)
    return Text(nl=apart.join(part.nl for part in every), en=apart.join(part.en for part in every))


def _same(value: Any) -> Text:
    words = str(value) or NOTHING.nl
    return Text(nl=words, en=words)
