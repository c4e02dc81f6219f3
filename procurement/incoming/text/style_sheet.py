"""The styles of a Word file, as far as they decide whether and how the text of a run is seen."""

from dataclasses import dataclass, field

from procurement.incoming.guard import Package
from procurement.incoming.text.looks import TAKES_AWAY, Look, said, shade
from procurement.incoming.xml import Attributes, attribute, local, parse

_DEEPEST = 50  # styles that rest on each other; Word itself allows eleven
_RUN, _PARAGRAPH, _TABLE = (
    ("styles", "style", "rPr"),
    ("styles", "style", "pPr"),
    ("styles", "style", "tblPr"),
)
_DEFAULT_RUN = ("styles", "docDefaults", "rPrDefault", "rPr")
_DEFAULT_PARAGRAPH = ("styles", "docDefaults", "pPrDefault", "pPr")


@dataclass(slots=True)
class Style:
    """`behind`: the colour behind its paragraphs. `list`: the identity of its numbering, `level` in it."""

    based_on: str = ""
    look: dict[str, str] = field(default_factory=dict)
    behind: str = ""
    list: str = ""
    level: str = ""

    def rests_on(self, below: "Style") -> "Style":
        look = {**below.look, **self.look}
        behind, number = self.behind or below.behind, self.list or below.list
        return Style("", look, behind, number, self.level or below.level)


@dataclass(slots=True)
class StyleSheet:
    """`defaults`: identity of the style that holds for each kind, where nothing is said."""

    document: Style = field(default_factory=Style)
    styles: dict[str, Style] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    _resolved: dict[str, Style] = field(default_factory=dict)

    def of(self, identity: str, kind: str) -> Style:
        """A style with all that it rests on; the default one where there is none of that name."""
        wanted = identity if identity in self.styles else self.defaults.get(kind, "")
        if wanted not in self._resolved:
            self._resolved[wanted] = self._whole(wanted)
        return self._resolved[wanted]

    def _whole(self, identity: str) -> Style:
        found, seen = Style(), 0
        while identity in self.styles and seen < _DEEPEST:
            style = self.styles[identity]
            found, identity, seen = found.rests_on(style), style.based_on, seen + 1
        return found

    def look(self, table: Style, paragraph: Style, letters: Style, direct: Look) -> dict[str, str]:
        """Words that any of the styles takes away are gone, unless the run itself says that they are not."""
        layers = (self.document.look, table.look, paragraph.look, letters.look)
        whole = {name: value for layer in layers for name, value in layer.items()}
        gone = {name: "on" for layer in layers for name in TAKES_AWAY if layer.get(name) == "on"}
        return {**whole, **gone, **direct}


def read_style_sheet(package: Package) -> StyleSheet:
    """Raises `Refused`. A file without styles has an empty sheet."""
    reader = _Reader()
    for kind, name in package.relationships.get(package.main, {}).values():
        if kind == "styles":
            parse(package.bytes_of(name), name, reader)
    return reader.sheet


@dataclass(slots=True)
class _Reader:
    sheet: StyleSheet = field(default_factory=StyleSheet)
    _path: list[str] = field(default_factory=list)
    _open: Style = field(default_factory=Style)

    def start(self, name: str, attributes: Attributes) -> None:
        bare, around = local(name), tuple(self._path)
        self._path.append(bare)
        if around == ("styles",) and bare == "style":
            self._begin(attributes)
        elif around in (_RUN, _DEFAULT_RUN):
            self._of(around).look.update(said(bare, attributes))
        elif around in (_PARAGRAPH, _DEFAULT_PARAGRAPH, _TABLE) and bare == "shd":
            self._of(around).behind = shade(attributes)
        elif around == ("styles", "style") and bare == "basedOn":
            self._open.based_on = attribute(attributes, "val")
        elif around == (*_PARAGRAPH, "numPr") and bare == "numId":
            self._open.list = attribute(attributes, "val")
        elif around == (*_PARAGRAPH, "numPr") and bare == "ilvl":
            self._open.level = attribute(attributes, "val")

    def _begin(self, attributes: Attributes) -> None:
        self._open = Style()
        identity = attribute(attributes, "styleId")
        self.sheet.styles[identity] = self._open
        if attribute(attributes, "default") in ("1", "true", "on"):
            self.sheet.defaults[attribute(attributes, "type")] = identity

    def _of(self, around: tuple[str, ...]) -> Style:
        return self.sheet.document if "docDefaults" in around else self._open

    def end(self, name: str) -> None:
        self._path.pop()
