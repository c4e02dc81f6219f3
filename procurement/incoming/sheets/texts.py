"""What a text in a cell could do to whoever shows it, pastes it or exports it."""

import unicodedata
from collections.abc import Sequence

from procurement.direction_controls import turns_direction
from procurement.incoming.sheets.values import CellKind, Mark

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|")
_LINES = ("\t", "\n", "\r")
_WRITTEN_NUL = "_x0000_"
_NONE: frozenset[Mark] = frozenset()
_FORMULA = frozenset({Mark.FORMULA})


def marks_of(kind: CellKind, value: str, *, formula: bool = False) -> frozenset[Mark]:
    of_formula = _FORMULA if formula else _NONE
    if kind is not CellKind.TEXT and kind is not CellKind.UNCLEAR:
        return of_formula
    is_like_formula = value.startswith(_STARTS_FORMULA)
    if value.isprintable() and not is_like_formula and _WRITTEN_NUL not in value:
        return of_formula
    return of_formula | _unseen(value) | ({Mark.LIKE_FORMULA} if is_like_formula else _NONE)


def are_unmarked(kind: CellKind, values: Sequence[str]) -> bool:
    """Whether none of these values, all of which have something in them, gets a mark for what it says."""
    if kind is not CellKind.TEXT and kind is not CellKind.UNCLEAR:
        return True
    joined = "".join(values)
    starts = {value[0] for value in values}
    return joined.isprintable() and _WRITTEN_NUL not in joined and starts.isdisjoint(_STARTS_FORMULA)


def _unseen(value: str) -> set[Mark]:
    marks = {Mark.TURNS_DIRECTION} if turns_direction(value) else set()
    if any(unicodedata.category(each) == "Cc" for each in set(value) - set(_LINES)) or _WRITTEN_NUL in value:
        marks.add(Mark.CONTROL)
    return marks
