"""Rows of cells as XML text. A bare text is always an inline string, never a formula."""

import re
from collections.abc import Iterator, MutableSequence, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from procurement.documents.formulas import area, column_letters
from procurement.documents.sheets import values
from procurement.documents.sheets.heights import ORDINARY, TALL, height
from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import escaped, only_words
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Value
from procurement.documents.writers.xlsx.shell import shell

_DAY_ZERO = date(1899, 12, 30).toordinal()  # Excel's day 0, for dates from 1 March 1900
_OWN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read "_x0041_" as "A"


_SHORT_TEXT, _REMEMBERED = 64, 1024  # characters; texts of one column
_TEXT_OPEN = ' t="inlineStr"><is><t xml:space="preserve">'
_TEXT_CLOSE = "</t></is></c>"


def rows_xml(sheet: Sheet, merged: MutableSequence[str]) -> Iterator[str]:
    """One string a row; rows and columns count from 1. Adds the areas that are one cell to `merged`."""
    writer = _Rows(sheet, merged)
    for number, row in enumerate(sheet.rows, start=1):
        yield writer.row(number, row)


class _Opening(NamedTuple):
    """What a column's cells begin with, before and after the row number, and the texts that it has so far.

    `known`: by cell its XML after the row number, and the height that the text asks for.
    """

    at: str
    number: str
    style: Style
    width: int
    ordinal: int
    known: dict[CellLike, tuple[str, int]]


class _Rows:
    """Writes the rows of one sheet. Numbers, formulas and texts that came before take the short way.

    `others` is the style of anything but a bare text: as text, Excel would not calculate or align it.
    """

    def __init__(self, sheet: Sheet, merged: MutableSequence[str]) -> None:
        self.title = sheet.title
        self.merged = merged
        self.styles = {style: f'" s="{index}"' for style, index in shell().cell.items()}
        self.others = self.styles | {Style.TEXT: self.styles[Style.NUMBER]}
        self.openings = [self._opening(n, column) for n, column in enumerate(sheet.columns, start=1)]

    def row(self, number: int, row: Sequence[CellLike]) -> str:
        values.refuse_far_row(self.title, number)
        while len(row) > len(self.openings):
            self.openings.append(self._opening(len(self.openings) + 1, Column()))
        digits, height, others, pieces = str(number), ORDINARY, self.others, list[str]()
        for opening, cell in zip(self.openings, row, strict=False):
            if cell is None:
                continue
            found = None
            try:
                if type(cell) is Cell:
                    value, formula, style, span = cell
                    if formula is not None and span == 1:
                        styled = others[style or opening.style]
                        pieces.append(f"{opening.at}{digits}{styled}{_computed(formula, value)}")
                        continue
                    if type(value) is str and span == 1:
                        found = opening.known.get(cell)
                elif type(cell) is Decimal or type(cell) is int:
                    pieces.append(f"{opening.at}{digits}{opening.number}{values.number(cell)}</v></c>")
                    continue
                elif type(cell) is str:
                    found = opening.known.get(cell)
                made, needed = found or self._made(number, opening, cell)
            except RefusedValue as refused:
                raise refused.at(self.title, opening.ordinal, number) from None
            pieces.append(f"{opening.at}{digits}{made}")
            if needed > height:
                height = needed
        high = f' ht="{height}"' if height > ORDINARY else ""
        return f'<row r="{digits}"{high}>{"".join(pieces)}</row>'

    def _opening(self, number: int, column: Column) -> _Opening:
        letters = column_letters(number)
        other = self.others[column.style]
        return _Opening(f'<c r="{letters}', f"{other}><v>", column.style, column.width, number, {})

    def _made(self, row: int, opening: _Opening, cell: CellLike) -> tuple[str, int]:
        """What follows the row number, and the height in points that it asks for."""
        width = opening.width
        value, formula, own_style, span = cell if isinstance(cell, Cell) else Cell(cell)
        style = own_style or opening.style
        if span > 1:
            width = self._merge(row, opening.ordinal, span)
        if formula is not None:
            return f"{self.others[style]}{_computed(formula, value)}", ORDINARY
        if not isinstance(value, str):
            return _plain(self.others[style], value), ORDINARY
        needed = height(value, style, width) if style in TALL else ORDINARY
        text = _text(value)
        made = f"{self.styles[style]}{_TEXT_OPEN}{text}{_TEXT_CLOSE}" if text else f"{self.styles[style]}/>"
        if span == 1 and len(text) < _SHORT_TEXT and len(opening.known) < _REMEMBERED:
            opening.known[cell] = made, needed
        return made, needed

    def _merge(self, row: int, first: int, span: int) -> int:
        """Make one cell of so many, and give their width together."""
        covered = self.openings[first - 1 : first - 1 + span]
        self.merged.append(area((first, row), (first + len(covered) - 1, row)))
        return sum(opening.width for opening in covered)


def _plain(styled: str, value: Value) -> str:
    if value is None:
        return f"{styled}/>"
    if isinstance(value, bool):
        return f'{styled} t="b"><v>{value:d}</v></c>'
    return f"{styled}><v>{_number(value)}</v></c>"


def _computed(formula: str, value: Value) -> str:
    values.refuse_odd_formula(formula)
    live = formula if only_words(formula) else escaped(formula)
    if type(value) is Decimal:
        return f"><f>{live}</f><v>{values.number(value)}</v></c>"
    if value is None:
        return f"><f>{live}</f></c>"
    if isinstance(value, str):
        return f' t="str"><f>{live}</f><v>{_text(value)}</v></c>'
    if isinstance(value, bool):
        return f' t="b"><f>{live}</f><v>{value:d}</v></c>'
    return f"><f>{live}</f><v>{_number(value)}</v></c>"


def _text(text: str) -> str:
    values.refuse_long_text(text)
    text = escaped(text)
    return _OWN_ESCAPE.sub("_x005F_", text) if "_x" in text else text


def _number(value: Value) -> str:
    if isinstance(value, date) and values.is_day(value):
        return str(value.toordinal() - _DAY_ZERO)
    return values.number(value)
