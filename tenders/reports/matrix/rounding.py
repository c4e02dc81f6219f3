"""Half-up rounding of binary numbers that gives what exact arithmetic gives.

A spreadsheet computes with binary numbers of about 16 digits: a true 2.345 may be held as
2.34499999999999997 and would round down. The outcome is therefore first rounded to 15 digits in all,
which wipes out that noise, and then once more to the published places. The two steps can differ from exact
rounding only for a true value less than half a unit of the 15th digit below a half.
"""

from decimal import Decimal

_DIGITS = 15


def settled(expression: str, largest: Decimal) -> str:
    """Without the noise of binary arithmetic; `largest` is the greatest magnitude to expect."""
    return f"ROUND({expression},{_clean_places(largest)})"


def half_up(expression: str, places: int, largest: Decimal) -> str:
    return (
        f"ROUND({settled(expression, largest)},{places})"
        if places < _clean_places(largest)
        else (f"ROUND({expression},{places})")
    )


def half_up_by_size(expression: str, places: int, size: str) -> str:
    """As `half_up`, where only the workbook knows the greatest magnitude: `size` gives it, 1 or more."""
    return f"ROUND(ROUND({expression},MAX({places},{_DIGITS - 1}-INT(LOG10({size})))),{places})"


def _clean_places(largest: Decimal) -> int:
    whole_digits = max(1, abs(largest).adjusted() + 1)
    return max(0, _DIGITS - whole_digits)
