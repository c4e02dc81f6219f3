"""Comparing a recalculated workbook with the program: the values beside its formulas, and all other cells."""

import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal, InvalidOperation
from types import MappingProxyType
from typing import NamedTuple

from procurement.documents.formulas import column_letters
from procurement.documents.workbook import Cell, CellLike, Sheet, Workbook

NOISE = Decimal("1e-12")  # of unrounded cells; a rounded cell must be equal to the last published digit
DIGITS = 15  # that a spreadsheet keeps
MOST_PLACES = 15
LAST_DIGIT = Decimal("1e-15")
NOTHING: Mapping[str, Decimal] = MappingProxyType({})
_WIDE = Context(prec=100)
_ROUNDED_TO = re.compile(r'\bROUND\(.*,([0-9]+)\)(?:,"")?\)*$', re.DOTALL)  # decimals of the last rounding


class Difference(NamedTuple):
    place: str
    ours: object
    theirs: str
    formula: str


def differences(
    workbook: Workbook, computed: dict[str, list[list[str]]], worth: Mapping[str, Decimal] = NOTHING
) -> tuple[list[Difference], int]:
    """The cells that differ, and how many were compared. What is typed in a cell comes back as it is.

    `worth`: by title of the sheet what all criteria together earn; an unrounded cell has noise in proportion.
    """
    found: list[Difference] = []
    compared = 0
    for sheet in workbook.sheets:
        rows, noise = computed[sheet.title], LAST_DIGIT * worth.get(sheet.title, 0)
        for row, column, cell in _cells(sheet):
            compared += 1
            shown = _at(rows, row, column)
            if not _same(cell, shown, noise):
                place = f"{sheet.title}!{column_letters(column + 1)}{row + 1}"
                found.append(Difference(place, cell.value, shown, cell.formula or ""))
    return found, compared


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """Those with a formula or something in them."""
    for row_number, row in enumerate(sheet.rows):
        for column, each in enumerate(row):
            cell = _cell(each)
            if cell.formula is not None or cell.value not in ("", None):
                yield row_number, column, cell


def _cell(each: CellLike) -> Cell:
    return each if isinstance(each, Cell) else Cell(each)


def _at(rows: list[list[str]], row: int, column: int) -> str:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def figure(shown: str) -> Decimal:
    """CSV shows a percentage as such, and an .ods in Dutch has a comma for the decimals."""
    plain = shown.replace(",", ".")
    return Decimal(plain[:-1]).scaleb(-2) if plain.endswith("%") else Decimal(plain)


def _same(cell: Cell, shown: str, noise: Decimal) -> bool:
    if not isinstance(cell.value, Decimal | int):
        return shown == (cell.value or "")
    try:
        theirs = figure(shown)
    except InvalidOperation:
        return False
    ours = Decimal(cell.value)
    rounded_to = _ROUNDED_TO.search(cell.formula) if cell.formula else None
    places = int(rounded_to[1]) if rounded_to else MOST_PLACES
    if _fits(ours, places) and (rounded_to or cell.formula is None):
        return theirs == ours
    unit = Decimal(5).scaleb(-1 - places) if rounded_to else NOISE
    return abs(ours - theirs) <= unit + NOISE * abs(ours) + noise


def _fits(value: Decimal, places: int) -> bool:
    """Can a spreadsheet hold it to the last digit, and does the formula?"""
    _sign, digits, exponent = value.normalize(_WIDE).as_tuple()
    return len(digits) <= DIGITS and isinstance(exponent, int) and -exponent <= places
