"""Rows of cells as XML text. A bare text is always a text, never a formula."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from procurement.documents.opendocument import words
from procurement.documents.sheets import values
from procurement.documents.sheets.heights import ORDINARY, TALL, height
from procurement.documents.sheets.looks import LOOKS
from procurement.documents.sheets.values import SHORT, RefusedValue
from procurement.documents.text import attribute, cleaned, escaped, only_words
from procurement.documents.workbook import Cell, CellLike, Column, Link, Sheet, Style, Value
from procurement.documents.writers.ods.addresses import areas
from procurement.documents.writers.ods.formulas import formula_attribute, link_target
from procurement.documents.writers.ods.looks import CELLS, FIGURES, row_style
from procurement.documents.writers.ods.rules import Ruled, rows_below

_STYLED = {style: f' table:style-name="{name}"' for style, name in CELLS.items()}
# Anything but a bare text in a TEXT cell is to be calculated and aligned as a number.
_OTHERS = {**_STYLED, Style.TEXT: _STYLED[Style.NUMBER]}
_TYPES = {
    style: typed.replace('"currency"', '"currency" office:currency="EUR"')
    for style, look in LOOKS.items()
    for typed in [f' office:value-type="{FIGURES[look.number_format].value_type}"']
}
_TYPED_LINES = frozenset(style for style, look in LOOKS.items() if look.unlocked and look.wrap)
_STRING = ' office:value-type="string"'
_EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>"
_COMES_BACK = 64  # characters; a text so short may be in many cells and is made once
_COVERED = "<table:covered-table-cell/>"


def rows_xml(sheet: Sheet, ruled: list[Ruled]) -> Iterator[str]:
    """One string a row; the rows that are repeated in print stand in an element of their own."""
    writer = _Rows(sheet, ruled)
    first, last = sheet.title_rows or (0, 0)
    number = 0
    for row in sheet.rows:
        number += 1
        opening = "<table:table-header-rows>" if number == first else ""
        closing = "</table:table-header-rows>" if number == last else ""
        yield f"{opening}{writer.row(number, row)}{closing}"
    if first <= number < last:
        yield "</table:table-header-rows>"
    yield from writer.below(number)


class _Rows:
    """Writes the rows of one sheet; rows and columns count from 1. Bare text in its column goes a short way.

    `covered` is how many of the next cells lie below one that stands across columns; `typed` whether lines of
    text can be typed in the row, `across` whether high text stands across columns in it.
    """

    def __init__(self, sheet: Sheet, ruled: list[Ruled]) -> None:
        self.title = sheet.title
        self.ruled = ruled
        self.columns = list(sheet.columns)
        self.links = _links(sheet)
        self.starts = frozenset(sheet.page_starts)
        self.height, self.typed, self.across, self.covered = ORDINARY, False, False, 0

    def row(self, number: int, row: Sequence[CellLike]) -> str:
        values.refuse_far_row(self.title, number)
        self.height, self.typed, self.across = ORDINARY, False, False
        cells = self._cells(number, row)
        grows = self.typed and not self.across
        style = row_style(self.height, grows=grows, page_start=number in self.starts)
        return f'<table:table-row table:style-name="{style}">{cells}</table:table-row>'

    def below(self, last: int) -> Iterator[str]:
        """The empty cells below the rows for which a rule holds; a sheet has one row at least."""
        stretches = list(rows_below(self.ruled, last))
        if not (last or stretches):
            yield _EMPTY_ROW
        for first, final in stretches:
            repeated = f' table:number-rows-repeated="{final - first + 1}"'
            yield f"<table:table-row{repeated}>{self._cells(first, ())}</table:table-row>"

    def _cells(self, number: int, row: Sequence[CellLike]) -> str:
        rules = self._rules(number) if self.ruled else {}
        width = max(len(row), *rules) if rules else len(row)
        self.columns += [Column()] * (width - len(self.columns))
        given = [*row, *[None] * (width - len(row))] if width > len(row) else row
        cells = [self._cell(number, at, cell, rules.get(at, "")) for at, cell in enumerate(given, start=1)]
        cells += [_COVERED] * self.covered
        self.covered = 0
        return _joined(cells)

    def _rules(self, number: int) -> dict[int, str]:
        """By column what names the rule of its cell; of two rules the first counts."""
        rules: dict[int, str] = {}
        for area, name in self.ruled:
            if area.first_row <= number <= area.last_row:
                for column in range(area.first_column, area.last_column + 1):
                    rules.setdefault(column, f' table:content-validation-name="{name}"')
        return rules

    def _cell(self, number: int, at: int, cell: CellLike, rule: str) -> str:
        """Nothing for a cell that is left out."""
        if self.covered:
            self.covered -= 1
            whole = self._written(number, at, cell, rule)
            return whole.replace("table:table-cell", "table:covered-table-cell") if whole else _COVERED
        style = self.columns[at - 1].style
        simple = type(cell) is str and not rule and style not in TALL and _ordinary(cell)
        if simple and (number, at) not in self.links:
            return f"<table:table-cell{_STYLED[style]}{_STRING}><text:p>{cell}</text:p></table:table-cell>"
        return self._written(number, at, cell, rule)

    def _written(self, number: int, at: int, cell: CellLike, rule: str) -> str:
        if cell is None:
            return f"<table:table-cell{rule}/>" if rule else ""
        try:
            inner = self._inner(number, at, cell if isinstance(cell, Cell) else Cell(cell))
        except RefusedValue as refused:
            raise refused.at(self.title, at, number) from None
        return f"<table:table-cell{rule}{inner}"

    def _inner(self, number: int, at: int, cell: Cell) -> str:
        """What follows the name of the element, to its end."""
        style, width = cell.style or self.columns[at - 1].style, self.columns[at - 1].width
        self.typed = self.typed or style in _TYPED_LINES
        span = ""
        if cell.span > 1:
            across = self.columns[at - 1 : at - 1 + cell.span]
            width, self.covered = sum(column.width for column in across), len(across) - 1
            span = f' table:number-columns-spanned="{len(across)}" table:number-rows-spanned="1"'
        if cell.formula is not None:
            values.refuse_odd_formula(cell.formula)
            live = f' table:formula="of:={formula_attribute(cell.formula)}"'
            return f"{_OTHERS[style]}{span}{live}{_valued(cell.value, style)}"
        if not isinstance(cell.value, str):
            return f"{_OTHERS[style]}{span}{_valued(cell.value, style)}"
        if style in TALL:
            self._grow(height(cell.value, style, width), across=cell.span > 1)
        return f"{_STYLED[style]}{span}{_text(cell.value, self.links.get((number, at)))}"

    def _grow(self, needed: int, *, across: bool) -> None:
        """A program that makes a row fit does not look at text across columns."""
        self.height = max(self.height, needed)
        self.across = self.across or (across and needed > ORDINARY)


def _joined(cells: list[str]) -> str:
    """Cells that are left out between others are counted; at the end they are not written."""
    if "" not in cells:
        return "".join(cells) or "<table:table-cell/>"
    runs = [(blank, list(run)) for blank, run in groupby(cells, key=lambda cell: not cell)]
    if runs[-1][0] and len(runs) > 1:
        runs.pop()
    return "".join(
        f'<table:table-cell table:number-columns-repeated="{len(run)}"/>' if blank else "".join(run)
        for blank, run in runs
    )


def _ordinary(text: str) -> bool:
    """Whether the text can stand in a paragraph as it is."""
    return 0 < len(text) < SHORT and only_words(text) and "  " not in text and text.strip(" ") == text


def _valued(value: Value, style: Style) -> str:
    if value is None:
        return "/>"
    if isinstance(value, str):
        return _text(value, None, computed=True)
    if isinstance(value, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if values.is_day(value):
        return f' office:value-type="date" office:date-value="{value}"/>'
    return f'{_TYPES[style]} office:value="{values.number(value)}"/>'


def _text(text: str, link: Link | None, *, computed: bool = False) -> str:
    """A paragraph a line; only a text can be a link here, not a figure or the result of a formula.

    LibreOffice takes a result from the attribute alone, and a tab too: it drops the one in a paragraph.
    """
    if link is None and len(text) <= _COMES_BACK:
        return _short_text(text, computed)
    return _paragraphs(text, link, computed)


@lru_cache(maxsize=4096)
def _short_text(text: str, computed: bool) -> str:
    return _paragraphs(text, None, computed)


def _paragraphs(text: str, link: Link | None, computed: bool) -> str:
    values.refuse_long_text(text)
    lines = [words(line) for line in cleaned(text).split("\n")]
    whole = f' office:string-value="{_whole(text)}"' if computed or "\t" in text else ""
    if lines == [""]:
        return f"{_STRING}{whole}/>" if computed else "/>"
    if link is not None:
        lines = [_linked(line, link) for line in lines]
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f"{_STRING}{whole}>{paragraphs}</table:table-cell>"


def _whole(text: str) -> str:
    """The text as an attribute that keeps its lines and tabs."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _linked(line: str, link: Link) -> str:
    tip = f' office:title="{attribute(link.tip)}"' if link.tip else ""
    target = attribute(f"#{link_target(link.target)}")
    return f'<text:a xlink:type="simple" xlink:href="{target}"{tip}>{line}</text:a>' if line else ""


def _links(sheet: Sheet) -> dict[tuple[int, int], Link]:
    """By row and column."""
    placed = ((areas(link.at)[0], link) for link in sheet.links)
    return {(area.first_row, area.first_column): link for area, link in placed}
