"""Numbers in CSV: `1.250` is a thousand or one, so it is only read when the file itself shows which."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Flag, auto

from procurement.incoming.sheets.figures import Read, written_date
from procurement.incoming.sheets.values import CellKind
from procurement.numbers import NotANumber, parse, parse_dutch, plain

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")  # the same in every notation
# What cannot be a number is known by its shape: a refusal with its sentence for each field takes seconds.
_GROUPED = r"(?:0|[1-9][0-9]{{0,14}}|[1-9][0-9]{{0,2}}(?:{0}[0-9]{{3}}){{1,4}})"
_DUTCH = re.compile(
    rf"-?(?:€[ \u00a0]?)?-?{_GROUPED.format('[.]')}(?:,(?:[0-9]{{1,10}}|--?))?(?:[ \u00a0]?€)?"
)
_LONGEST = 40  # characters, signs and spaces included
_NOT_ZERO = re.compile("[1-9]")
_ENGLISH = re.compile(rf"-?{_GROUPED.format(',')}(?:\.[0-9]{{1,10}})?")


class Notation(Flag):
    """How the numbers of a file may be written."""

    DUTCH = auto()  # 1.250,50
    ENGLISH = auto()  # 1,250.50
    EITHER = DUTCH | ENGLISH


def notation_of(fields: Iterable[str]) -> Notation:
    """What the numbers show that can be read in one way only; where they differ, either may stand.

    1250.50 shows no thousands with a comma, so beside it 280,250 is no thousand for certain either.
    """
    shown, is_grouped, has_comma = Notation(0), False, False
    for field in fields:
        if "." in field or "," in field:
            text = field.strip()
            if len(text) > _LONGEST:
                continue
            is_dutch, is_english = _DUTCH.fullmatch(text), _ENGLISH.fullmatch(text)
            if is_dutch and is_english:
                has_comma = has_comma or "," in text
            elif is_dutch or is_english:
                is_grouped = is_grouped or (is_dutch is None and "," in text)
                shown |= Notation.ENGLISH if is_dutch is None else Notation.DUTCH
                if shown is Notation.EITHER:
                    break
    is_mixed = shown is Notation.ENGLISH and has_comma and not is_grouped
    return Notation.EITHER if is_mixed else shown or Notation.EITHER


def read(field: str, notation: Notation) -> Read:
    """A number, a date in ISO notation, or text; unclear where both notations give a number and differ."""
    text = field.strip()
    if _WHOLE.fullmatch(text):
        return CellKind.NUMBER, text
    found = _numbers(text, notation)
    if len(found) == 1:
        return CellKind.NUMBER, plain(found.pop())
    if found:
        return CellKind.UNCLEAR, text
    date = written_date(text) if text[:4].isdigit() else (CellKind.UNCLEAR, text)
    return date if date[0] is CellKind.DATE else (CellKind.TEXT, field)


def _numbers(text: str, notation: Notation) -> set[Decimal]:
    """The numbers that it can be: at most one in each notation."""
    if len(text) > _LONGEST or (text.startswith("-") and not _NOT_ZERO.search(text)):
        return set()
    dutch = _dutch(text) if notation is not Notation.ENGLISH else None
    english = _english(text) if notation is not Notation.DUTCH else None
    return {number for number in (dutch, english) if number is not None}


def _dutch(text: str) -> Decimal | None:
    if not _DUTCH.fullmatch(text):
        return None
    try:
        return parse_dutch(text)
    except NotANumber:
        return None


def _english(text: str) -> Decimal | None:
    if not _ENGLISH.fullmatch(text):
        return None
    try:
        return parse(text.replace(",", ""))
    except NotANumber:
        return None
