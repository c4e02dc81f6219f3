"""OpenDocument: the tables of a spreadsheet. Rows and cells that repeat are counted each time."""

from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.guard import Package
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets import figures
from procurement.incoming.sheets.collecting import Counter, Rows
from procurement.incoming.sheets.values import CellKind
from procurement.incoming.sheets.xlsx import BeginSheet
from procurement.incoming.xml import Attributes, Switch, attribute, local, parse

_MOST_REPEATS = 1_048_576  # rows of the largest sheet
_CELLS = ("table-cell", "covered-table-cell")
_NUMBERS = ("float", "percentage", "currency")
_NOT_OF_THE_CELL = ("annotation", "shapes", "frame", "custom-shape", "ruby-text")


def read_ods(package: Package, limits: Limits, begin: BeginSheet) -> None:
    """Raises `Refused`."""
    reader = _Reader(Counter(limits), begin)
    parse(package.bytes_of(package.main), package.main, reader, reader.listen)


@dataclass(slots=True)
class _Reader:
    counter: Counter
    begin: BeginSheet
    _hidden_styles: set[str] = field(default_factory=set)
    _style: str = ""
    _rows: Rows | None = None
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
        bare = local(name)
        if self._aside or bare in _NOT_OF_THE_CELL:
            self._aside += 1
        elif bare == "table":
            self._begin_table(attributes)
        elif bare == "table-row" and self._rows:
            self._number += 1
            self._column = 0
            self._row_repeats = _repeats(attributes, "number-rows-repeated")
            self._rows.number = self._number - 1
            self._rows.begin(self._number)
        elif bare in _CELLS:
            self._cell, self._paragraphs = dict(attributes), []
        elif self._cell is not None:
            self._text(bare, attributes)
        elif bare == "style":
            self._style = attribute(attributes, "name")
        elif bare == "table-properties" and attribute(attributes, "display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
            return
        bare = local(name)
        if bare in _CELLS:
            self._end_cell()
        elif bare == "table-row" and self._rows:
            self._rows.repeat(self._row_repeats)
            self._number += self._row_repeats - 1
        elif bare == "table":
            self._rows = None
        elif bare == "p" and self._switch:
            self._switch(None)

    def _begin_table(self, attributes: Attributes) -> None:
        title = attribute(attributes, "name")
        if self._rows or not title:
            raise Refused(Code.CELL_TWICE, title)
        self.counter.sheet()
        hidden = attribute(attributes, "style-name") in self._hidden_styles
        self._rows, self._number = Rows(title, self.counter, self.begin(title, hidden)), 0

    def _text(self, bare: str, attributes: Attributes) -> None:
        if bare == "p" and self._switch:
            if self._paragraphs:
                self._paragraphs.append("\n")
            self._switch(self._paragraphs.append)
        elif bare == "s":
            limit = self.counter.limits.cell_characters
            self._paragraphs.append(" " * min(_repeats(attributes, "c"), limit + 1))
        elif bare in ("tab", "line-break"):
            self._paragraphs.append("\t" if bare == "tab" else "\n")

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or self._rows is None:
            return
        times = _repeats(cell, "number-columns-repeated")
        formula = bool(attribute(cell, "formula"))
        kind, value = _read(cell, "".join(self._paragraphs))
        if not value and not formula:
            self._column += times
            return
        for _ in range(times):
            self._column += 1
            self._rows.add(self._column, kind if value else CellKind.EMPTY, value, formula=formula)


def _read(cell: Attributes, shown: str) -> figures.Read:
    said = attribute(cell, "value-type")
    if said in _NUMBERS:
        return figures.number(attribute(cell, "value"))
    if said == "date":
        return figures.written_date(attribute(cell, "date-value"))
    if said == "boolean":
        return figures.boolean(attribute(cell, "boolean-value"))
    if said == "time":
        return CellKind.UNCLEAR, attribute(cell, "time-value")
    return CellKind.TEXT, attribute(cell, "string-value") or shown


def _repeats(attributes: Attributes, name: str) -> int:
    said = attribute(attributes, name)
    if not said:
        return 1
    if not (said.isascii() and said.isdigit() and len(said) <= 7 and 1 <= int(said) <= _MOST_REPEATS):
        raise Refused(Code.CELL_TWICE, said)
    return int(said)
