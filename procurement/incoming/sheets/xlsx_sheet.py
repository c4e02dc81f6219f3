"""One worksheet as a stream of cells. The size it says it has (`dimension`) is not looked at."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused, shown
from procurement.incoming.sheets import figures
from procurement.incoming.sheets.collecting import Rows
from procurement.incoming.sheets.values import CellKind
from procurement.incoming.sheets.xlsx_shown import Shown
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
    merged: list[str] = field(default_factory=list)
    _row: int = 0
    _column: int = 0
    _ending: str = ""  # of the addresses in this row: its number
    _kind: str = ""
    _style: str = ""
    _formula: bool = False
    _value: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _switch: Switch | None = None
    _shown: Shown = field(init=False)

    def __post_init__(self) -> None:
        self._shown = Shown(self.rows.title)

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        bare = self._shown.begin(name)
        if bare == "c":
            self._begin_cell(attributes)
        elif bare == "row":
            self._begin_row(attributes)
        elif bare == "mergeCell":
            self.merged.append(shown(attributes.get("ref", "")))
        elif bare == "f":
            self._formula = True
        elif self._switch is None:
            return
        elif bare == "v":
            self._switch(self._value.append)
        elif bare == "t":
            self._switch(self._text.append)

    def end(self, name: str) -> None:
        bare = self._shown.end()
        if bare in ("v", "t") and self._switch:
            self._switch(None)
        elif bare == "c":
            self._end_cell()
        elif bare == "row":
            self.rows.finish()

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
        self._formula, self._value, self._text = False, [], []

    def _column_of(self, address: str) -> int:
        letters = address[: -len(self._ending)]
        column = _column(letters) if address.endswith(self._ending) else 0
        if not column:
            raise Refused(Code.CELL_TWICE, f"{self.rows.title}!{address}")
        return column

    def _end_cell(self) -> None:
        stored = "".join(self._value)
        if self._kind == "inlineStr":
            kind, value = CellKind.TEXT, unescaped("".join(self._text))
        else:
            kind, value = self._read(stored)
        if not value and not self._formula:
            return
        if not value:
            kind = CellKind.EMPTY
        self.rows.add(self._column, kind, value, formula=self._formula)

    def _read(self, stored: str) -> figures.Read:
        if self._kind == "s":
            return self._shared(stored)
        if self._kind == "str":
            return CellKind.TEXT, unescaped(stored)
        if self._kind == "b":
            return figures.boolean(stored)
        if self._kind == "e":
            return CellKind.ERROR, stored
        if self._kind == "d":
            return figures.written_date(stored)
        if not stored:
            return CellKind.EMPTY, ""
        style = self._style[:6]
        is_date = style.isascii() and style.isdigit() and int(style) in self.workbook.dates
        return (
            figures.moment(stored, from_1904=self.workbook.from_1904) if is_date else figures.number(stored)
        )

    def _shared(self, stored: str) -> figures.Read:
        texts = self.workbook.texts
        is_index = stored.isascii() and stored.isdigit() and len(stored) < 8
        if is_index and int(stored) < len(texts):
            return CellKind.TEXT, texts[int(stored)]
        return CellKind.UNCLEAR, stored


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """A is 1; 0 for what is no column."""
    if not _LETTERS.fullmatch(letters):
        return 0
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column


def _row_number(said: str, title: str) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 7 and 1 <= int(said) <= _LAST_ROW):
        raise Refused(Code.CELL_TWICE, f"{title}!{said}")
    return int(said)
