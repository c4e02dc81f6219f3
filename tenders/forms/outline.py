"""The order and the nesting of the criteria while they are being edited. Pure, no form and no row.

An outline is a tuple of entries in the order of the screen; every action gives a new outline. A key is
"c12" for the stored criterion with primary key 12 and "n3" for one that is not stored yet.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

KEY = re.compile(r"[cn][0-9]{1,18}")
SMALLEST = Decimal("0.0001")  # weights are stored with four decimals


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry as it stands on the screen."""

    key: str
    parent: str
    depth: int
    is_group: bool


@dataclass(frozen=True, slots=True)
class Outline:
    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Outline":
        """Well-formed whatever was posted: odd and double keys leave, a parent in a circle becomes none."""
        unique = {entry.key: entry for entry in entries if KEY.fullmatch(entry.key)}
        kept = [Entry(entry.key, entry.parent if entry.parent in unique else "") for entry in unique.values()]
        parents = {entry.key: entry.parent for entry in kept}
        loose = {key for key in parents if _in_circle(key, parents)}
        return cls(tuple(Entry(entry.key, "" if entry.key in loose else entry.parent) for entry in kept))

    def children(self, parent: str) -> list[str]:
        return [entry.key for entry in self.entries if entry.parent == parent]

    def parent(self, key: str) -> str:
        return next((entry.parent for entry in self.entries if entry.key == key), "")

    def under(self, key: str) -> set[str]:
        """The key and everything beneath it."""
        found = {key}
        for child in self.children(key):
            found |= self.under(child)
        return found

    def placed(self) -> Iterator[Placed]:
        """Depth first: each group directly followed by what is under it."""
        yield from self._placed("", 0)

    def _placed(self, parent: str, depth: int) -> Iterator[Placed]:
        for key in self.children(parent):
            yield Placed(key, parent, depth, bool(self.children(key)))
            yield from self._placed(key, depth + 1)

    def add(self, parent: str) -> "Outline":
        """A new entry at the end of `parent`."""
        used = [int(entry.key[1:]) for entry in self.entries if entry.key.startswith("n")]
        return Outline((*self.entries, Entry(f"n{max(used, default=0) + 1}", parent)))

    def remove(self, key: str) -> "Outline":
        gone = self.under(key)
        return Outline(tuple(entry for entry in self.entries if entry.key not in gone))

    def up(self, key: str) -> "Outline":
        return self._swap(key, -1)

    def down(self, key: str) -> "Outline":
        return self._swap(key, 1)

    def indent(self, key: str) -> "Outline":
        """Under the one above it at the same level."""
        siblings = self.children(self.parent(key))
        place = siblings.index(key)
        return self.move(key, siblings[place - 1]) if place else self

    def outdent(self, key: str) -> "Outline":
        """Out of its group, directly after it."""
        group = self.parent(key)
        if not group:
            return self
        moved = [entry for entry in self.entries if entry.key != key]
        after = next(place for place, entry in enumerate(moved) if entry.key == group) + 1
        return Outline((*moved[:after], Entry(key, self.parent(group)), *moved[after:]))

    def move(self, key: str, parent: str) -> "Outline":
        """To the end of `parent`; not into itself."""
        if parent in self.under(key):
            return self
        return Outline((*(entry for entry in self.entries if entry.key != key), Entry(key, parent)))

    def _swap(self, key: str, by: int) -> "Outline":
        siblings = self.children(self.parent(key))
        place = siblings.index(key) + by
        if not 0 <= place < len(siblings):
            return self
        entries = list(self.entries)
        here, there = (
            next(i for i, entry in enumerate(entries) if entry.key == k) for k in (key, siblings[place])
        )
        entries[here], entries[there] = entries[there], entries[here]
        return Outline(tuple(entries))


def _in_circle(key: str, parents: dict[str, str]) -> bool:
    seen, above = {key}, parents[key]
    while above and above not in seen:
        seen.add(above)
        above = parents[above]
    return above == key


def spread(weights: list[Decimal | None], total: Decimal) -> list[Decimal | None]:
    """Divide what is left of `total` over the empty weights; a weight that was typed stays as it is.

    Exact to four decimals; what cannot be divided evenly goes to the first. Nothing happens when
    nothing is left or no weight is empty.
    """
    left = total - sum((weight or Decimal(0) for weight in weights), Decimal(0))
    places = [i for i, weight in enumerate(weights) if not weight]
    if left <= 0 or not places:
        return weights
    units, extra = divmod(int(left / SMALLEST), len(places))
    divided = list(weights)
    for rank, place in enumerate(places):
        share = (units + (1 if rank < extra else 0)) * SMALLEST
        divided[place] = (divided[place] or Decimal(0)) + share
    return divided
