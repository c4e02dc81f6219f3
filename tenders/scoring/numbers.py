"""The one arithmetic and the one rounding rule of everything that is scored.

Sums and products are exact: `exactly()` traps every result that would not be, so a wrong digit
raises instead of passing on. A quotient is kept undivided as a `Ratio` and divided once, at the end.

Why a tie cannot be missed: dividing to 50 digits and then rounding half-up could go wrong only if a
true value just below or above a half became that half in the first step. The division therefore rounds
with ROUND_05UP, which never leaves 0 or 5 as last digit of an inexact quotient. Only an exact quotient
can look like a half, and then it is one. So the rounded points are those of the true rational value.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from decimal import (
    ROUND_05UP,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
    Underflow,
    localcontext,
)
from fractions import Fraction

from tenders.scoring.method import Ratio

DIGITS = 50
ROOT_DIGITS = 40  # of a logarithm: the one kind of share that is not a quotient of published numbers

_FAULTS = [InvalidOperation, DivisionByZero, Overflow, Underflow, Subnormal, Clamped, FloatOperation]
EXACT = Context(prec=100_000, rounding=ROUND_HALF_UP, traps=[*_FAULTS, Inexact])
QUOTIENT = Context(prec=DIGITS, rounding=ROUND_05UP, traps=_FAULTS)
ROUNDING = Context(prec=DIGITS, rounding=ROUND_HALF_UP, traps=_FAULTS)
LOGARITHM = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=_FAULTS)

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
NOTHING = Ratio(ZERO, ONE)
UNITS = tuple(ONE.scaleb(-places) for places in range(11))


def exactly() -> AbstractContextManager[Context]:
    """Within this block `+`, `−` and `×` on decimals are exact or raise."""
    return localcontext(EXACT)


def whole(value: Decimal) -> Ratio:
    return Ratio(value, ONE)


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """To 50 digits, never ending in 0 or 5 when inexact: fit to be rounded once more."""
    return QUOTIENT.divide(numerator, denominator)


def value_of(ratio: Ratio) -> Decimal:
    return ratio.numerator if ratio.denominator == ONE else quotient(*ratio)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Half away from zero, as published and as spreadsheets do; `value` exact or from `quotient`."""
    return ROUNDING.quantize(value, UNITS[places])


def rounded(ratio: Ratio, places: int) -> Decimal:
    """The true value of the quotient, rounded half-up."""
    return round_half_up(value_of(ratio), places)


def fraction(ratio: Ratio) -> Fraction:
    """For comparing quotients exactly."""
    numerator = Fraction(ratio.numerator)
    return numerator if ratio.denominator == ONE else numerator / Fraction(ratio.denominator)


def product_rounded(factor: Decimal, places: int) -> Callable[[Ratio], Decimal]:
    """`rounded(times(ratio, factor), places)` as one function, for a whole column of ratios."""
    divide, quantize, unit = QUOTIENT.divide, ROUNDING.quantize, UNITS[places]
    return lambda ratio: quantize(divide(ratio[0] * factor, ratio[1]), unit)


def times(ratio: Ratio, factor: Decimal) -> Ratio:
    return Ratio(ratio.numerator * factor, ratio.denominator)


def plus(first: Ratio, second: Ratio) -> Ratio:
    if first.denominator == second.denominator:
        return Ratio(first.numerator + second.numerator, first.denominator)
    return Ratio(
        first.numerator * second.denominator + second.numerator * first.denominator,
        first.denominator * second.denominator,
    )


def added(ratios: Iterable[Ratio]) -> Ratio:
    total, parts = NOTHING
    for numerator, denominator in ratios:
        if denominator == parts:
            total += numerator
        else:
            total = total * denominator + numerator * parts
            parts *= denominator
    return Ratio(total, parts)


def percent_of(weight: Decimal, whole_amount: Decimal) -> Decimal:
    """`weight` percent of an amount, exactly."""
    return (weight * whole_amount).scaleb(-2)


def logarithm(value: Decimal) -> Decimal:
    """The natural logarithm, correctly rounded to 50 digits."""
    return LOGARITHM.ln(value)


def to_root_digits(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A quotient of logarithms at 40 decimals, so that log 2 / log 4 is one half and not 0.4999…"""
    return LOGARITHM.quantize(LOGARITHM.divide(numerator, denominator), ONE.scaleb(-ROOT_DIGITS))
