"""From a table to a topic of `tenders.lint.draft`: the fields of the topic are the fields of the table.

A value that is absent stays unanswered. What does not fit is a problem with its place and stays so too.
"""

import types
from collections.abc import Callable
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from procurement.language import Text
from tenders.scoring.files.fields import Fields, decimal, entries, shown, text
from tenders.scoring.problem import Problem

T = TypeVar("T")

_YEARS = range(2000, 2200)

_YES_NO = Text(nl="Hier hoort true of false.", en="Write true or false here.")
_DATE = Text(
    nl="Hier hoort een datum, bijvoorbeeld 2026-11-30.", en="A date belongs here, for example 2026-11-30."
)
_FAR_DATE = Text(
    nl="Dit jaartal kan niet kloppen. Kies een datum van 2000 tot en met 2199.",
    en="This year cannot be right. Choose a date from 2000 to 2199.",
)
_CHOICE = Text(
    nl="‘{value}’ bestaat niet. Kies uit: {known}.", en="‘{value}’ does not exist. Choose from: {known}."
)


def read_topic(topic: type[T], value: object, place: str, problems: list[Problem]) -> T:
    """The topic in this table; None and {} give the topic with nothing answered."""
    kinds = _kinds_of(topic)  # type: ignore[arg-type]  # a class can be hashed; mypy does not see it
    fields = Fields(value, place, problems)
    answers: dict[str, Any] = {}
    for field in fields_of(topic):  # type: ignore[arg-type]
        raw = fields.take(field.name)
        if raw is not None:
            answers[field.name] = _read(kinds[field.name], raw, fields.at(field.name), problems)
    fields.close()
    return topic(**answers)


@cache
def _kinds_of(topic: type) -> dict[str, Any]:
    """Worked out once for each topic: a draft holds hundreds of tables."""
    return get_type_hints(topic)


def _read(kind: Any, raw: object, place: str, problems: list[Problem]) -> Any:
    kind = _answered(kind)
    if get_origin(kind) is tuple:
        each = get_args(kind)[0]
        return entries(raw, place, problems, lambda entry, at: _read(each, entry, at, problems))
    if isinstance(kind, type) and is_dataclass(kind):
        return read_topic(kind, raw, place, problems)
    if issubclass(kind, StrEnum):
        return _choice(kind, raw, place, problems)
    return _SIMPLE[kind](raw, place, problems)


def _answered(kind: Any) -> Any:
    """`bool | None` without the None."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _choice(kind: type[StrEnum], raw: object, place: str, problems: list[Problem]) -> StrEnum | None:
    known = [member.value for member in kind]
    if raw in known:
        return kind(raw)
    problems.append(Problem(place, _CHOICE.format(value=shown(raw), known=", ".join(known))))
    return None


def _yes_no(raw: object, place: str, problems: list[Problem]) -> bool | None:
    if isinstance(raw, bool):
        return raw
    problems.append(Problem(place, _YES_NO))
    return None


def _day(raw: object, place: str, problems: list[Problem]) -> date | None:
    """TOML has dates of its own; JSON writes them as text. Rules add days: the end of time is no date."""
    found = raw if type(raw) is date else _written_day(raw)
    if found is not None and found.year in _YEARS:
        return found
    problems.append(Problem(place, _DATE if found is None else _FAR_DATE))
    return None


def _written_day(raw: object) -> date | None:
    try:
        if isinstance(raw, str) and len(raw) == len("2026-11-30"):
            return date.fromisoformat(raw)
    except ValueError:
        pass
    return None


_SIMPLE: dict[type, Callable[[object, str, list[Problem]], Any]] = {
    str: text,
    bool: _yes_no,
    Decimal: decimal,
    date: _day,
}
