"""A column of rows that are alike, read at once: what holds for all of its texts is asked once."""

from collections.abc import Sequence

from procurement.incoming.sheets import figures
from procurement.incoming.sheets.row_shapes import PlainCell
from procurement.incoming.sheets.texts import are_unmarked
from procurement.incoming.sheets.values import CellKind
from procurement.incoming.sheets.xlsx_values import Workbook

Column = tuple[CellKind, Sequence[str]]


def column_read(cell: PlainCell, stored: Sequence[str], workbook: Workbook) -> Column | None:
    """Kind and values; None unless all are of one kind, with something in each and nothing to mark."""
    kind, values = _read(cell, stored, workbook)
    if kind is None or not all(values) or not are_unmarked(kind, values):
        return None
    return kind, values


def _read(
    cell: PlainCell, stored: Sequence[str], workbook: Workbook
) -> tuple[CellKind | None, Sequence[str]]:
    if cell.kind == "n" and not workbook.shows_date(cell.style) and figures.are_canonical(stored):
        return CellKind.NUMBER, stored
    if cell.kind in ("str", "inlineStr") and "_x" not in "".join(stored):
        return CellKind.TEXT, stored
    kinds, values = zip(*(workbook.read(cell.kind, cell.style, each) for each in stored), strict=True)
    return kinds[0] if len(set(kinds)) == 1 else None, values
