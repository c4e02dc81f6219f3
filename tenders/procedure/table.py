"""The transitions as a table for people: docs/procedure.md holds it, and a test holds the two together."""

from collections.abc import Iterator

from procurement.language import Language, Text
from tenders.procedure.people import TITLES as ROLES
from tenders.procedure.phases import TITLES as PHASES
from tenders.procedure.transition import Transition
from tenders.procedure.transitions import TRANSITIONS

_HEAD = Text(nl="Stap | Van | Naar | Wie | Personen | Reden", en="Step | From | To | Who | People | Reason")
_NEEDED = Text(nl="verplicht", en="compulsory")


def table_lines(language: Language) -> Iterator[str]:
    """Markdown, the way forward first."""
    head = _HEAD.to(language)
    yield f"| {head} |"
    yield "|" + "---|" * (head.count("|") + 1)
    for transition in TRANSITIONS:
        yield f"| {' | '.join(_cells(transition, language))} |"


def _cells(transition: Transition, language: Language) -> tuple[str, ...]:
    return (
        transition.title.to(language),
        ", ".join(PHASES[phase].to(language) for phase in transition.sources),
        PHASES[transition.target].to(language),
        ", ".join(ROLES[role].to(language) for role in transition.roles),
        str(transition.people),
        _NEEDED.to(language) if transition.needs_reason else "",
    )
