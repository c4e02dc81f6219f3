"""The numbers the format will show, computed from the tree: for references, tables of contents and previews.

Headings count 1, 1.1, 1.1.1; clauses count 1, 1.1, (a), (i) in a row of their own through the whole
document; annexes count Annex A, A.1, A.1.1; captioned tables count 1, 2, 3. A reference to a point
reads "3.2(a)".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Block,
    Clause,
    Content,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Point,
    Provision,
    Table,
    plain,
)
from procurement.language import Language, Text

TABLE_LABEL = Text(nl="Tabel", en="Table")
ANNEX_LABEL = Text(nl="Bijlage", en="Annex")


class Target(NamedTuple):
    """What a reference prints. `numbered` says whether that is a number the format itself counts.

    `whole`: the number of the place says all, as A.1 does; those of the levels above do not come before it.
    """

    label: str
    numbered: bool
    whole: bool = False


class Entry(NamedTuple):
    """One line of the table of contents; `anchor` is the block's own or a made one."""

    level: int
    number: str
    title: Content
    anchor: str

    @property
    def lead(self) -> str:
        """The number and what parts it from the title: a tab, or after a word (Annex A.) a space."""
        if not self.number:
            return ""
        return f"{self.number}. " if " " in self.number else f"{self.number}\t"

    @property
    def text(self) -> str:
        return plain(self.title)


@dataclass(frozen=True, slots=True)
class Outline:
    """All targets by anchor, and the headings and clauses in order."""

    targets: dict[str, Target]
    entries: tuple[Entry, ...]


def outline(document: Document) -> Outline:
    """Number the document. Raises `DocumentError` for an anchor that is used twice."""
    count = _Count(document.language)
    for block in document.blocks:
        count.block(block)
    return Outline(count.targets, tuple(count.entries))


def made_anchor(ordinal: int) -> str:
    """The anchor of the n-th entry (from 1) of the outline, when its block has none."""
    return f"_Toc{ordinal:06d}"


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb: the way Word's lowerLetter counts."""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def roman(number: int) -> str:
    """1 → i, 4 → iv: lower-case Roman."""
    values = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for value, sign in values:
        while number >= value:
            text, number = text + sign, number - value
    return text


@dataclass(slots=True)
class _Count:
    language: Language
    targets: dict[str, Target] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    headings: list[int] = field(default_factory=lambda: [0, 0, 0])
    annexes: list[int] = field(default_factory=lambda: [0, 0, 0])
    clauses: int = 0
    tables: int = 0

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Clause():
                self._clause(block)
            case Table():
                self._table(block)
            case Paragraph(anchor=anchor) if anchor:
                self._target(anchor, plain(block.content), numbered=False)
            case Definitions(items=items):
                for each in items:
                    if each.anchor:
                        self._target(each.anchor, each.term, numbered=False)
            case _:
                pass

    def _heading(self, heading: Heading) -> None:
        number = self._heading_number(heading)
        self._entry(heading.level, number, heading.content, heading.anchor)
        if heading.anchor:
            label = number or plain(heading.content)
            self._target(heading.anchor, label, numbered=bool(number), whole=heading.annex)

    def _heading_number(self, heading: Heading) -> str:
        if not heading.numbered or heading.level > len(self.headings):
            return ""
        counts = self.annexes if heading.annex else self.headings
        counts[heading.level - 1] += 1
        for deeper in range(heading.level, len(counts)):
            counts[deeper] = 0
        if not heading.annex:
            return ".".join(str(number) for number in counts[: heading.level])
        letter = letters(max(counts[0], 1)).upper()
        if heading.level == 1:
            return f"{ANNEX_LABEL.to(self.language)} {letter}"
        return ".".join((letter, *(str(number) for number in counts[1 : heading.level])))

    def _clause(self, clause: Clause) -> None:
        self.clauses += 1
        number = str(self.clauses)
        self._entry(clause.outline, number, clause.title, clause.anchor)
        if clause.anchor:
            self._target(clause.anchor, number, numbered=True)
        provisions = 0
        for part in clause.body:
            if isinstance(part, Provision):
                provisions += 1
                if part.anchor or part.points:
                    self._provision(part, f"{number}.{provisions}")
            else:
                self.block(part)

    def _provision(self, provision: Provision, number: str) -> None:
        if provision.anchor:
            self._target(provision.anchor, number, numbered=True)
        for anchor, label in _points(provision.points, number, depth=0):
            self._target(anchor, label, numbered=True)

    def _table(self, table: Table) -> None:
        if table.caption:
            self.tables += 1
        if table.anchor:
            label = f"{TABLE_LABEL.to(self.language)} {self.tables}" if table.caption else table.alt
            self._target(table.anchor, label, numbered=False)

    def _entry(self, level: int, number: str, title: Content, anchor: str) -> None:
        self.entries.append(Entry(level, number, title, anchor or made_anchor(len(self.entries) + 1)))

    def _target(self, anchor: str, label: str, *, numbered: bool, whole: bool = False) -> None:
        if anchor in self.targets:
            raise DocumentError(f"the anchor {anchor!r} is used twice")
        self.targets[anchor] = Target(label, numbered, whole)


def _points(points: tuple[Point, ...], prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for ordinal, point in enumerate(points, start=1):
        if not (point.anchor or point.points):
            continue
        label = f"{prefix}({roman(ordinal) if depth else letters(ordinal)})"
        if point.anchor:
            yield point.anchor, label
        yield from _points(point.points, label, depth + 1)
