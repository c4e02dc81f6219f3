"""The duties of a clause as plain data and back, in the shape that the head of a clause gives them.

A final contract keeps them: a reading that is corrected later says nothing about what was agreed before.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clauses.assembly.duty import Duty, read_duties
from clauses.assembly.front_matter import Table
from procurement.language import Text


def duties_as_data(duties: Sequence[Duty]) -> list[dict[str, object]]:
    """Texts, whole numbers and lists only; what is empty is left out."""
    return [{key: value for key, value in _entries(duty) if value} for duty in duties]


def duties_from_data(data: Sequence[Mapping[str, Any]]) -> tuple[Duty, ...]:
    """What `duties_as_data` made."""
    return read_duties(Table({"duties": [dict(each) for each in data]}))


def _entries(duty: Duty) -> Iterator[tuple[str, object]]:
    yield "kind", duty.kind
    yield "provision", duty.provision
    yield "words", duty.words
    yield "every", duty.rhythm
    yield "within", f"{duty.within.amount} {duty.within.unit}"
    yield "on", f"{duty.fixed.month:02}-{duty.fixed.day:02}" if duty.fixed else ""
    yield "interval", duty.interval
    yield "direction", duty.direction or ""
    yield "variable", duty.variable
    yield "consequences", list(duty.consequences)
    yield "by", duty.party
    for name, text in (("title", duty.title), ("unit", duty.unit), ("proof", duty.proof)):
        yield name, _both(text)


def _both(text: Text | None) -> dict[str, str] | None:
    return {"nl": text.nl, "en": text.en} if text else None
