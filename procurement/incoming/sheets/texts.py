"""What a text in a cell could do to whoever shows it, pastes it or exports it."""

import unicodedata

from procurement.direction_controls import turns_direction
from procurement.incoming.sheets.values import CellKind, Mark

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|")
_LINES = ("\t", "\n", "\r")


def marks_of(kind: CellKind, value: str, *, formula: bool = False) -> frozenset[Mark]:
    marks = {Mark.FORMULA} if formula else set()
    if kind in (CellKind.TEXT, CellKind.UNCLEAR):
        if value.startswith(_STARTS_FORMULA):
            marks.add(Mark.LIKE_FORMULA)
        if not value.isprintable():
            marks |= _unseen(value)
    return frozenset(marks)


def _unseen(value: str) -> set[Mark]:
    marks = {Mark.TURNS_DIRECTION} if turns_direction(value) else set()
    if any(unicodedata.category(each) == "Cc" for each in set(value) - set(_LINES)) or "_x0000_" in value:
        marks.add(Mark.CONTROL)
    return marks
