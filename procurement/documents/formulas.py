"""Formulas without mistakes in quoting: `cell(3, 4)`, `on_sheet("Lot 1", "C4")`, `text_literal(name)`."""

import re

from procurement.documents.errors import DocumentError

_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+\Z|[rRcC]\d*([cC]\d*)?\Z")
_LAST_COLUMN = 16384
_LONGEST_LITERAL = 255


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    if not 1 <= number <= _LAST_COLUMN:
        raise DocumentError(f"column {number}: a sheet has columns 1 to {_LAST_COLUMN}")
    letters = ""
    while number:
        number, index = divmod(number - 1, 26)
        letters = chr(ord("A") + index) + letters
    return letters


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell(column: int, row: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
    """The name of a cell: (3, 4) → C4, and with both fixed $C$4."""
    return f"{'$' if fixed_column else ''}{column_letters(column)}{'$' if fixed_row else ''}{row}"


def area(first: tuple[int, int], last: tuple[int, int], *, fixed: bool = False) -> str:
    """The range between two (column, row) pairs."""
    return ":".join(cell(*corner, fixed_column=fixed, fixed_row=fixed) for corner in (first, last))


def on_sheet(sheet: str, reference: str) -> str:
    """The reference as seen from another sheet; the sheet's name is quoted where Excel asks for it."""
    if _PLAIN_SHEET.match(sheet) and not _CELL_LIKE.match(sheet):
        return f"{sheet}!{reference}"
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{reference}"


def text_literal(text: str) -> str:
    """A text inside a formula, in quotes. Excel allows 255 characters there."""
    if len(text) > _LONGEST_LITERAL:
        raise DocumentError(
            f"a text in a formula may have {_LONGEST_LITERAL} characters, this has {len(text)}"
        )
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
