"""Whole rows or columns that were put in or taken out, so that everything after them stands elsewhere.

Said in one sentence: held cell by cell, nearly everything on the sheet would be wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from procurement.documents.formulas import column_letters
from procurement.documents.workbook import Cell as Issued
from procurement.incoming import Cell, CellKind
from procurement.language import Text
from procurement.returned_sheets import sentences
from procurement.returned_sheets.frozen import fault_of
from procurement.returned_sheets.places import Position

MOST = 20  # rows or columns at a time

Said = Mapping[Position, Issued]
"""Cells that say something and never change."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Along the rows or along the columns. `index`: which part of a position counts them."""

    index: int
    named: Callable[[int], str]
    added: Text
    gone: Text


_WAYS = (
    _Way(1, str, sentences.ROWS_ADDED, sentences.ROWS_GONE),
    _Way(0, column_letters, sentences.COLUMNS_ADDED, sentences.COLUMNS_GONE),
)


def shift_of(frozen: Mapping[Position, Issued], found: Mapping[Position, Cell]) -> Text | None:
    """What happened to the sheet, or None. `frozen`: its cells that are not to be filled in."""
    said = {at: cell for at, cell in frozen.items() if cell.formula is None and cell.value not in (None, "")}
    return next((text for way in _WAYS if (text := _along(way, said, found))), None)


def _along(way: _Way, said: Said, found: Mapping[Position, Cell]) -> Text | None:
    lines: dict[int, list[Position]] = {}
    for at in said:
        lines.setdefault(at[way.index], []).append(at)

    def stand(first: int, by: int) -> bool:
        """Does everything from this line on stand so many further?"""
        after = [at for line, places in lines.items() if line >= first for at in places]
        return bool(after) and all(_is_at(said[at], found, _moved(at, by, way)) for at in after)

    def is_left(count: int) -> bool:
        """Does the end say nothing any more? Else lines changed places, or one was copied."""
        gone = max(lines, default=0) - count
        ends = (at for line, places in lines.items() if line > gone for at in places)
        return all(_is_empty(found.get(at)) for at in ends)

    first = next(
        (line for line in sorted(lines) if not all(_is_at(said[at], found, at) for at in lines[line])), 0
    )
    for count in range(1, MOST + 1 if first else 0):
        if stand(first, count):
            place, now = way.named(first), way.named(first + count)
            return way.added.format(count=str(count), place=place, now=now)
        if is_left(count) and stand(first + count, -count):
            return way.gone.format(count=str(count), place=way.named(first))
    return None


def _is_at(cell: Issued, found: Mapping[Position, Cell], at: Position) -> bool:
    return fault_of(cell, found.get(at)) is None


def _is_empty(cell: Cell | None) -> bool:
    return cell is None or cell.kind is CellKind.EMPTY


def _moved(at: Position, by: int, way: _Way) -> Position:
    column, row = at
    return (column, row + by) if way.index else (column + by, row)
