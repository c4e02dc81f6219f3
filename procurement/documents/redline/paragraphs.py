"""One paragraph that was changed: its words compared, and its looks when those changed."""

from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from procurement.documents.redline.marks import Kind, Marks, W
from procurement.documents.redline.sequences import steps
from procurement.documents.redline.tokens import Notes, Token, tokens, written

_NO_LOOKS = (f"{W}rPr", f"{W}sectPr", f"{W}pPrChange")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """`moving`: the paragraph stands in a clause that came from elsewhere, so that all of it is new here."""

    marks: Marks
    notes: Notes
    moving: bool

    def merged(self, old: Any, new: Any) -> Any:
        made = etree.Element(new.tag)
        properties = self._properties(old, new)
        if properties is not None:
            made.append(properties)
        made.extend(self._content(old, new))
        if self.moving:
            self.marks.paragraph_mark(made, Kind.MOVED_HERE)
        return made

    def _content(self, old: Any, new: Any) -> Iterator[Any]:
        before, after = tokens(old, self.notes), tokens(new, self.notes)
        found = steps([each.key for each in before], [each.key for each in after], _is_white)
        for step in found:
            if step.same:
                yield from written(after[step.c : step.d], self._kept, self.marks)
            else:
                yield from self._deleted(before[step.a : step.b])
                yield from written(after[step.c : step.d], Kind.INSERTED, self.marks)

    @property
    def _kept(self) -> Kind | None:
        return Kind.MOVED_HERE if self.moving else None

    def _deleted(self, gone: list[Token]) -> Iterator[Any]:
        """A bookmark stays where it was as long as something leads to it, and a moved clause has its own."""
        if not self.moving:
            yield from written(gone, Kind.DELETED, self.marks)
            return
        for element in written([token for token in gone if token.word], Kind.DELETED, self.marks):
            taken_in = self.marks.element(Kind.INSERTED)  # came with the clause, and went again
            taken_in.append(element)
            yield taken_in

    def _properties(self, old: Any, new: Any) -> Any:
        was, is_now = _looks(old), _looks(new)
        properties = new.find(f"{W}pPr")
        made = None if properties is None else deepcopy(properties)
        if self.moving:
            return etree.Element(f"{W}pPr") if made is None else made
        if etree.tostring(was) == etree.tostring(is_now):
            return made
        made = etree.Element(f"{W}pPr") if made is None else made
        change = self.marks.element("pPrChange")
        change.append(was)
        made.append(change)
        return made


def _looks(paragraph: Any) -> Any:
    """The properties of the paragraph without its mark and its section."""
    made = etree.Element(f"{W}pPr")
    properties = paragraph.find(f"{W}pPr")
    for child in () if properties is None else properties:
        if child.tag not in _NO_LOOKS:
            made.append(deepcopy(child))
    return made


def _is_white(key: Hashable) -> bool:
    return isinstance(key, tuple) and isinstance(key[0], str) and key[0].isspace()
