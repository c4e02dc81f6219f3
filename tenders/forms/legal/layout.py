"""Which questions a page asks, and how often: the topic laid out for the answers that are kept or typed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_type_hints

from django.http import QueryDict

from tenders.lint.draft import Legal
from tenders.lint.questions import LATER, Question, Sort, name_of, questions_of

MOST_ROWS = 60
SUITABILITY = "bidders.suitability"  # one row for each suitability requirement of the tender

_KEY = re.compile(r"[0-9]{1,3}")

Keys = Callable[[str], Sequence[str] | None]
"""The rows of the table at this path that were typed; None where the stored ones count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One question on the page. `path` is the name of its field, `stored` its answer as a file writes it.

    A fact is not asked: the tender says it already.
    """

    question: Question
    path: str
    place: str
    stored: Any
    is_fact: bool = False
    parts: tuple["Part", ...] = ()
    rows: tuple["Row", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`code` is that of a suitability requirement; other rows have none."""

    key: str
    place: str
    parts: tuple[Part, ...]
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What does not depend on a single question: the facts, the fixed rows, and the rows that were typed."""

    facts: frozenset[str]
    codes: tuple[str, ...]
    keys: Keys


def parts_of(topic: str, stored: Mapping[str, Any], sheet: Sheet) -> tuple[Part, ...]:
    return tuple(_parts(get_type_hints(Legal)[topic], stored, "", f"legal.{topic}", sheet))


def leaves(parts: Sequence[Part]) -> Iterator[Part]:
    """Every part that has a field of its own."""
    for part in parts:
        if part.question.sort not in (Sort.TOPIC, Sort.ROWS) and not part.is_fact:
            yield part
        yield from leaves(part.parts)
        for row in part.rows:
            yield from leaves(row.parts)


def tables(parts: Sequence[Part]) -> Iterator[Part]:
    """Every part that is a number of rows."""
    for part in parts:
        if part.question.sort is Sort.ROWS and not part.is_fact:
            yield part
        yield from tables(part.parts)
        for row in part.rows:
            yield from tables(row.parts)


def typed_keys(data: QueryDict) -> Keys:
    """A form with nothing of a table in it has no rows there."""
    return lambda path: [key for key in dict.fromkeys(data.getlist(rows_of(path))) if _KEY.fullmatch(key)]


def stored_keys(_path: str) -> None:
    return None


def rows_of(path: str) -> str:
    """The name of the hidden inputs that hold the keys of the rows."""
    return f"{path}-row"


def _parts(topic: type, stored: Any, path: str, place: str, sheet: Sheet) -> Iterator[Part]:
    answers = stored if isinstance(stored, Mapping) else {}
    for question in questions_of(topic):
        at = f"{place}.{question.name}"
        if name_of(at) not in LATER:
            yield _part(question, answers.get(question.name), f"{path}{question.name}", at, sheet)


def _part(question: Question, stored: Any, path: str, place: str, sheet: Sheet) -> Part:
    known = {"question": question, "stored": stored, "path": path, "place": place}
    if name_of(place) in sheet.facts:
        return Part(**known, is_fact=True)
    if question.sort in (Sort.TOPIC, Sort.OPTIONAL_TOPIC):
        return Part(**known, parts=tuple(_parts(question.of, stored, f"{path}-", place, sheet)))
    if question.sort is not Sort.ROWS:
        return Part(**known)
    entries = stored if isinstance(stored, list) else []
    fixed = name_of(place) == SUITABILITY
    return Part(**known, rows=tuple((_required if fixed else _rows)(question, entries, path, place, sheet)))


def _rows(question: Question, entries: Sequence[Any], path: str, place: str, sheet: Sheet) -> Iterator[Row]:
    typed = sheet.keys(path)
    keys = [str(index) for index in range(len(entries))] if typed is None else typed
    for key in keys[: max(MOST_ROWS, len(entries))]:  # what is kept is never cut off
        entry = entries[int(key)] if int(key) < len(entries) else {}
        at = f"{place}[{int(key)}]"
        yield Row(key=key, place=at, parts=tuple(_parts(question.of, entry, f"{path}-{key}-", at, sheet)))


def _required(
    question: Question, entries: Sequence[Any], path: str, place: str, sheet: Sheet
) -> Iterator[Row]:
    """One for each suitability requirement; what was answered about it goes by its code."""
    details = {entry.get("code"): entry for entry in entries if isinstance(entry, Mapping)}
    for index, code in enumerate(sheet.codes):
        at = f"{place}[{index}]"
        asked = _parts(question.of, details.get(code, {}), f"{path}-{index}-", at, sheet)
        parts = tuple(part for part in asked if not part.is_fact)
        yield Row(key=str(index), place=at, parts=parts, code=code)
