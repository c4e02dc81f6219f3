"""Rows of cells as XML text. A bare text is always an inline string, never a formula."""

import re
from collections.abc import Iterator, MutableSequence, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import area, column_letters, on_sheet
from procurement.documents.text import cleaned, escaped, only_words
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Value
from procurement.documents.writers.xlsx.heights import ORDINARY, TALL, height
from procurement.documents.writers.xlsx.shell import shell

LONGEST_TEXT = 32_767  # characters (UTF-16 units) in a cell; Excel cuts off what is longer
LONGEST_FORMULA = 8_192
LAST_ROW = 1_048_576
MOST_DIGITS = 15  # before the decimal point; Excel changes the digits after that

_DAY_ZERO = date(1899, 12, 30).toordinal()  # Excel's day 0, for dates from 1 March 1900
_FIRST_DATE = date(1900, 3, 1)
_OWN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read "_x0041_" as "A"


_TEXT_OPEN = ' t="inlineStr"><is><t xml:space="preserve">'
_TEXT_CLOSE = "</t></is></c>"
_SHORT = LONGEST_TEXT // 2  # characters that are certainly not too long, even when each counts for two


class _Refused(Exception):
    """A value cannot stand in a cell; the row adds where."""


def rows_xml(sheet: Sheet, merged: MutableSequence[str]) -> Iterator[str]:
    """One string a row; rows and columns count from 1. Adds the areas that are one cell to `merged`."""
    writer = _Rows(sheet, merged)
    for number, row in enumerate(sheet.rows, start=1):
        yield writer.row(number, row)


class _Opening(NamedTuple):
    """What a column's cells begin with, before and after the row number, by kind of value."""

    at: str
    text: str
    number: str
    column: Column
    ordinal: int

    @property
    def letters(self) -> str:
        return column_letters(self.ordinal)


class _Rows:
    """Writes the rows of one sheet. Text and numbers in their column's style take the short way.

    `others` is the style of anything but a bare text: as text, Excel would not calculate or align it.
    """

    def __init__(self, sheet: Sheet, merged: MutableSequence[str]) -> None:
        self.title = sheet.title
        self.merged = merged
        self.styles = {style: f'" s="{index}"' for style, index in shell().cell.items()}
        self.others = self.styles | {Style.TEXT: self.styles[Style.NUMBER]}
        self.openings = [self._opening(n, column) for n, column in enumerate(sheet.columns, start=1)]
        self.height = ORDINARY

    def row(self, number: int, row: Sequence[CellLike]) -> str:
        if number > LAST_ROW:
            raise DocumentError(f"sheet {self.title!r}: a sheet has {LAST_ROW} rows at most")
        while len(row) > len(self.openings):
            self.openings.append(self._opening(len(self.openings) + 1, Column()))
        self.height = ORDINARY
        cells = [
            self._cell(number, opening, cell)
            for opening, cell in zip(self.openings, row, strict=False)
            if cell is not None
        ]
        high = f' ht="{self.height}"' if self.height > ORDINARY else ""
        return f'<row r="{number}"{high}>{"".join(cells)}</row>'

    def _opening(self, number: int, column: Column) -> _Opening:
        letters = column_letters(number)
        text, other = self.styles[column.style], self.others[column.style]
        return _Opening(f'<c r="{letters}', f"{text}{_TEXT_OPEN}", f"{other}><v>", column, number)

    def _cell(self, row: int, opening: _Opening, cell: CellLike) -> str:
        if type(cell) is str and len(cell) < _SHORT and opening.column.style not in TALL and _ordinary(cell):
            return f"{opening.at}{row}{opening.text}{cell}{_TEXT_CLOSE}"
        try:
            if type(cell) is Decimal or type(cell) is int:
                return f"{opening.at}{row}{opening.number}{_number(cell)}</v></c>"
            return f"{opening.at}{row}{self._other(row, opening, cell)}"
        except _Refused as refusal:
            where = f"{opening.letters}{row}"
            message = f"sheet {self.title!r}, cell {where}: {refusal}"
            raise DocumentError(message, place=on_sheet(self.title, where)) from None

    def _other(self, row: int, opening: _Opening, cell: CellLike) -> str:
        style, width = opening.column.style, opening.column.width
        if isinstance(cell, Cell):
            style = cell.style or style
            if cell.span > 1:
                width = self._merge(row, opening.ordinal, cell.span)
            if cell.formula is not None:
                return _computed(self.others[style], cell.formula, cell.value)
            cell = cell.value
        if not isinstance(cell, str):
            return _plain(self.others[style], cell)
        if style in TALL:
            self.height = max(self.height, height(cell, style, width))
        text = _text(cell)
        return f"{self.styles[style]}{_TEXT_OPEN}{text}{_TEXT_CLOSE}" if text else f"{self.styles[style]}/>"

    def _merge(self, row: int, first: int, span: int) -> int:
        """Make one cell of so many, and give their width together."""
        covered = self.openings[first - 1 : first - 1 + span]
        self.merged.append(area((first, row), (first + len(covered) - 1, row)))
        return sum(opening.column.width for opening in covered)


def _ordinary(text: str) -> bool:
    return only_words(text) and "_x" not in text and text != ""


def _plain(styled: str, value: Value) -> str:
    if value is None:
        return f"{styled}/>"
    if isinstance(value, bool):
        return f'{styled} t="b"><v>{value:d}</v></c>'
    return f"{styled}><v>{_number(value)}</v></c>"


def _computed(styled: str, formula: str, value: Value) -> str:
    live = _formula(formula)
    if value is None:
        return f"{styled}>{live}</c>"
    if isinstance(value, str):
        return f'{styled} t="str">{live}<v>{_text(value)}</v></c>'
    if isinstance(value, bool):
        return f'{styled} t="b">{live}<v>{value:d}</v></c>'
    return f"{styled}>{live}<v>{_number(value)}</v></c>"


def _text(text: str) -> str:
    if len(text) > _SHORT and _units(text) > LONGEST_TEXT:
        raise _Refused(f"the text has {_units(text)} characters; a cell takes {LONGEST_TEXT}")
    text = escaped(text)
    return _OWN_ESCAPE.sub("_x005F_", text) if "_x" in text else text


def _units(text: str) -> int:
    return len(cleaned(text).encode("utf-16-le")) // 2


def _number(value: Value) -> str:
    if isinstance(value, Decimal):
        if not value.is_finite() or value.adjusted() >= MOST_DIGITS:
            raise _Refused(f"{value} is not a number Excel can hold")
        return str(value)
    if isinstance(value, int):
        if abs(value) >= 10**MOST_DIGITS:
            raise _Refused(f"{value} has more digits than Excel keeps; write it as text")
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        if value < _FIRST_DATE:
            raise _Refused(f"{value}: Excel counts days from 1 March 1900; write an earlier date as text")
        return str(value.toordinal() - _DAY_ZERO)
    raise _Refused(f"a cell takes text, a number, a date or yes/no, not {type(value).__name__}")


def _formula(formula: str) -> str:
    if not formula or formula.startswith("="):
        raise _Refused(f"the formula {formula[:40]!r} is empty or starts with '='")
    if len(formula) > LONGEST_FORMULA:
        raise _Refused(f"the formula has {len(formula)} characters; Excel takes {LONGEST_FORMULA}")
    return f"<f>{escaped(formula)}</f>"
