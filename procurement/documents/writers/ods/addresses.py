"""Cells and ranges as OpenDocument names them outside formulas: `'Lot 1'.A1:'Lot 1'.B2`."""

import re
from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import cell, column_number

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)(?::\$?([A-Z]{1,3})\$?([1-9][0-9]*))?\Z")


class Area(NamedTuple):
    """Columns and rows count from 1; the last ones belong to it."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def areas(text: str) -> list[Area]:
    """ "B2:B40 D2:D40" as two areas, "B2" as one cell."""
    return [_area(each) for each in text.split()]


def _area(text: str) -> Area:
    found = _AREA.match(text)
    if found is None:
        raise DocumentError(f"area {text!r}: write it as B2 or B2:C40")
    first, top, last, bottom = found.groups()
    return Area(column_number(first), int(top), column_number(last or first), int(bottom or top))


def quoted(sheet: str) -> str:
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def first_cell(sheet: str, area: Area) -> str:
    return f"{quoted(sheet)}.{cell(area.first_column, area.first_row)}"


def range_address(sheet: str, area: Area) -> str:
    return f"{first_cell(sheet, area)}:{quoted(sheet)}.{cell(area.last_column, area.last_row)}"
