"""Rows of cells as XML text. A bare text is always an inline string, never a formula."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import column_letters
from procurement.documents.text import cleaned, escaped
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


class _Refused(Exception):
    """A value cannot stand in a cell; the row adds where."""


def rows_xml(sheet: Sheet) -> Iterator[str]:
    """One string a row; rows and columns count from 1."""
    writer = _Rows(sheet)
    for number, row in enumerate(sheet.rows, start=1):
        yield writer.row(number, row)


class _Rows:
    def __init__(self, sheet: Sheet) -> None:
        self.title = sheet.title
        self.styles = {style: f' s="{index}"' for style, index in shell().cell.items()}
        self.columns = [(column_letters(n), column) for n, column in enumerate(sheet.columns, start=1)]
        self.height = ORDINARY

    def row(self, number: int, row: Sequence[CellLike]) -> str:
        if number > LAST_ROW:
            raise DocumentError(f"sheet {self.title!r}: a sheet has {LAST_ROW} rows at most")
        while len(row) > len(self.columns):
            self.columns.append((column_letters(len(self.columns) + 1), Column()))
        self.height = ORDINARY
        cells = []
        for (letters, column), cell in zip(self.columns, row, strict=False):
            if cell is None:
                continue
            try:
                cells.append(self._cell(f"{letters}{number}", column, cell))
            except _Refused as refusal:
                raise DocumentError(f"sheet {self.title!r}, cell {letters}{number}: {refusal}") from None
        high = f' ht="{self.height}"' if self.height > ORDINARY else ""
        return f'<row r="{number}"{high}>{"".join(cells)}</row>'

    def _cell(self, at: str, column: Column, cell: CellLike) -> str:
        style = column.style
        if isinstance(cell, Cell):
            style = cell.style or style
            if cell.formula is not None:
                return _computed(at, self._style(style), cell)
            cell = cell.value
        if type(cell) is not str:
            return _plain(at, self._style(style), cell)
        if style in TALL:
            self.height = max(self.height, height(cell, style, column.width))
        return _string(at, self.styles[style], cell)

    def _style(self, style: Style) -> str:
        """The style of anything but a bare text; as text, Excel would not calculate or align it."""
        return self.styles[Style.NUMBER if style is Style.TEXT else style]


def _string(at: str, styled: str, text: str) -> str:
    if not text:
        return f'<c r="{at}"{styled}/>'
    return f'<c r="{at}"{styled} t="inlineStr"><is><t xml:space="preserve">{_text(text)}</t></is></c>'


def _plain(at: str, styled: str, value: Value) -> str:
    if value is None:
        return f'<c r="{at}"{styled}/>'
    if type(value) is bool:
        return f'<c r="{at}"{styled} t="b"><v>{value:d}</v></c>'
    return f'<c r="{at}"{styled}><v>{_number(value)}</v></c>'


def _computed(at: str, styled: str, cell: Cell) -> str:
    formula, value = _formula(cell.formula or ""), cell.value
    if value is None:
        return f'<c r="{at}"{styled}>{formula}</c>'
    if type(value) is str:
        return f'<c r="{at}"{styled} t="str">{formula}<v>{_text(value)}</v></c>'
    if type(value) is bool:
        return f'<c r="{at}"{styled} t="b">{formula}<v>{value:d}</v></c>'
    return f'<c r="{at}"{styled}>{formula}<v>{_number(value)}</v></c>'


def _text(text: str) -> str:
    if len(text) > LONGEST_TEXT // 2 and _units(text) > LONGEST_TEXT:
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
