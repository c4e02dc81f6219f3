"""One worksheet as a stream of cells. The size it says it has (`dimension`) is not looked at."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused, shown
from procurement.incoming.sheets.collecting import Rows
from procurement.incoming.sheets.row_shapes import column_of
from procurement.incoming.sheets.xlsx_shown import Shown
from procurement.incoming.sheets.xlsx_values import Workbook
from procurement.incoming.xml import Attributes, Switch

_LETTERS = re.compile(r"[A-Z]{1,3}")
LAST_ROW = 1_048_576


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

    @property
    def is_among_rows(self) -> bool:
        """Directly in `sheetData`: in no row, and in nothing that is not shown."""
        return self._shown.is_at("sheetData")

    def pass_rows(self, number: int) -> None:
        """Rows up to this number were taken by somebody else."""
        self._row = self.rows.number = number

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
        stored = "".join(self._text if self._kind == "inlineStr" else self._value)
        kind, value = self.workbook.read(self._kind, self._style, stored)
        self.rows.add(self._column, kind, value, formula=self._formula)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """A is 1; 0 for what is no column."""
    return column_of(letters) if _LETTERS.fullmatch(letters) else 0


def _row_number(said: str, title: str) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 7 and 1 <= int(said) <= LAST_ROW):
        raise Refused(Code.CELL_TWICE, f"{title}!{said}")
    return int(said)
