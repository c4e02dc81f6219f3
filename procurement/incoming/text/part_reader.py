"""One part of a Word file as it streams by: paragraphs with all changes accepted.

What is struck through, hidden, white or tiny reads as gone, and counts as gone, whether it was made so by
hand or by a style.
"""

from dataclasses import dataclass, field

from procurement.incoming.text.fields import Fields
from procurement.incoming.text.numbers import Lists
from procurement.incoming.text.sight import Sight
from procurement.incoming.text.state import (
    GONE,
    NEW,
    Changes,
    Counted,
    OpenChange,
    OpenControl,
    OpenParagraph,
    without_markers,
)
from procurement.incoming.text.style_sheet import StyleSheet
from procurement.incoming.text.values import HIDDEN, REFERENCE_BEGINS, Filled
from procurement.incoming.xml import Attributes, Switch, attribute, local

_TEXTS = ("t", "delText", "instrText", "delInstrText")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffd", "ptab": "\t"}
_OLD_LOOKS = ("pPrChange", "rPrChange", "tblPrChange", "sectPrChange", "numberingChange", "trPrChange")
_ASIDE = ("Fallback", *_OLD_LOOKS)  # the same picture again, and looks of before
_SEPARATORS = ("separator", "continuationSeparator")


@dataclass(slots=True)
class PartReader:
    """Watches one part; `hung` gets the place of each comment by its number."""

    part: str
    counted: Counted
    changes: Changes
    hung: dict[str, int]
    sheet: StyleSheet
    lists: Lists
    _paragraphs: list[OpenParagraph] = field(default_factory=list)
    _changes: list[OpenChange] = field(default_factory=list)
    _controls: list[OpenControl] = field(default_factory=list)
    _opened: int = 0
    _rows: list[str] = field(default_factory=list)  # how each open row was changed
    _looks: int = 0  # depth within the properties of a paragraph
    _row_looks: int = 0
    _aside: int = 0
    _fields: Fields = field(default_factory=Fields)
    _carried: tuple[tuple[tuple[int, str], ...], str] = ((), "")
    _hears: str = ""
    _unseen: list[str] = field(default_factory=list)  # what stands in the open run and is not seen
    _sight: Sight = field(init=False)
    _switch: Switch | None = None

    def __post_init__(self) -> None:
        self._sight = Sight(self.sheet)

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        bare = local(name)
        if self._aside or bare in _ASIDE:
            self._aside += 1
        elif bare in _TEXTS:
            self._hears = bare
            if self._switch:
                self._switch(self._heard)
        elif bare in (*GONE, *NEW):
            self._changed(bare, attributes)
        elif bare in _SIGNS:
            if not (bare == "br" and attribute(attributes, "type") in ("page", "column")) and not self._looks:
                self._text(_SIGNS[bare])
        else:
            self._sight.start(bare, attributes)
            self._begin(bare, attributes)

    def _begin(self, bare: str, attributes: Attributes) -> None:
        if bare == "p":
            controls = tuple((each.number, each.tag) for each in self._controls if not each.inline)
            self._paragraphs.append(OpenParagraph(self.part, controls, bool(self._rows)))
        elif bare == "pPr":
            self._looks += 1
        elif bare == "trPr":
            self._row_looks += 1
        elif bare == "tr":
            self._rows.append("")
        elif bare == "sdt":
            self._opened += 1
            self._controls.append(OpenControl(self._opened, inline=bool(self._paragraphs)))
        elif self._controls and bare in ("tag", "showingPlcHdr"):
            self._about_control(bare, attributes)
        elif self._paragraphs:
            self._in_paragraph(bare, attributes)

    def _about_control(self, bare: str, attributes: Attributes) -> None:
        if bare == "tag":
            self._controls[-1].tag = attribute(attributes, "val")[:100]
        else:
            self._controls[-1].hint = True

    def _in_paragraph(self, bare: str, attributes: Attributes) -> None:
        open_one = self._paragraphs[-1]
        if bare == "numId":
            open_one.list = attribute(attributes, "val")
        elif bare == "ilvl":
            open_one.level = attribute(attributes, "val")
        elif bare == "pStyle":
            open_one.style = attribute(attributes, "val")
        elif bare == "bookmarkStart":
            open_one.bookmarks.append(attribute(attributes, "name")[:100])
        elif bare in ("commentRangeStart", "commentReference"):
            self.hung.setdefault(attribute(attributes, "id"), self.counted.number)
        elif bare == "fldSimple":
            self._mark(self._fields.begin(attribute(attributes, "instr") or " "))
        elif bare == "fldChar":
            self._field(attribute(attributes, "fldCharType"))
        elif bare in _SEPARATORS:
            open_one.mark = "del"  # the line above the notes is no text

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._mark(self._fields.separate())
        elif kind == "end":
            self._mark(self._fields.end())

    def _changed(self, kind: str, attributes: Attributes) -> None:
        """Within properties: the end of a paragraph or a whole row; else what stands in it."""
        if self._row_looks and self._rows:
            self._rows[-1] = kind
        elif self._looks and self._paragraphs and (kind in GONE or not self._paragraphs[-1].mark):
            self._paragraphs[-1].mark = kind
        self._changes.append(OpenChange(kind, attribute(attributes, "author"), attribute(attributes, "date")))

    def end(self, name: str) -> None:
        bare = local(name)
        if self._aside:
            self._aside -= 1
        elif bare in _TEXTS:
            if self._switch:
                self._switch(None)
        elif bare in (*GONE, *NEW):
            self._change_ends()
        else:
            self._sight.end(bare)
            self._finish(bare)

    def _finish(self, bare: str) -> None:
        if bare == "p" and self._paragraphs:
            self._paragraph_ends(self._paragraphs.pop())
        elif bare == "r":
            self._run_ends()
        elif bare == "pPr":
            self._looks -= 1
        elif bare == "trPr":
            self._row_looks -= 1
        elif bare == "tr" and self._rows:
            self._rows.pop()
        elif bare == "sdt" and self._controls:
            self._control_ends(self._controls.pop())
        elif bare == "fldSimple":
            self._mark(self._fields.end())

    def _run_ends(self) -> None:
        if self._unseen:
            self.changes.add(HIDDEN, "", "", "".join(self._unseen), self.counted.number)
        self._unseen = []

    def _change_ends(self) -> None:
        change = self._changes.pop()
        if change.texts:
            self.changes.add(
                change.kind, change.author, change.at, "".join(change.texts), self.counted.number
            )

    def _control_ends(self, control: OpenControl) -> None:
        if control.inline and self._paragraphs and not self._is_gone:
            filled = Filled(control.tag, "".join(control.texts), control.hint)
            self._paragraphs[-1].filled.append(filled)

    def _paragraph_ends(self, ended: OpenParagraph) -> None:
        """What is deleted as a whole leaves nothing; what is deleted at its end runs on into the next."""
        (place, carried), self._carried = self._carried, ((), "")
        if carried and place != ended.controls:
            orphan = OpenParagraph(self.part, place, in_table=False)
            self.counted.paragraph(orphan.ended(carried))
            carried = ""
        if any(row in GONE for row in self._rows):
            return
        if ended.mark in GONE:
            self._carried = (ended.controls, carried + "".join(ended.texts))
            return
        ended.first_number = self._first_number(ended)
        self.counted.paragraph(ended.ended(carried))

    def _first_number(self, ended: OpenParagraph) -> str:
        style = self.sheet.of(ended.style, "paragraph")
        return self.lists.first_number(ended.list or style.list, ended.level or style.level, ended.style)

    def _heard(self, text: str) -> None:
        if self._hears == "instrText":
            self._fields.instruct(text)
        elif self._hears == "t":
            self._text(text)
        elif self._hears == "delText" and self._changes:
            self._changes[-1].texts.append(text)

    def _text(self, text: str) -> None:
        if self._changes:
            self._changes[-1].texts.append(text)
        if not self._paragraphs or self._is_gone or self._fields.in_instruction:
            return
        if self._sight.is_unseen:
            self._unseen.append(without_markers(text))
        else:
            self._write(self._sight.written(without_markers(text)))

    def _mark(self, marker: str) -> None:
        if self._paragraphs and not self._is_gone:
            if marker == REFERENCE_BEGINS and self._fields.target and not self._fields.in_contents:
                self._paragraphs[-1].references.append(self._fields.target)
            self._write(marker)

    def _write(self, text: str) -> None:
        if not text or self._fields.in_contents:
            return
        self._paragraphs[-1].texts.append(text)
        for control in self._controls:
            if control.inline:
                control.texts.append(text)

    @property
    def _is_gone(self) -> bool:
        return any(each.kind in GONE for each in self._changes)
