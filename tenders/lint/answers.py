"""Short ways for a rule to look at the answers of a topic: what is missing, and what is answered wrongly."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from procurement.language import Text
from tenders.lint.asking import unanswered
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.severity import Severity


class Wanted(NamedTuple):
    """A yes-or-no question of a topic, the lawful answer, and what to say about the other one."""

    field: str
    answer: bool
    otherwise: Text
    advice: Text
    severity: Severity = Severity.BLOCKING


def against(topic: object, place: str, wanted: Iterable[Wanted]) -> Iterator[Finding]:
    """A finding for each question that is open, or has another answer than the law wants."""
    for each in wanted:
        at, given = f"{place}.{each.field}", getattr(topic, each.field)
        if given is None:
            yield unanswered(at, each.severity)
        elif given is not each.answer:
            yield wrong(at, each.otherwise, each.advice, severity=each.severity)


def missing(
    topic: object, place: str, *fields: str, severity: Severity = Severity.BLOCKING
) -> Iterator[Finding]:
    """A finding for each of these fields that holds nothing; a text of spaces says nothing."""
    for field in fields:
        if is_blank(getattr(topic, field)):
            yield unanswered(f"{place}.{field}", severity)


def is_blank(answer: object) -> bool:
    return answer is None or answer == () or (isinstance(answer, str) and not answer.strip())


def wrong(
    place: str,
    message: Text,
    advice: Text,
    *,
    severity: Severity = Severity.BLOCKING,
    screen: Screen = Screen.LEGAL_QUESTIONS,
    quote: str = "",
) -> Finding:
    """`quote` is the value that is wrong: a lawyer's reason belongs to that value and no other."""
    return Finding(severity=severity, place=place, message=message, quote=quote, fix=GoTo(screen, advice))
