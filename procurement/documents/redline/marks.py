"""Word's own marks of a change: who, when, and around what.

A field in one element (`fldSimple`) may not stand within a change, so it is written out as runs.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_BEFORE = (f"{W}sectPr", f"{W}pPrChange")  # what comes behind the run properties of a paragraph mark
_FIRST_NUMBER = 100_000  # of changes; bookmarks have the numbers below


class Kind(StrEnum):
    INSERTED = "ins"
    DELETED = "del"
    MOVED_HERE = "moveTo"
    MOVED_AWAY = "moveFrom"

    @property
    def is_gone(self) -> bool:
        """Whether the words are those of the old text alone."""
        return self in (Kind.DELETED, Kind.MOVED_AWAY)

    @property
    def of_rows(self) -> "Kind":
        """Rows are not moved, only inserted and deleted."""
        return Kind.DELETED if self.is_gone else Kind.INSERTED


@dataclass(slots=True)
class Marks:
    """`at` needs a time zone. Every mark gets a number of its own."""

    author: str
    at: datetime
    _number: int = field(default=_FIRST_NUMBER)

    def element(self, tag: str, **attributes: str) -> Any:
        """`<w:tag>` with number, author and date."""
        self._number += 1
        made = etree.Element(W + tag)
        made.set(f"{W}id", str(self._number))
        made.set(f"{W}author", self.author)
        made.set(f"{W}date", self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for name, value in attributes.items():
            made.set(W + name, value)
        return made

    def paragraph(self, source: Any, kind: Kind) -> Any:
        """The whole paragraph with its mark."""
        made = etree.Element(source.tag)
        properties = source.find(f"{W}pPr")
        made.append(etree.Element(f"{W}pPr") if properties is None else deepcopy(properties))
        self.paragraph_mark(made, kind)
        for child in source:
            if child.tag != f"{W}pPr":
                made.extend(self.inline(child, kind))
        return made

    def paragraph_mark(self, paragraph: Any, kind: Kind) -> None:
        properties = paragraph.find(f"{W}pPr")
        looks = properties.find(f"{W}rPr")
        if looks is None:
            looks = etree.Element(f"{W}rPr")
            behind = [child for child in properties if child.tag in _BEFORE]
            if behind:
                behind[0].addprevious(looks)
            else:
                properties.append(looks)
        looks.insert(0, self.element(kind))

    def inline(self, source: Any, kind: Kind) -> list[Any]:
        """What stands in a line, as changed."""
        if source.tag == f"{W}r":
            return [self._around(deepcopy(source), kind)]
        if source.tag == f"{W}fldSimple":
            return [self._around(run, kind) for run in _written_out(source)]
        if source.tag == f"{W}sdt":  # a control that is rejected would stay behind, empty
            return [made for child in source.find(f"{W}sdtContent") for made in self.inline(child, kind)]
        if source.tag == f"{W}hyperlink":
            made = etree.Element(source.tag, source.attrib)
            for child in source:
                made.extend(self.inline(child, kind))
            return [made]
        return [deepcopy(source)]

    def row(self, source: Any, kind: Kind) -> Any:
        made = deepcopy(source)
        properties = made.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            made.insert(0, properties)
        properties.append(self.element(kind.of_rows))
        for paragraph in list(made.iter(f"{W}p")):
            paragraph.getparent().replace(paragraph, self.paragraph(paragraph, kind.of_rows))
        return made

    def _around(self, run: Any, kind: Kind) -> Any:
        if kind.is_gone:
            for child in run:
                child.tag = _DELETED.get(child.tag, child.tag)
        made = self.element(kind)
        made.append(run)
        return made


def _written_out(simple: Any) -> list[Any]:
    """A field as runs: begin, instruction, separator, result, end."""
    instruction = etree.Element(f"{W}instrText")
    instruction.text = simple.get(f"{W}instr")
    instruction.set(SPACE, "preserve")
    results = [deepcopy(run) for run in simple.iter(f"{W}r")]
    return [_run(_character("begin")), _run(instruction), _run(_character("separate")), *results,
            _run(_character("end"))]  # fmt: skip


def _character(kind: str) -> Any:
    made = etree.Element(f"{W}fldChar")
    made.set(f"{W}fldCharType", kind)
    return made


def _run(child: Any) -> Any:
    made = etree.Element(f"{W}r")
    made.append(child)
    return made
