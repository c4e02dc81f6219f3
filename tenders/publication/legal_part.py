"""What changed in the answers to the legal questions, and in the reasons that a lawyer gave."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from procurement.language import Text
from tenders.lint.answer_words import answer_words
from tenders.lint.asking import question_of
from tenders.lint.place_words import place_words
from tenders.publication.draft import Circumstances, draft_of
from tenders.publication.model import Published
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


def reason_changes(old: Published, new: Published) -> Iterator[Change]:
    """Each finding whose reason came, went or changed; its place is that of the version with the reason."""
    before, after = _reasons(old), _reasons(new)
    for about in dict.fromkeys((*before, *after)):
        was, now = before.get(about), after.get(about)
        given = now or was
        if given is not None and was != now:
            steps = (_REASONS, _same(about.rule), given.place, *([_same(about.quote)] if about.quote else []))
            yield steps, _words(was), _words(now)


class _About(NamedTuple):
    rule: str
    place: str
    quote: str
    subject: str


class _Given(NamedTuple):
    place: Text
    text: str


def _reasons(form: Published) -> dict[_About, _Given]:
    """By finding. The places are read in the form itself, so nothing beside it has to be known."""
    if form.terms is None:
        return {}
    draft = draft_of(form.tender, form.terms, Circumstances(on=date.min))
    return {
        _About(each.rule, each.place, each.quote, each.subject): _Given(
            place_words(each.place, draft), each.text
        )
        for each in form.terms.reasons
    }


def _steps(place: str) -> tuple[Text, ...]:
    """The questions from the topic down to this one."""
    names = place.split(".")
    return tuple(question_of(".".join(names[: end + 1])) for end in range(1, len(names)))


def _words(given: _Given | None) -> Text:
    return _same(given.text) if given else NOTHING


def _same(words: str) -> Text:
    return Text(nl=words, en=words)
