"""Read the files under `data/`: `[[figures]]`."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from procurement.language import Text
from procurement.numbers import parse
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.reference.figure import Figure
from tenders.lifecycle.spelling import unit_of

DATA = Path(__file__).parent / "data"

Table = Mapping[str, Any]


class FigureFileError(ValueError):
    """An entry is incomplete, or a code stands there twice; the message names the code."""


def load_figures(folder: Path = DATA) -> tuple[Figure, ...]:
    entries = [entry for path in sorted(folder.glob("*.toml")) for entry in _entries(path)]
    found = tuple(_figure(entry) for entry in entries)
    for code, times in Counter(each.code for each in found).items():
        if times > 1:
            raise FigureFileError(f"{code}: stands there more than once")
    return found


def _entries(path: Path) -> list[Table]:
    entries: list[Table] = tomllib.loads(path.read_text(encoding="utf-8")).get("figures", [])
    return entries


def _figure(entry: Table) -> Figure:
    try:
        return Figure(
            code=entry["code"],
            group=entry["group"],
            about=Text(nl=entry["about"]["nl"], en=entry["about"]["en"]),
            value=_value(entry["value"], entry["unit"]),
            year=entry["year"],
            source=entry["source"],
            review_by=entry["review_by"],
            confirmed=entry["confirmed"],
        )
    except KeyError as absent:
        raise FigureFileError(f"{entry.get('code', '?')}: {absent} is missing or unknown") from None


def _value(number: str, spelled: str) -> Quantity:
    unit, factor = unit_of(spelled)
    return quantity(parse(number), unit) * factor
