"""Texts in Excel: shared between cells or in the cell itself, with the pieces of rich text joined."""

import re
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.xlsx_shown import ALTERNATIVES, bare_name
from procurement.incoming.xml import Attributes, Switch

_NOT_SHOWN = ("rPh", "extLst")  # reading aids, and what only another maker knows
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`_x000D_` stands for a character that XML does not keep. What cannot be shown stays as written."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    found = chr(int(match[1], 16))
    return found if found.isprintable() or found in "\t\n\r" else match[0]


@dataclass(slots=True)
class SharedTexts:
    """Watches `sharedStrings.xml`; the reading aids above Japanese texts are left out."""

    place: str
    limits: Limits
    texts: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _aside: int = 0
    _characters: int = 0
    _switch: Switch | None = None

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        bare = bare_name(name)
        if name == ALTERNATIVES:
            raise Refused(Code.CELL_TWICE, self.place)
        if bare in _NOT_SHOWN:
            self._aside += 1
        elif bare == "si":
            self._pieces = []
        elif bare == "t" and not self._aside and self._switch:
            self._switch(self._pieces.append)

    def end(self, name: str) -> None:
        bare = bare_name(name)
        if bare == "t" and self._switch:
            self._switch(None)
        elif bare in _NOT_SHOWN:
            self._aside -= 1
        elif bare == "si" and not self._aside:
            self._add(unescaped("".join(self._pieces)))

    def _add(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > self.limits.characters:
            raise Refused(Code.TOO_MUCH_TEXT, self.place, str(self.limits.characters))
        self.texts.append(text)
