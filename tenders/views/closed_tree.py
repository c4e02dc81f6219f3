"""The criteria of a lot to read, once they can no longer be changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from procurement.words import words
from tenders.forms.outline import Entry, Outline
from tenders.forms.parameters import parameter_words
from tenders.forms.tree import key_of
from tenders.models import Criterion
from tenders.scoring.methods import METHODS


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A stored criterion to read."""

    row: Criterion
    depth: int
    method: str
    parameters: list[tuple[str, str]]


def closed_rows(rows: Iterable[Criterion]) -> list[ClosedRow]:
    """Stored criteria depth first, with their method and its parameters in words."""
    by_key = {key_of(row.pk): row for row in rows}
    outline = Outline.of(Entry(key, key_of(row.parent_id)) for key, row in by_key.items())
    return [_closed(by_key[place.key], place.depth) for place in outline.placed()]


def _closed(row: Criterion, depth: int) -> ClosedRow:
    if row.method not in METHODS:
        return ClosedRow(row, depth, "", [])
    method = METHODS[row.method]
    title = words(method.title)
    return ClosedRow(row, depth, title, parameter_words(method.parameters, row.parameters))
