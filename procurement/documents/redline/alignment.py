"""Which block of the old document is which block of the new one."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from procurement.documents.redline.marks import W
from procurement.documents.redline.sequences import Pair, paired
from procurement.documents.redline.tokens import Notes, canonical, key_of
from procurement.documents.redline.words import likeness, split_words

_CLAUSE = "clause:"


@dataclass
class Unit:
    """A paragraph, a table with the empty line below it, a clause, or a table of contents."""

    elements: list[Any]
    notes: Notes
    is_contents: bool = False

    @property
    def first(self) -> Any:
        return self.elements[0]

    @property
    def clause(self) -> str:
        """The code of the clause; "" for any other unit."""
        tag = self.first.find(f"{W}sdtPr/{W}tag") if self.first.tag == f"{W}sdt" else None
        name = "" if tag is None else tag.get(f"{W}val", "")
        return name.removeprefix(_CLAUSE).partition("@")[0] if name.startswith(_CLAUSE) else ""

    @cached_property
    def kind(self) -> tuple[Hashable, ...]:
        """Two units can only be the same one when this is equal."""
        if self.is_contents:
            return ("contents",)
        if self.first.tag == f"{W}p":
            style, section, _words = self.key_of_paragraph
            return ("paragraph", style, section)
        if self.first.tag == f"{W}tbl":
            return ("table", canonical(self.first.find(f"{W}tblGrid")))
        return ("control", self.clause or canonical(self.first.find(f"{W}sdtPr")))

    @cached_property
    def key_of_paragraph(self) -> tuple[Hashable, ...]:
        return key_of(self.first, self.notes)

    @cached_property
    def key(self) -> Hashable:
        """Equal for units that are certainly the same one: for a clause its code."""
        if self.first.tag == f"{W}p" and not self.is_contents:
            return self.key_of_paragraph
        if self.first.tag == f"{W}tbl":
            return (*self.kind, *(key_of(each, self.notes) for each in self.first.iter(f"{W}p")))
        return self.kind

    @cached_property
    def words(self) -> Counter[str]:
        texts = (text.text or "" for text in self.first.iter(f"{W}t"))
        return Counter(word for text in texts for word in split_words(text) if not word.isspace())


def units(container: Any, notes: Notes) -> list[Unit]:
    """All blocks in a body, a content control or a cell, without the properties of the last section."""
    found: list[Unit] = []
    depth = 0
    for element in container:
        if element.tag == f"{W}sectPr" or element.tag == f"{W}tcPr":
            continue
        if depth or (element.tag == f"{W}p" and _begins_contents(element)):
            if not depth:
                found.append(Unit([], notes, is_contents=True))
            depth += _field_depth(element)
            found[-1].elements.append(element)
        elif _is_gap(element) and found and found[-1].first.tag == f"{W}tbl" and len(found[-1].elements) == 1:
            found[-1].elements.append(element)
        else:
            found.append(Unit([element], notes))
    return found


def _begins_contents(paragraph: Any) -> bool:
    return any((each.text or "").strip().startswith("TOC ") for each in paragraph.iter(f"{W}instrText"))


def _field_depth(element: Any) -> int:
    kinds = [each.get(f"{W}fldCharType") for each in element.iter(f"{W}fldChar")]
    return kinds.count("begin") - kinds.count("end")


def _is_gap(element: Any) -> bool:
    """The empty line that the writer puts below a table."""
    style = element.find(f"{W}pPr/{W}pStyle")
    return (
        element.tag == f"{W}p"
        and style is not None
        and style.get(f"{W}val") == "Gap"
        and element.find(f"{W}r") is None
        and element.find(f"{W}pPr/{W}sectPr") is None
    )


def aligned(old: list[Unit], new: list[Unit]) -> list[Pair]:
    def alike(a: int, c: int) -> float:
        if old[a].kind != new[c].kind:
            return 0.0
        return likeness(old[a].words, new[c].words)

    return paired([unit.key for unit in old], [unit.key for unit in new], alike)


def rows(table: Any) -> list[Any]:
    return list(table.findall(f"{W}tr"))


def aligned_rows(old: Any, new: Any, old_notes: Notes, new_notes: Notes) -> list[Pair]:
    """Rows of the same make whose words are alike."""
    before, after = list(_rows(old, old_notes)), list(_rows(new, new_notes))

    def alike(a: int, c: int) -> float:
        return likeness(before[a].words, after[c].words) if before[a].make == after[c].make else 0.0

    return paired([row.key for row in before], [row.key for row in after], alike, least=0.3)


@dataclass
class _Row:
    make: tuple[Hashable, ...]
    key: tuple[Hashable, ...]
    words: Counter[str]


def _rows(table: Any, notes: Notes) -> Iterator[_Row]:
    for row in rows(table):
        properties = [canonical(each) for tag in ("trPr", "tcPr") for each in row.iter(W + tag)]
        keys = [key_of(each, notes) for each in row.iter(f"{W}p")]
        yield _Row((*properties, *(key[0] for key in keys)), (*properties, *keys), Unit([row], notes).words)
