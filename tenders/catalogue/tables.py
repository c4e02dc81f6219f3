"""Read the fields of a TOML table; every refusal names the file, the entry and the field."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from procurement.language import Text
from procurement.numbers import NotANumber, parse

Table = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


class CatalogueError(ValueError):
    """The catalogue is wrong; the message names the file, the item and the field."""


class Place:
    """Where we are reading, for the message of an error: "hardware.toml: hw-1: theme"."""

    def __init__(self, *steps: str) -> None:
        self.steps = steps

    def __truediv__(self, step: str) -> "Place":
        return Place(*self.steps, step)

    def refuse(self, reason: str) -> CatalogueError:
        return CatalogueError(f"{': '.join(self.steps)}: {reason}")


def refuse_unknown(table: Table, known: frozenset[str], place: Place) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise place.refuse(f"unknown field {', '.join(unknown)}")


def text_of(table: Table, name: str, place: Place) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise (place / name).refuse("a text is missing")
    return value


def bilingual(table: Table, name: str, place: Place) -> Text:
    value = table.get(name)
    if not isinstance(value, Mapping) or not value.get("nl") or not value.get("en"):
        raise (place / name).refuse("needs nl and en")
    return Text(nl=value["nl"], en=value["en"])


def number(table: Table, name: str, place: Place) -> Decimal:
    try:
        return parse(table.get(name, ""))
    except NotANumber as refusal:
        raise (place / name).refuse(str(refusal)) from None


def choice(choices: type[Choice], table: Table, name: str, place: Place) -> Choice:
    try:
        return choices(table.get(name, ""))
    except ValueError:
        raise (place / name).refuse(f"must be one of {', '.join(choices)}") from None
