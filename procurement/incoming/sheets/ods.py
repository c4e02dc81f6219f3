"""OpenDocument: the tables of a spreadsheet. Rows and cells that repeat are counted each time."""

from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.guard import Package
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets import figures
from procurement.incoming.sheets.collecting import Counter, Rows
from procurement.incoming.sheets.values import CellKind, place
from procurement.incoming.sheets.xlsx import BeginSheet
from procurement.incoming.xml import Attributes, Switch

# By their full names: what has the same name elsewhere is not what an office program shows.
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0 "
_OFFICE, _TABLE, _TEXT = _NAMES.format("office"), _NAMES.format("table"), _NAMES.format("text")
_DRAWING, _STYLE = _NAMES.format("drawing"), _NAMES.format("style")
_SPREADSHEET, _ROW = f"{_TABLE}table", f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPH = f"{_TEXT}p"
_NOT_OF_THE_CELL = (
    f"{_OFFICE}annotation",
    f"{_TABLE}shapes",
    f"{_DRAWING}frame",
    f"{_DRAWING}custom-shape",
    f"{_TEXT}ruby-text",
)
_MOST_REPEATS = 1_048_576  # rows of the largest sheet
_VALUE_TYPE, _VALUE = f"{_OFFICE}value-type", f"{_OFFICE}value"
_NUMBERS = ("float", "percentage", "currency")


def read_ods(package: Package, limits: Limits, begin: BeginSheet) -> None:
    """Raises `Refused`."""
    reader = _Reader(Counter(limits), begin)
    package.parse(package.main, reader, reader.listen)


@dataclass(slots=True)
class _Reader:
    counter: Counter
    begin: BeginSheet
    _hidden_styles: set[str] = field(default_factory=set)
    _style: str = ""
    _rows: Rows | None = None
    _merged: list[str] = field(default_factory=list)
    _number: int = 0
    _column: int = 0
    _row_repeats: int = 1
    _cell: Attributes | None = None
    _paragraphs: list[str] = field(default_factory=list)
    _aside: int = 0  # depth in notes and drawings, whose texts are not the cell's
    _switch: Switch | None = None

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        if self._aside or name in _NOT_OF_THE_CELL:
            self._aside += 1
        elif name in _CELLS:
            self._cell, self._paragraphs = attributes, []
        elif self._cell is not None:
            self._text(name, attributes)
        elif name == _ROW and self._rows:
            self._number += 1
            self._column = 0
            self._row_repeats = _repeats(attributes, f"{_TABLE}number-rows-repeated")
            self._rows.number = self._number - 1
            self._rows.begin(self._number)
        elif name == _SPREADSHEET:
            self._begin_table(attributes)
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties" and attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
            return
        if name in _CELLS:
            self._end_cell()
        elif name == _ROW and self._rows:
            self._rows.repeat(self._row_repeats)
            self._number += self._row_repeats - 1
        elif name == _SPREADSHEET and self._rows:
            self._rows.take.merged(self._merged)
            self._rows, self._merged = None, []
        elif name == _PARAGRAPH and self._switch:
            self._switch(None)

    def _begin_table(self, attributes: Attributes) -> None:
        title = attributes.get(f"{_TABLE}name", "")
        if self._rows or not title:
            raise Refused(Code.CELL_TWICE, title)
        self.counter.sheet()
        hidden = attributes.get(f"{_TABLE}style-name") in self._hidden_styles
        self._rows, self._number = Rows(title, self.counter, self.begin(title, hidden)), 0

    def _text(self, name: str, attributes: Attributes) -> None:
        if name == _PARAGRAPH and self._switch:
            self._paragraphs.append("\n" if self._paragraphs else "")  # the first may be empty
            self._switch(self._paragraphs.append)
        elif name in (_SPREADSHEET, _ROW):
            raise Refused(Code.CELL_TWICE, attributes.get(f"{_TABLE}name", ""))
        elif name == f"{_TEXT}s":
            limit = self.counter.limits.cell_characters
            self._paragraphs.append(" " * min(_repeats(attributes, f"{_TEXT}c"), limit + 1))
        elif name in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._paragraphs.append("\t" if name == f"{_TEXT}tab" else "\n")

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or self._rows is None:
            return
        self._note_merged(cell)
        times = _repeats(cell, f"{_TABLE}number-columns-repeated")
        formula = bool(cell.get(f"{_TABLE}formula"))
        kind, value = _read(cell, "".join(self._paragraphs))
        if not value and not formula:
            self._column += times
            return
        for _ in range(times):
            self._column += 1
            self._rows.add(self._column, kind, value, formula=formula)

    def _note_merged(self, cell: Attributes) -> None:
        across = _repeats(cell, f"{_TABLE}number-columns-spanned")
        down = _repeats(cell, f"{_TABLE}number-rows-spanned")
        if across > 1 or down > 1:
            first, last = (self._column + 1, self._number), (self._column + across, self._number + down - 1)
            self._merged.append(f"{place(*first)}:{place(*last)}")


def _read(cell: Attributes, shown: str) -> figures.Read:
    said = cell.get(_VALUE_TYPE)
    if said in _NUMBERS:
        return figures.number(cell.get(_VALUE, ""))
    if said == "date":
        return figures.written_date(cell.get(f"{_OFFICE}date-value", ""))
    if said == "boolean":
        return figures.boolean(cell.get(f"{_OFFICE}boolean-value", ""))
    if said == "time":
        return CellKind.UNCLEAR, cell.get(f"{_OFFICE}time-value", "")
    return CellKind.TEXT, cell.get(f"{_OFFICE}string-value") or shown


def _repeats(attributes: Attributes, name: str) -> int:
    said = attributes.get(name)
    if not said:
        return 1
    if not (said.isascii() and said.isdigit() and len(said) <= 7 and 1 <= int(said) <= _MOST_REPEATS):
        raise Refused(Code.CELL_TWICE, said)
    return int(said)
