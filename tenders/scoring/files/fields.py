"""Reading one table of the file field by field, collecting every problem with its place."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from procurement.direction_controls import turns_direction
from procurement.language import Text
from procurement.numbers import NotANumber, parse
from tenders.scoring.problem import Problem

# Control characters that no document can hold, and halves of surrogate pairs that are not text at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_TABLE = Text(nl="Hier hoort een tabel met velden.", en="A table with fields belongs here.")
_LIST = Text(nl="Hier hoort een lijst.", en="A list belongs here.")
_TEXT = Text(nl="Hier hoort een tekst tussen aanhalingstekens.", en="A text in quotes belongs here.")
_CONTROL = Text(
    nl="Deze tekst bevat onzichtbare stuurtekens. Haal die weg.",
    en="This text has invisible control characters. Remove them.",
)
_DIRECTION = Text(
    nl="Deze tekst bevat onzichtbare tekens die de leesrichting omkeren. Typ hem opnieuw.",
    en="This text has invisible characters that turn the reading direction. Type it again.",
)
_NUMBER = Text(
    nl='Schrijf getallen als tekst, bijvoorbeeld "12.5".', en='Write numbers as text, for example "12.5".'
)
_WHOLE = Text(
    nl="Hier hoort een geheel getal zonder aanhalingstekens, bijvoorbeeld 2.",
    en="A whole number without quotes belongs here, for example 2.",
)
_MISSING = Text(nl="Dit veld ontbreekt. Vul het in.", en="This field is missing. Fill it in.")
_UNKNOWN = Text(
    nl="Dit veld bestaat niet. Bekend zijn: {known}.", en="This field does not exist. Known are: {known}."
)
_CHOICE = Text(
    nl="‘{value}’ bestaat niet. Kies uit: {known}.", en="‘{value}’ does not exist. Choose from: {known}."
)


class Fields:
    """One table. Each field is taken once; `close()` reports what was not asked for.

    An absent table (None) is silent: that it is missing has been reported where it was asked for.
    """

    def __init__(self, data: object, place: str, problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self._taken: list[str] = []
        self._is_table = isinstance(data, Mapping)
        self._data: Mapping[str, object] = data if isinstance(data, Mapping) else {}
        if not self._is_table and data is not None:
            self.wrong("", _TABLE)

    def wrong(self, name: str, message: Text) -> None:
        self.problems.append(Problem(self.at(name), message))

    def at(self, name: str) -> str:
        return ".".join(part for part in (self.place, shown(name)) if part)

    def close(self) -> None:
        known = ", ".join(self._taken)
        for name in self._data:
            if name not in self._taken:
                self.wrong(name, _UNKNOWN.format(known=known))

    def take(self, name: str, *, required: bool = False) -> object:
        """The raw value, None when absent."""
        self._taken.append(name)
        value = self._data.get(name)
        if value is None and required and self._is_table:
            self.wrong(name, _MISSING)
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        value = self.take(name, required=required)
        found = "" if value is None else text(value, self.at(name), self.problems)
        if required and isinstance(value, str) and not value.strip():
            self.wrong(name, _MISSING)
        return found

    def number(self, name: str) -> Decimal:
        """A required number; 0 stands in when it is wrong, and the problem is on record."""
        found = decimal(self.take(name, required=True), self.at(name), self.problems)
        return Decimal(0) if found is None else found

    def number_or_none(self, name: str) -> Decimal | None:
        return decimal(self.take(name), self.at(name), self.problems)

    def whole_number(self, name: str) -> int:
        value = self.take(name, required=True)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.wrong(name, _WHOLE)
        return value if isinstance(value, int) else 0

    def choice(self, name: str, kind: type[E], *, required: bool = False) -> E | None:
        value = self.take(name, required=required)
        if value is None:
            return None
        known = [member.value for member in kind]
        if value not in known:
            self.wrong(name, _CHOICE.format(value=shown(value), known=", ".join(known)))
            return None
        return kind(value)

    def list(self, name: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        return entries(self.take(name), self.at(name), self.problems, read)

    def texts(self, name: str) -> tuple[str, ...]:
        return self.list(name, lambda value, place: text(value, place, self.problems))

    def mapping(self, name: str, read: Callable[[str, object, str], T]) -> dict[str, T]:
        """A table whose field names are codes."""
        value = self.take(name)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong(name, _TABLE)
            return {}
        found = {}
        for key, entry in value.items():
            place = f"{self.at(name)}.{shown(key)}"
            found[text(key, place, self.problems)] = read(str(key), entry, place)
        return found


def entries(
    value: object, place: str, problems: list[Problem], read: Callable[[object, str], T]
) -> tuple[T, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        problems.append(Problem(place, _LIST))
        return ()
    return tuple(read(entry, f"{place}[{index}]") for index, entry in enumerate(value))


def text(value: object, place: str, problems: list[Problem]) -> str:
    wrong = unwritable(value) if isinstance(value, str) else _TEXT
    if wrong is not None:
        problems.append(Problem(place, wrong))
        return ""
    return str(value)


def unwritable(value: str) -> Text | None:
    """Why no file and no document can hold this text; None when they can."""
    if _UNWRITABLE.search(value):
        return _CONTROL
    return _DIRECTION if turns_direction(value) else None


def shown(name: object) -> str:
    """A field name as typed, at most 40 characters and without anything invisible."""
    return "".join(character if character.isprintable() else "?" for character in str(name)[:40])


def decimal(value: object, place: str, problems: list[Problem]) -> Decimal | None:
    """None when absent or wrong; a float, a whole number or a yes/no is refused: it is not a text."""
    if value is None:
        return None
    if not isinstance(value, str):
        problems.append(Problem(place, _NUMBER))
        return None
    try:
        return parse(value)
    except NotANumber as refusal:
        problems.append(Problem(place, refusal.message))
        return None
