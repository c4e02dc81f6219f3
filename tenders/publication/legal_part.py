"""What changed in the answers to the legal questions, and in the reasons that a lawyer gave."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from procurement.language import Text
from tenders.lint.answer_words import answer_words
from tenders.lint.asking import question_of
from tenders.publication.words import NOTHING

_QUESTIONS = Text(nl="juridische vragen", en="legal questions")
_REASONS = Text(nl="motiveringen", en="reasons given")

Data = Mapping[str, Any]
Change = tuple[tuple[Text, ...], Text, Text]
"""Steps to the place, what it said, what it says."""


def legal_changes(old: Data, new: Data, place: str = "legal") -> Iterator[Change]:
    """Each question whose answer changed, by its topic."""
    for name in dict.fromkeys((*old, *new)):
        was, now, at = old.get(name), new.get(name), f"{place}.{name}"
        if was == now:
            continue
        if isinstance(was or now, Mapping):
            yield from legal_changes(was or {}, now or {}, at)
        else:
            yield (_QUESTIONS, *_steps(at)), answer_words(at, was), answer_words(at, now)


def reason_changes(old: Sequence[Data], new: Sequence[Data]) -> Iterator[Change]:
    """Each finding whose reason came, went or changed."""
    before, after = {_about(each): each for each in old}, {_about(each): each for each in new}
    for about in dict.fromkeys((*before, *after)):
        was, now = before.get(about, {}).get("text"), after.get(about, {}).get("text")
        if was != now:
            yield (_REASONS, *(_same(step) for step in about if step)), _words(was), _words(now)


def _about(reason: Data) -> tuple[str, str, str]:
    return reason["rule"], reason.get("place", ""), reason.get("quote", "")


def _steps(place: str) -> tuple[Text, ...]:
    """The questions from the topic down to this one."""
    names = place.split(".")
    return tuple(question_of(".".join(names[: end + 1])) for end in range(1, len(names)))


def _words(text: str | None) -> Text:
    return _same(text) if text else NOTHING


def _same(words: str) -> Text:
    return Text(nl=words, en=words)
