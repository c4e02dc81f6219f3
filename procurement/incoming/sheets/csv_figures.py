"""Numbers in CSV: `1.250` is a thousand or one, so it is only read when the file itself shows which."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Flag, auto

from procurement.incoming.sheets.figures import Read, written_date
from procurement.incoming.sheets.values import CellKind
from procurement.numbers import NotANumber, parse, parse_dutch, plain

_MAYBE = re.compile(r"[-€ 0-9.,\u00a0]{1,40}")
_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")


class Notation(Flag):
    """How the numbers of a file may be written."""

    DUTCH = auto()  # 1.250,50
    ENGLISH = auto()  # 1,250.50
    EITHER = DUTCH | ENGLISH


def notation_of(fields: Iterable[str]) -> Notation:
    """What the numbers show that can be read in one way only; where they differ, either may stand."""
    shown = Notation(0)
    for field in fields:
        if _MAYBE.fullmatch(field) and ("." in field or "," in field):
            dutch, english = _dutch(field), _english(field)
            if (dutch is None) != (english is None):
                shown |= Notation.ENGLISH if dutch is None else Notation.DUTCH
    return shown or Notation.EITHER


def read(field: str, notation: Notation) -> Read:
    """A number, a date in ISO notation, or text; unclear where both notations give a number and differ."""
    text = field.strip()
    if _MAYBE.fullmatch(text):
        found = {
            number
            for number in (
                _dutch(text) if Notation.DUTCH in notation else None,
                _english(text) if Notation.ENGLISH in notation else None,
            )
            if number is not None
        }
        if len(found) == 1:
            return CellKind.NUMBER, plain(found.pop())
        if found:
            return CellKind.UNCLEAR, text
    date = written_date(text)
    return date if date[0] is CellKind.DATE else (CellKind.TEXT, field)


def _dutch(text: str) -> Decimal | None:
    try:
        return parse_dutch(text)
    except NotANumber:
        return None


def _english(text: str) -> Decimal | None:
    try:
        return parse(text.replace(",", "") if _ENGLISH.fullmatch(text) else text)
    except NotANumber:
        return None
