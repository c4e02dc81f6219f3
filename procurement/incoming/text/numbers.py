"""How the paragraphs of a Word file are numbered: by the first number that a list prints at a level."""

import re
from dataclasses import dataclass, field

from procurement.incoming.guard import Package
from procurement.incoming.text.looks import is_unseen, said
from procurement.incoming.xml import Attributes, attribute, local, parse

_PLACE = re.compile("%([1-9])")
_LONGEST = 100
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(slots=True)
class Level:
    """`kind`, `text` and `begins` as the file says them; `look` is that of the number."""

    kind: str = "decimal"
    text: str = ""
    begins: str = "1"
    look: dict[str, str] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """The first number of this level by itself."""
        number = int(self.begins) if self.begins.isascii() and self.begins.isdigit() else 1
        if self.kind in ("lowerLetter", "upperLetter") and 0 < number <= 26:
            return _cased(chr(ord("a") + number - 1), self.kind)
        if self.kind in ("lowerRoman", "upperRoman") and 0 < number < len(_ROMAN):
            return _cased(_ROMAN[number], self.kind)
        return str(number) if self.kind == "decimal" else f"{number} ({self.kind})"


def _cased(sign: str, kind: str) -> str:
    return sign.upper() if kind.startswith("upper") else sign


@dataclass(slots=True)
class Lists:
    """`plans`: by the identity of a plan its levels; `plan_of` a list; `otherwise`: levels of one list alone;
    `by_style`: the level at which a plan numbers a style; `under`: plans that stand under a style."""

    plans: dict[str, dict[str, Level]] = field(default_factory=dict)
    plan_of: dict[str, str] = field(default_factory=dict)
    otherwise: dict[str, dict[str, Level]] = field(default_factory=dict)
    begins: dict[tuple[str, str], str] = field(default_factory=dict)
    by_style: dict[tuple[str, str], str] = field(default_factory=dict)

    def first_number(self, number: str, level: str, style: str) -> str:
        """What a paragraph prints that is the first of its list, such as "1.1" or "(a)"; "" for no number.

        `level` may be empty: then it is the one of the paragraph's `style`.
        """
        plan = self.plan_of.get(number, "")
        depth = level or self.by_style.get((plan, style), "0")
        here = self._level(number, depth)
        if here is None or here.kind == "none" or is_unseen(here.look, ""):
            return ""
        if here.kind == "bullet":
            return here.text[:_LONGEST]
        return _PLACE.sub(lambda found: self._first(number, str(int(found[1]) - 1)), here.text)[:_LONGEST]

    def _first(self, number: str, level: str) -> str:
        found = self._level(number, level)
        return found.first if found else ""

    def _level(self, number: str, level: str) -> Level | None:
        own = self.otherwise.get(number, {}).get(level)
        found = own or self.plans.get(self.plan_of.get(number, ""), {}).get(level)
        begins = self.begins.get((number, level))
        return Level(found.kind, found.text, begins, found.look) if found and begins else found


def read_lists(package: Package) -> Lists:
    """Raises `Refused`. A file without lists has none."""
    reader = _Reader()
    for kind, name in package.relationships.get(package.main, {}).values():
        if kind == "numbering":
            parse(package.bytes_of(name), name, reader)
    return reader.lists


@dataclass(slots=True)
class _Reader:
    lists: Lists = field(default_factory=Lists)
    _path: list[str] = field(default_factory=list)
    _plan: str = ""
    _number: str = ""
    _at: str = ""
    _level: Level = field(default_factory=Level)

    def start(self, name: str, attributes: Attributes) -> None:
        bare, around = local(name), self._path[-1] if self._path else ""
        self._path.append(bare)
        value = attribute(attributes, "val")
        if bare == "abstractNum":
            self._plan = attribute(attributes, "abstractNumId")
        elif bare == "num":
            self._number = attribute(attributes, "numId")
        elif bare == "abstractNumId":
            self.lists.plan_of[self._number] = value
        elif bare in ("lvl", "lvlOverride"):
            self._begin(bare, attributes)
        elif bare == "startOverride":
            self.lists.begins[self._number, self._at] = value[:6]
        elif around == "lvl":
            self._of_level(bare, value)
        elif around == "rPr":
            self._level.look.update(said(bare, attributes))

    def _begin(self, bare: str, attributes: Attributes) -> None:
        self._at = attribute(attributes, "ilvl")
        if bare == "lvl":
            self._level = Level()
            within = "num" in self._path
            levels = self.lists.otherwise if within else self.lists.plans
            levels.setdefault(self._number if within else self._plan, {})[self._at] = self._level

    def _of_level(self, bare: str, value: str) -> None:
        if bare == "numFmt":
            self._level.kind = value
        elif bare == "lvlText":
            self._level.text = value
        elif bare == "start":
            self._level.begins = value[:6]
        elif bare == "pStyle":
            self.lists.by_style[self._plan, value] = self._at

    def end(self, name: str) -> None:
        self._path.pop()
