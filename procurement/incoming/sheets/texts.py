"""What a text in a cell could do to whoever shows it, pastes it or exports it."""

import unicodedata
from collections.abc import Iterable

from procurement.direction_controls import turns_direction
from procurement.incoming.sheets.values import CellKind, Mark

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|")
_LINES = ("\t", "\n", "\r")
_WRITTEN_NUL = "_x0000_"
NO_MARKS: frozenset[Mark] = frozenset()
_FORMULA = frozenset({Mark.FORMULA})


def marks_of(kind: CellKind, value: str, *, formula: bool = False) -> frozenset[Mark]:
    of_formula = _FORMULA if formula else NO_MARKS
    if kind is not CellKind.TEXT and kind is not CellKind.UNCLEAR:
        return of_formula
    is_like_formula = value.startswith(_STARTS_FORMULA)
    if value.isprintable() and not is_like_formula and _WRITTEN_NUL not in value:
        return of_formula
    return of_formula | _unseen(value) | ({Mark.LIKE_FORMULA} if is_like_formula else NO_MARKS)


def are_unmarked(values: Iterable[str], together: str) -> bool:
    """For sure: whatever kind of values they are, none has a mark but that of a formula."""
    firsts = {value[:1] for value in values}
    return together.isprintable() and firsts.isdisjoint(_STARTS_FORMULA) and _WRITTEN_NUL not in together


def _unseen(value: str) -> set[Mark]:
    marks = {Mark.TURNS_DIRECTION} if turns_direction(value) else set()
    if any(unicodedata.category(each) == "Cc" for each in set(value) - set(_LINES)) or _WRITTEN_NUL in value:
        marks.add(Mark.CONTROL)
    return marks
