"""Numbers and dates as spreadsheets store them: binary fractions in 17 digits, days since 1900."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Context, Decimal

from procurement.incoming.sheets.values import CellKind
from procurement.numbers import plain

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,80})?|\.[0-9]{1,80})(?:[eE][+-]?[0-9]{1,3})?")
_CANONICAL = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,6})\.[0-9]{0,7}[1-9]")
_LARGEST_EXPONENT = 30
_AS_TYPED = Context(prec=15)  # as many digits as a spreadsheet lets somebody type
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z?")
_LAST_DAY = 2_958_465  # 31 December 9999
_NO_DAY = 60  # 29 February 1900, which never was, but which Excel counts

Read = tuple[CellKind, str]


def number(text: str) -> Read:
    """`8.1999999999999993` is how a spreadsheet stores a typed 8.2: the shortest text of the same binary
    number is taken. NaN, infinity and figures beyond 10^30 are unclear.
    """
    if _CANONICAL.fullmatch(text):  # short enough to be as typed, and most numbers are
        return CellKind.NUMBER, text
    if not _NUMBER.fullmatch(text):
        return CellKind.UNCLEAR, text
    exact = Decimal(text)
    if exact and not -_LARGEST_EXPONENT <= exact.adjusted() <= _LARGEST_EXPONENT:
        return CellKind.UNCLEAR, text
    typed = _AS_TYPED.plus(exact)
    # Comparing as binary numbers is the question here: did the spreadsheet store what somebody typed?
    is_same = float(typed) == float(exact)
    return CellKind.NUMBER, plain(typed if is_same else exact)


def are_canonical(texts: Sequence[str]) -> bool:
    """Whether each is a number as it stands."""
    return all(map(_CANONICAL.fullmatch, texts))


def moment(text: str, *, from_1904: bool = False) -> Read:
    """A count of days as a date, with the time of day if there is one; a time alone is unclear."""
    if not _NUMBER.fullmatch(text):
        return CellKind.UNCLEAR, text
    days = Decimal(text)
    if not 1 <= days <= _LAST_DAY or (int(days) == _NO_DAY and not from_1904):
        return CellKind.UNCLEAR, text
    seconds = round(days % 1 * 86_400)
    found = datetime.combine(_day_zero(int(days), from_1904), datetime.min.time())
    try:
        found += timedelta(days=int(days), seconds=seconds)
    except OverflowError:
        return CellKind.UNCLEAR, text
    return CellKind.DATE, _shown(found)


def _day_zero(days: int, from_1904: bool) -> date:
    if from_1904:
        return date(1904, 1, 1)
    return date(1899, 12, 31) if days < _NO_DAY else date(1899, 12, 30)


def written_date(text: str) -> Read:
    """A date in ISO notation that exists; anything else is unclear."""
    if _DAY.fullmatch(text) or _MOMENT.fullmatch(text):
        try:
            found = datetime.fromisoformat(text.removesuffix("Z"))
        except ValueError:
            return CellKind.UNCLEAR, text
        return CellKind.DATE, _shown(found)
    return CellKind.UNCLEAR, text


def _shown(found: datetime) -> str:
    """A day where it is midnight, also when the last second of the day before was rounded up to it."""
    return found.date().isoformat() if found.time() == datetime.min.time() else found.isoformat()


def boolean(text: str) -> Read:
    said = {"1": "true", "0": "false", "true": "true", "false": "false"}.get(text)
    return (CellKind.BOOLEAN, said) if said else (CellKind.UNCLEAR, text)
