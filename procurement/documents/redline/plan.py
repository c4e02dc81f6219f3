"""What goes with what, all the way down: blocks, blocks within clauses, rows and cells of tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from procurement.documents.redline.alignment import Unit, aligned, aligned_rows, rows, units
from procurement.documents.redline.marks import W
from procurement.documents.redline.tokens import Notes
from procurement.documents.redline.words import likeness

_STILL_THE_SAME = 0.3  # share of words that a clause keeps when it moves; below it is another clause


@dataclass(frozen=True, slots=True)
class Entry:
    """An old and a new block, or one of them alone. `inner` are the blocks in a clause.

    `moved`: the clause stands elsewhere; it has an entry with both at its new place, and one with the old
    alone where it stood.
    """

    old: Unit | None = None
    new: Unit | None = None
    inner: tuple["Entry", ...] = ()
    table: tuple["Line", ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; `cells` are the paragraphs of a row that both have."""

    old: Any = None
    new: Any = None
    cells: tuple[tuple[Any, Any], ...] = field(default=())


def planned(old: list[Unit], new: list[Unit]) -> tuple[Entry, ...]:
    entries = [_entry(old, new, pair.old, pair.new) for pair in aligned(old, new)]
    return tuple(_with_moves(entries))


def _entry(old: list[Unit], new: list[Unit], a: int | None, c: int | None) -> Entry:
    before = None if a is None else old[a]
    after = None if c is None else new[c]
    return _both(before, after) if before and after else Entry(before, after)


def _both(old: Unit, new: Unit) -> Entry:
    if old.first.tag == f"{W}sdt" and not old.is_contents:
        return Entry(old, new, inner=_within(old, new))
    if old.first.tag == f"{W}tbl":
        return Entry(old, new, table=tuple(_lines(old, new)))
    return Entry(old, new)


def _within(old: Unit, new: Unit) -> tuple[Entry, ...]:
    """The titles belong together, however different they are."""
    before, after = (units(unit.first.find(f"{W}sdtContent"), unit.notes) for unit in (old, new))
    if before and after and before[0].kind == after[0].kind:
        return (Entry(before[0], after[0]), *planned(before[1:], after[1:]))
    return planned(before, after)


def _lines(old: Unit, new: Unit) -> Iterator[Line]:
    before, after = rows(old.first), rows(new.first)
    for pair in aligned_rows(old.first, new.first, old.notes, new.notes):
        row = None if pair.old is None else before[pair.old]
        other = None if pair.new is None else after[pair.new]
        both = row is not None and other is not None
        yield Line(row, other, tuple(_cells(row, other)) if both else ())


def _cells(row: Any, other: Any) -> Iterator[tuple[Any, Any]]:
    """Aligned rows have the same paragraphs in the same looks."""
    return zip(row.iter(f"{W}p"), other.iter(f"{W}p"), strict=True)


def _with_moves(entries: list[Entry]) -> Iterator[Entry]:
    """A clause that went at one place and came at another has moved."""
    gone = {entry.old.clause: entry.old for entry in entries if entry.old and not entry.new}
    come = {entry.new.clause: entry.new for entry in entries if entry.new and not entry.old}
    moved = {code for code in gone.keys() & come.keys() if code and _same(gone[code], come[code])}
    for entry in entries:
        unit = entry.old or entry.new
        if (entry.old and entry.new) or unit is None or unit.clause not in moved:
            yield entry
        elif entry.new:
            yield replace(_both(gone[entry.new.clause], entry.new), moved=True)
        else:
            yield replace(entry, moved=True)


def _same(old: Unit, new: Unit) -> bool:
    return likeness(old.words, new.words) >= _STILL_THE_SAME


def paragraph_pairs(entries: tuple[Entry, ...], *, moved: bool) -> Iterator[tuple[Any, Any]]:
    """Every old paragraph with its successor; `moved`: also those of clauses that stand elsewhere."""
    for entry in entries:
        if not (entry.old and entry.new) or entry.old.is_contents or (entry.moved and not moved):
            continue
        yield from paragraph_pairs(entry.inner, moved=moved)
        yield from (cell for line in entry.table for cell in line.cells)
        yield from _flat_pairs(entry.old, entry.new)


def _flat_pairs(old: Unit, new: Unit) -> Iterator[tuple[Any, Any]]:
    pairs = zip(old.elements, new.elements, strict=False)
    return ((a, c) for a, c in pairs if a.tag == c.tag == f"{W}p")


def body_units(document: Any, notes: Notes) -> list[Unit]:
    return units(document.find(f"{W}body"), notes)
