"""Formulas without mistakes in quoting: `cell(3, 4)`, `on_sheet("Lot 1", "C4")`, `text_literal(name)`."""

import re
from collections.abc import Callable
from functools import lru_cache

from procurement.documents.errors import DocumentError

_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+\Z|[rRcC]\d*([cC]\d*)?\Z")
ROW_NUMBER = re.compile(r"(?<=[A-Za-z$])([1-9][0-9]*)(?![\w.(!])")
"""The number of a row in a formula, as in C12, C$12 and $C12:D13."""

_HOLE = "\0"
_WORTH_COUNTING = 3  # numbers
_LAST_COLUMN = 16384
_LONGEST_LITERAL = 255


@lru_cache(maxsize=1024)
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
    return f"{_quoted(sheet)}!{reference}"


@lru_cache(maxsize=256)
def _quoted(sheet: str) -> str:
    if _PLAIN_SHEET.match(sheet) and not _CELL_LIKE.match(sheet):
        return sheet
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def counted_on(formula: Callable[[int], str], numbers: range) -> list[str]:
    """`formula(number)` for each of the numbers, which follow each other, where it changes rows alone.

    Made for two of them and counted on from there, which takes a tenth of the time. The last one is made as
    well: if counting on does not give that one, each is made by itself.
    """
    if len(numbers) > _WORTH_COUNTING:
        pattern = _pattern_of(formula(numbers[0]), formula(numbers[1]), numbers[0])
        if pattern is not None and formula(numbers[-1]) == _at(*pattern, numbers[-1]):
            return [_at(*pattern, number) for number in numbers]
    return [formula(number) for number in numbers]


def _pattern_of(first: str, second: str, number: int) -> tuple[str, list[int]] | None:
    """The formula with %d for each row that goes up with the number, and how far each is from it."""
    pieces, following = ROW_NUMBER.split(first), ROW_NUMBER.split(second)
    if pieces[::2] != following[::2]:
        return None
    distances: list[int] = []
    for at, (row, next_row) in enumerate(zip(pieces[1::2], following[1::2], strict=True)):
        if int(next_row) == int(row) + 1:
            distances.append(int(row) - number)
            pieces[2 * at + 1] = _HOLE
        elif row != next_row:
            return None
    whole = "".join(pieces)
    return whole.replace("%", "%%").replace(_HOLE, "%d"), distances


def _at(pattern: str, distances: list[int], number: int) -> str:
    return pattern % tuple([number + distance for distance in distances])


@lru_cache(maxsize=256)
def text_literal(text: str) -> str:
    """A text inside a formula, in quotes. Excel allows 255 characters there."""
    if len(text) > _LONGEST_LITERAL:
        raise DocumentError(
            f"a text in a formula may have {_LONGEST_LITERAL} characters, this has {len(text)}"
        )
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
