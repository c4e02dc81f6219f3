"""Which elements of a worksheet are cells that an office program shows: by full name and by their place."""

from dataclasses import dataclass, field
from functools import lru_cache

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused

_SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # "strict"
)
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006 AlternateContent"
_WITHIN = {
    "": ("worksheet",),
    "worksheet": ("sheetData", "mergeCells"),
    "mergeCells": ("mergeCell",),
    "sheetData": ("row",),
    "row": ("c",),
    "c": ("v", "f", "is"),
    "is": ("t", "r"),
    "r": ("t",),
}
_MANY = ("row", "c", "r", "mergeCell")
_CELLS = ("row", "c", "v", "is")


@lru_cache(maxsize=1024)
def bare_name(name: str) -> str:
    """The local name of an element of spreadsheets; "" for one of another maker."""
    space, _, bare = name.rpartition(" ")
    return bare if space in _SPREADSHEET else ""


@dataclass(slots=True)
class Shown:
    """Follows one worksheet. What office programs leave out is left out, and where they may differ about
    what a cell holds the file is refused: two values in one cell, rows in two places, alternatives.
    """

    title: str
    _path: list[str] = field(default_factory=lambda: [""])
    _begun: list[list[str]] = field(default_factory=lambda: [[]])  # at each step of the path, what once may
    _aside: int = 0  # depth in what is not shown

    def begin(self, name: str) -> str:
        """The local name of an element that is shown, "" for another. Raises `Refused`."""
        bare, above = bare_name(name), self._path[-1]
        if self._aside or bare not in _WITHIN.get(above, ()):
            self._refuse_doubtful(name, bare, above)
            self._aside += 1
            return ""
        if bare not in _MANY:
            if bare in self._begun[-1]:
                raise Refused(Code.CELL_TWICE, self.title)
            self._begun[-1].append(bare)
        self._path.append(bare)
        self._begun.append([])
        return bare

    def is_at(self, bare: str) -> bool:
        """Directly in the element of this name."""
        return not self._aside and self._path[-1] == bare

    def end(self) -> str:
        """The local name of the element that ends, "" for one that is not shown."""
        if self._aside:
            self._aside -= 1
            return ""
        self._begun.pop()
        return self._path.pop()

    def _refuse_doubtful(self, name: str, bare: str, above: str) -> None:
        if not above:
            raise Refused(Code.MISSING_PART, self.title)
        is_among_cells = "sheetData" in self._path and (bare in _CELLS or name == ALTERNATIVES)
        is_in_a_value = not self._aside and above not in _WITHIN
        if bare == "sheetData" or is_among_cells or is_in_a_value:
            raise Refused(Code.CELL_TWICE, self.title)
