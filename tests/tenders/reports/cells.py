"""Comparing a recalculated workbook with the values that the program wrote beside its formulas."""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from procurement.documents.formulas import column_letters
from procurement.documents.workbook import Cell, Workbook

NOISE = Decimal("1e-9")  # of unrounded cells; a rounded cell must be equal to the last published digit
MOST_PLACES = 6  # decimals of a rounded cell; what has more is only freed from binary noise


class Difference(NamedTuple):
    place: str
    ours: object
    theirs: str
    formula: str


def differences(workbook: Workbook, computed: dict[str, list[list[str]]]) -> tuple[list[Difference], int]:
    """The formula cells that differ, and how many were compared."""
    found: list[Difference] = []
    compared = 0
    for sheet in workbook.sheets:
        rows = computed[sheet.title]
        for row_number, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if not isinstance(cell, Cell) or cell.formula is None:
                    continue
                compared += 1
                shown = _at(rows, row_number, column)
                if not _same(cell, shown):
                    place = f"{sheet.title}!{column_letters(column + 1)}{row_number + 1}"
                    found.append(Difference(place, cell.value, shown, cell.formula))
    return found, compared


def _at(rows: list[list[str]], row: int, column: int) -> str:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _figure(shown: str) -> Decimal:
    """CSV shows a percentage as such."""
    return Decimal(shown[:-1]).scaleb(-2) if shown.endswith("%") else Decimal(shown)


def _same(cell: Cell, shown: str) -> bool:
    if isinstance(cell.value, str):
        return shown == cell.value
    try:
        theirs = _figure(shown)
    except InvalidOperation:
        return False
    ours = Decimal(cell.value)
    if "ROUND" in (cell.formula or "") and -ours.as_tuple().exponent <= MOST_PLACES:
        return theirs == ours or Decimal(repr(float(ours))) == theirs
    return abs(ours - theirs) <= NOISE * max(1, abs(ours))
