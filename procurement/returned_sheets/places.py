"""Where a cell is, for the program and for people."""

import re

from procurement.documents.formulas import column_letters, column_number
from procurement.language import Text

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

Position = tuple[int, int]
"""Column and row, both from 1."""

_CELL = Text(nl="blad {sheet}, cel {at}", en="sheet {sheet}, cell {at}")
_SHEET = Text(nl="blad {sheet}", en="sheet {sheet}")


def position(at: str) -> Position:
    """ "D7" → (4, 7). Raises `ValueError`."""
    match = _ADDRESS.fullmatch(at)
    if match is None:
        raise ValueError(f"{at!r} is not the address of a cell")
    return column_number(match[1]), int(match[2])


def address(where: Position) -> str:
    """(4, 7) → "D7"."""
    return f"{column_letters(where[0])}{where[1]}"


def place_of(sheet: str, at: str = "") -> Text:
    """ "blad Prijzen, cel D7", or the sheet alone."""
    return _CELL.format(sheet=sheet, at=at) if at else _SHEET.format(sheet=sheet)
