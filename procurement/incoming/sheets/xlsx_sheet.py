"""One worksheet as a stream of cells. The size it says it has (`dimension`) is not looked at."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import lt
from typing import NamedTuple

from procurement.incoming.codes import Code
from procurement.incoming.plain_rows import PlainCell, cells
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets import figures
from procurement.incoming.sheets.collecting import Rows
from procurement.incoming.sheets.values import CellKind
from procurement.incoming.sheets.xlsx_texts import unescaped
from procurement.incoming.xml import Attributes, Switch

_LETTERS = re.compile(r"[A-Z]{1,3}")
_LAST_ROW = 1_048_576


class Workbook(NamedTuple):
    """What cells refer to. `dates`: the styles that show a date."""

    texts: list[str]
    dates: set[int]
    from_1904: bool


@dataclass(slots=True)
class SheetReader:
    """Watches a worksheet."""

    rows: Rows
    workbook: Workbook
    _row: int = 0
    _column: int = 0
    _ending: str = ""  # of the addresses in this row: its number
    _kind: str = ""
    _style: str = ""
    _formula: bool = False
    _value: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _aid: int = 0
    _in_cell: bool = False
    _shape: object = None  # of the plain row before: letters, styles and kinds
    _columns: list[int] = field(default_factory=list)
    _readers: list[Callable[[str], figures.Read]] = field(default_factory=list)
    _switch: Switch | None = None

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        bare = name[name.rfind(" ") + 1 :]
        if bare == "c":
            self._begin_cell(attributes)
        elif bare == "row":
            self._begin_row(attributes)
        elif not self._in_cell or self._switch is None:
            return
        elif bare == "v":
            self._switch(self._value.append)
        elif bare == "t" and not self._aid:
            self._switch(self._text.append)
        elif bare == "f":
            self._formula = True
        elif bare == "rPh":
            self._aid += 1

    def take(self, rows: str) -> bool:
        """Plain rows, as if they came element by element."""
        for number, row in cells(rows):
            self._begin_row({"r": number} if number else {})
            if row and not self._take_as_before(row):
                for cell in row:
                    self._take_cell(cell)
            self.rows.finish()
        return True

    def _take_as_before(self, row: list[PlainCell]) -> bool:
        """All cells at once, if there is nothing odd about them: most rows look like the one before."""
        letters, numbers, styles, kinds, formulas, values = zip(*row, strict=True)
        if self._shape != (letters, styles, kinds):
            self._shape = (letters, styles, kinds)
            self._columns = _in_order(letters)
            self._readers = [self._reader(*each) for each in zip(kinds, styles, strict=True)]
        if not self._columns or set(numbers) != {self._ending} or any(formulas):
            return False
        read = [reader(value) for reader, value in zip(self._readers, values, strict=True)]
        return self.rows.add_all(self._columns, read)

    def _take_cell(self, cell: PlainCell) -> None:
        letters, number, style, kind, formula, value = cell
        self._begin_cell({"r": letters + number, "s": style, "t": kind or "n"})
        self._formula = bool(formula)
        (self._text if kind == "inlineStr" else self._value).append(value)
        self._end_cell()

    def end(self, name: str) -> None:
        bare = name[name.rfind(" ") + 1 :]
        if bare in ("v", "t") and self._switch:
            self._switch(None)
        elif bare == "c":
            self._end_cell()
        elif bare == "row":
            self.rows.finish()
        elif bare == "rPh":
            self._aid -= 1

    def _begin_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", "")
        self._row = self._row + 1 if not said else _row_number(said, self.rows.title)
        self._column, self._ending = 0, str(self._row)
        self.rows.begin(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        said = attributes.get("r")
        if said is None:
            self._column += 1
        else:
            self._column = self._column_of(said)
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula, self._in_cell, self._aid = False, True, 0
        self._value, self._text = [], []

    def _column_of(self, address: str) -> int:
        letters = address[: -len(self._ending)]
        column = _column(letters) if address.endswith(self._ending) else 0
        if not column:
            raise Refused(Code.CELL_TWICE, f"{self.rows.title}!{address}")
        return column

    def _end_cell(self) -> None:
        self._in_cell = False
        stored = "".join(self._text if self._kind == "inlineStr" else self._value)
        kind, value = self._reader(self._kind, self._style)(stored)
        if not value and not self._formula:
            return
        if not value:
            kind = CellKind.EMPTY
        self.rows.add(self._column, kind, value, formula=self._formula)

    def _reader(self, kind: str, style: str) -> Callable[[str], figures.Read]:
        """By what a cell says it is and how it is shown."""
        if kind == "s":
            return self._shared
        if kind in _READERS:
            return _READERS[kind]
        is_date = style.isdigit() and int(style[:6]) in self.workbook.dates
        return partial(figures.moment, from_1904=self.workbook.from_1904) if is_date else figures.number

    def _shared(self, stored: str) -> figures.Read:
        texts = self.workbook.texts
        is_index = stored.isascii() and stored.isdigit() and len(stored) < 8
        if is_index and int(stored) < len(texts):
            return CellKind.TEXT, texts[int(stored)]
        return CellKind.UNCLEAR, stored


def _as_text(stored: str) -> figures.Read:
    return CellKind.TEXT, unescaped(stored)


def _as_error(stored: str) -> figures.Read:
    return CellKind.ERROR, stored


_READERS = {
    "inlineStr": _as_text,
    "str": _as_text,
    "b": figures.boolean,
    "e": _as_error,
    "d": figures.written_date,
}


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """A is 1; 0 for what is no column."""
    if not _LETTERS.fullmatch(letters):
        return 0
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column


def _in_order(letters: tuple[str, ...]) -> list[int]:
    """The columns from left to right; none if they stand in another order, or one is no column."""
    columns = [_column(each) for each in letters]
    return columns if all(map(lt, [0, *columns], columns)) else []


def _row_number(said: str, title: str) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 7 and 1 <= int(said) <= _LAST_ROW):
        raise Refused(Code.CELL_TWICE, f"{title}!{said}")
    return int(said)
