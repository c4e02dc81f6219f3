"""What the stored text of a cell stands for, which other parts of the workbook help to say."""

from typing import NamedTuple

from procurement.incoming.sheets import figures
from procurement.incoming.sheets.values import CellKind
from procurement.incoming.sheets.xlsx_texts import unescaped


class Workbook(NamedTuple):
    """What cells refer to. `dates`: the styles that show a date."""

    texts: list[str]
    dates: set[int]
    from_1904: bool

    def read(self, kind: str, style: str, stored: str) -> figures.Read:
        """By the kind and the style that the cell says it has."""
        if kind == "s":
            return self._shared(stored)
        if kind in ("str", "inlineStr"):
            return CellKind.TEXT, unescaped(stored)
        if kind == "b":
            return figures.boolean(stored)
        if kind == "e":
            return CellKind.ERROR, stored
        if kind == "d":
            return figures.written_date(stored)
        if not stored:
            return CellKind.EMPTY, ""
        if self.shows_date(style):
            return figures.moment(stored, from_1904=self.from_1904)
        return figures.number(stored)

    def shows_date(self, style: str) -> bool:
        digits = style[:6]
        return digits.isascii() and digits.isdigit() and int(digits) in self.dates

    def _shared(self, stored: str) -> figures.Read:
        is_index = stored.isascii() and stored.isdigit() and len(stored) < 8
        if is_index and int(stored) < len(self.texts):
            return CellKind.TEXT, self.texts[int(stored)]
        return CellKind.UNCLEAR, stored
