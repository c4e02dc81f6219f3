"""The two documents written as one: each block as it is now, with what changed marked as Word does."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from procurement.documents.redline.alignment import Unit
from procurement.documents.redline.marks import Kind, Marks, W
from procurement.documents.redline.paragraphs import Paragraphs
from procurement.documents.redline.plan import Entry, Line
from procurement.documents.redline.tokens import Notes, canonical


@dataclass(slots=True)
class Blocks:
    """`notes`: the words of the footnotes of both documents."""

    marks: Marks
    notes: Notes
    moves: int = 0

    def written(self, entries: tuple[Entry, ...], *, moving: bool = False) -> Iterator[Any]:
        names = self._names(entries)
        for entry in entries:
            if entry.moved and entry.new is None and entry.old is not None:
                partner = next(each for each in entries if each.moved and each.old is entry.old and each.new)
                yield from self._moved_away(partner, names[entry.old.clause])
            elif entry.moved and entry.new is not None:
                yield from self._range("moveTo", names[entry.new.clause], self._both(entry, moving=True))
            else:
                yield from self._entry(entry, moving=moving)

    def _names(self, entries: tuple[Entry, ...]) -> dict[str, str]:
        """Both ends of a move carry one name."""
        found = {}
        for entry in entries:
            if entry.moved and entry.old and entry.new:
                self.moves += 1
                found[entry.old.clause] = f"move{self.moves}"
        return found

    def _entry(self, entry: Entry, *, moving: bool) -> Iterator[Any]:
        if entry.old and entry.new:
            yield from self._both(entry, moving=moving)
        elif entry.new:
            yield from self._alone(entry.new, Kind.INSERTED)
        elif entry.old and not moving:  # within a moved clause it is shown where the clause stood
            yield from self._alone(entry.old, Kind.DELETED)

    def _both(self, entry: Entry, *, moving: bool) -> Iterator[Any]:
        old, new = entry.old, entry.new
        assert old is not None
        assert new is not None
        if new.is_contents:  # computed again from the headings: no text of its own
            yield from map(deepcopy, new.elements)
        elif new.first.tag == f"{W}sdt":
            yield from self._control(entry, new, moving=moving)
        elif new.first.tag == f"{W}tbl":
            yield self._table(entry.table, old.first, new.first, moving=moving)
            yield from self._gaps(old, new, moving=moving)
        else:
            yield self._paragraphs(moving).merged(old.first, new.first)

    def _control(self, entry: Entry, new: Unit, *, moving: bool) -> Iterator[Any]:
        inner = list(self.written(entry.inner, moving=moving))
        if moving:  # a control that is rejected would stay behind, empty
            yield from inner
            return
        made = etree.Element(new.first.tag)
        for child in new.first:
            made.append(etree.Element(child.tag) if child.tag == f"{W}sdtContent" else deepcopy(child))
        made.find(f"{W}sdtContent").extend(inner)
        yield made

    def _alone(self, unit: Unit, kind: Kind) -> Iterator[Any]:
        if unit.is_contents:
            if not kind.is_gone:
                yield from map(deepcopy, unit.elements)
            return
        for element in unit.elements:
            yield from self._changed(element, kind)

    def _changed(self, element: Any, kind: Kind) -> Iterator[Any]:
        if element.tag == f"{W}p":
            yield self.marks.paragraph(element, kind)
        elif element.tag == f"{W}tbl":
            yield self._changed_table(element, kind)
        elif element.tag == f"{W}sdt":
            for child in element.find(f"{W}sdtContent"):
                yield from self._changed(child, kind)
        else:
            yield deepcopy(element)

    def _changed_table(self, table: Any, kind: Kind) -> Any:
        made = etree.Element(table.tag)
        for child in table:
            made.append(self.marks.row(child, kind) if child.tag == f"{W}tr" else deepcopy(child))
        return made

    def _moved_away(self, partner: Entry, name: str) -> Iterator[Any]:
        """The old text; what the moved clause no longer has is deleted here."""
        yield from self._range("moveFrom", name, self._left_behind(partner))

    def _left_behind(self, partner: Entry) -> Iterator[Any]:
        for inner in partner.inner:
            if inner.old:
                kind = Kind.MOVED_AWAY if inner.new else Kind.DELETED
                for element in inner.old.elements:
                    yield from self._changed(element, kind)

    def _range(self, tag: str, name: str, elements: Iterator[Any]) -> Iterator[Any]:
        start = self.marks.element(f"{tag}RangeStart", name=name)
        end = etree.Element(f"{W}{tag}RangeEnd")
        end.set(f"{W}id", start.get(f"{W}id"))
        yield start
        yield from elements
        yield end

    def _table(self, lines: tuple[Line, ...], old: Any, new: Any, *, moving: bool) -> Any:
        made = etree.Element(new.tag)
        made.extend(deepcopy(child) for child in new if child.tag != f"{W}tr")
        self._table_properties(made, old, new)
        for line in lines:
            if line.old is None:
                made.append(self.marks.row(line.new, Kind.INSERTED))
            elif line.new is not None:
                row = self._row(line, moving=moving)
                made.append(row)
            elif not moving:
                made.append(self.marks.row(line.old, Kind.DELETED))
        return made

    def _table_properties(self, made: Any, old: Any, new: Any) -> None:
        was = old.find(f"{W}tblPr")
        if canonical(was) != canonical(new.find(f"{W}tblPr")):
            change = self.marks.element("tblPrChange")
            change.append(deepcopy(was))
            made.find(f"{W}tblPr").append(change)

    def _row(self, line: Line, *, moving: bool) -> Any:
        made = deepcopy(line.new)
        if moving:  # a row does not move: it is taken in here, and taken out where it stood
            return self.marks.row(line.new, Kind.INSERTED)
        for place, (old, new) in zip(list(made.iter(f"{W}p")), line.cells, strict=True):
            place.getparent().replace(place, self._paragraphs(False).merged(old, new))
        return made

    def _gaps(self, old: Unit, new: Unit, *, moving: bool) -> Iterator[Any]:
        """The empty line below a table, which one of the two may lack."""
        before, after = old.elements[1:], new.elements[1:]
        if before and after:
            yield self._paragraphs(moving).merged(before[0], after[0])
        elif after:
            yield self.marks.paragraph(after[0], Kind.INSERTED)
        elif before and not moving:
            yield self.marks.paragraph(before[0], Kind.DELETED)

    def _paragraphs(self, moving: bool) -> Paragraphs:
        return Paragraphs(self.marks, self.notes, moving)
