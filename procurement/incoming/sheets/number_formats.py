"""Which styles of a workbook show a number as a date."""

import re
from dataclasses import dataclass, field

from procurement.incoming.sheets.xlsx_shown import bare_name
from procurement.incoming.xml import Attributes, attribute

_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]\[]*\]|_.|\*.', re.I)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.I)


@dataclass(slots=True)
class Styles:
    """Watches `styles.xml`. `dates` holds the number of every cell style that shows a date."""

    dates: set[int] = field(default_factory=set)
    _formats: dict[str, str] = field(default_factory=dict)
    _in_cells: bool = False
    _count: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        bare = bare_name(name)
        if bare == "numFmt":
            self._formats[attribute(attributes, "numFmtId")] = attribute(attributes, "formatCode")
        elif bare == "cellXfs":
            self._in_cells = True
        elif bare == "xf" and self._in_cells:
            if self._is_date(attribute(attributes, "numFmtId")):
                self.dates.add(self._count)
            self._count += 1

    def end(self, name: str) -> None:
        if bare_name(name) == "cellXfs":
            self._in_cells = False

    def _is_date(self, identity: str) -> bool:
        if identity in self._formats:
            return shows_date(self._formats[identity])
        return identity.isascii() and identity.isdigit() and int(identity[:5]) in _BUILT_IN_DATES


def shows_date(code: str) -> bool:
    """By the letters d, m, y, h and s outside quotes and conditions; only the part for positive numbers."""
    shown = _NOT_SHOWN.sub("", code[:255].partition(";")[0])
    return bool(_DATE_LETTERS.search(shown))
