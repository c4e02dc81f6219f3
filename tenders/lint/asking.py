"""What a rule says when the draft leaves a question open that it must answer."""

from typing import get_args, get_type_hints

from procurement.language import Text
from tenders.lint.draft import Legal
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.severity import Severity

_OPEN = Text(nl="Nog niet beantwoord: {question}", en="Not answered yet: {question}")
_ANSWER = Text(
    nl="Beantwoord de vraag bij de juridische vragen.", en="Answer the question among the legal questions."
)


def question_of(place: str) -> Text:
    """The question behind a place such as "legal.contract.estimate" or "legal.proof.labels[2].linked"."""
    topic: object = Legal
    found = Text(nl=place, en=place)
    for name in place.split(".")[1:]:
        field = name.partition("[")[0]
        kind, found = get_args(get_type_hints(topic, include_extras=True)[field])[:2]
        topic = _record(kind)
    return found


def _record(kind: object) -> object:
    """The topic in `Topic`, `Topic | None` or `tuple[Topic, ...]`."""
    return next((each for each in get_args(kind) if isinstance(each, type)), kind)


def unanswered(place: str, severity: Severity = Severity.BLOCKING) -> Finding:
    """The finding for a question that nobody answered; `place` starts with "legal."."""
    return Finding(
        severity=severity,
        place=place,
        message=_OPEN.format(question=question_of(place)),
        fix=GoTo(Screen.LEGAL_QUESTIONS, _ANSWER),
    )
