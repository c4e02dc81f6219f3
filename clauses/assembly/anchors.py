"""Where references in a contract point: one anchor a clause, by the place that it takes."""

from collections.abc import Sequence
from itertools import chain, count

from clauses.assembly.clause import LibraryClause


def anchor_of(place: str) -> str:
    return f"clause-{place}"


def anchors_of(clauses: Sequence[LibraryClause]) -> list[str]:
    """One for each clause. References find the first that takes a place; a second one has its own number."""
    found: list[str] = []
    for clause in clauses:
        plain = anchor_of(clause.place)
        more = (f"{plain}-{number}" for number in count(2))
        found.append(next(each for each in chain((plain,), more) if each not in found))
    return found
