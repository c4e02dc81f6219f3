"""What a cell can hold, the same in every format: a workbook that can be saved as one can be saved as all.

The limits are those of Excel, which are the narrowest.
"""

from datetime import date, datetime
from decimal import Decimal

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import cell, on_sheet
from procurement.documents.text import cleaned
from procurement.documents.workbook import Value

LONGEST_TEXT = 32_767  # characters (UTF-16 units) in a cell; Excel cuts off what is longer
LONGEST_FORMULA = 8_192
LAST_ROW = 1_048_576
MOST_DIGITS = 15  # before the decimal point; Excel changes the digits after that
SHORT = LONGEST_TEXT // 2  # characters that are certainly not too long, even when each counts for two

_FIRST_DATE = date(1900, 3, 1)


class RefusedValue(Exception):
    """A value cannot stand in a cell; the row adds where."""

    def at(self, sheet: str, column: int, row: int) -> DocumentError:
        where = cell(column, row)
        return DocumentError(f"sheet {sheet!r}, cell {where}: {self}", place=on_sheet(sheet, where))


def number(value: Value) -> str:
    """A number as both formats write it. Raises `RefusedValue` for what is not a number they can hold."""
    if isinstance(value, Decimal):
        if value.is_finite() and value.adjusted() < MOST_DIGITS:
            return str(value)
        raise RefusedValue(f"{value} is not a number Excel can hold")
    if isinstance(value, int):
        if abs(value) >= 10**MOST_DIGITS:
            raise RefusedValue(f"{value} has more digits than Excel keeps; write it as text")
        return str(value)
    raise RefusedValue(f"a cell takes text, a number, a date or yes/no, not {type(value).__name__}")


def is_day(value: Value) -> bool:
    """Whether it is a date without a time. Raises `RefusedValue` for one before Excel's calendar."""
    if not isinstance(value, date) or isinstance(value, datetime):
        return False
    if value < _FIRST_DATE:
        raise RefusedValue(f"{value}: Excel counts days from 1 March 1900; write an earlier date as text")
    return True


def refuse_long_text(text: str) -> None:
    if len(text) > SHORT and _units(text) > LONGEST_TEXT:
        raise RefusedValue(f"the text has {_units(text)} characters; a cell takes {LONGEST_TEXT}")


def refuse_odd_formula(formula: str) -> None:
    if formula[:1] in ("", "="):
        raise RefusedValue(f"the formula {formula[:40]!r} is empty or starts with '='")
    if len(formula) > LONGEST_FORMULA:
        raise RefusedValue(f"the formula has {len(formula)} characters; Excel takes {LONGEST_FORMULA}")


def refuse_far_row(sheet: str, row: int) -> None:
    if row > LAST_ROW:
        raise DocumentError(f"sheet {sheet!r}: a sheet has {LAST_ROW} rows at most")


def _units(text: str) -> int:
    return len(cleaned(text).encode("utf-16-le")) // 2
