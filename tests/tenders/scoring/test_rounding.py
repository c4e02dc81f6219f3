"""The one rounding rule, against an exact oracle in fractions."""

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tenders.scoring.method import Ratio
from tenders.scoring.numbers import added, exactly, fraction, plus, quotient, round_half_up, rounded

AMOUNTS = st.decimals(min_value="0.01", max_value="1e9", places=2, allow_nan=False, allow_infinity=False)


def oracle(exact: Fraction, places: int) -> Fraction:
    """Half away from zero, in whole numbers."""
    scaled = abs(exact) * 10**places
    up = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(up if exact >= 0 else -up, 10**places)


@given(AMOUNTS, AMOUNTS, st.integers(0, 10))
def test_a_quotient_is_rounded_at_its_true_value(
    numerator: Decimal, denominator: Decimal, places: int
) -> None:
    exact = Fraction(numerator) / Fraction(denominator)

    assert Fraction(rounded(Ratio(numerator, denominator), places)) == oracle(exact, places)


@given(st.integers(1, 10**12), st.integers(40, 60), st.sampled_from((-1, 1)))
@example(1, 49, -1)
def test_a_hair_beside_a_half_is_no_half(halves: int, digits: int, side: int) -> None:
    denominator = Decimal(10) ** digits
    with exactly():
        numerator = (Decimal(halves) + Decimal("0.5")) * denominator + side

    found = rounded(Ratio(numerator, denominator), 0)

    assert found == (halves + 1 if side > 0 else halves)


def test_a_half_goes_away_from_zero() -> None:
    assert round_half_up(Decimal("7.125"), 2) == Decimal("7.13")
    assert round_half_up(Decimal("-7.125"), 2) == Decimal("-7.13")
    assert rounded(Ratio(Decimal(1), Decimal(8)), 2) == Decimal("0.13")


def test_an_inexact_quotient_never_ends_in_nought_or_five() -> None:
    last = [str(quotient(Decimal(top), Decimal(7)))[-1] for top in range(1, 7)]

    assert not {"0", "5"} & set(last)


def test_a_sum_that_is_not_exact_raises() -> None:
    huge = Decimal("1e99999")

    with exactly(), pytest.raises(Inexact):
        huge + Decimal("1e-99999")


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=8))
def test_quotients_add_up_exactly(pairs: list[tuple[Decimal, Decimal]]) -> None:
    ratios = [Ratio(*pair) for pair in pairs]

    with exactly():
        total = added(ratios)
        stepwise = Ratio(Decimal(0), Decimal(1))
        for ratio in ratios:
            stepwise = plus(stepwise, ratio)

    assert fraction(total) == sum((Fraction(top) / Fraction(bottom) for top, bottom in pairs), Fraction(0))
    assert fraction(stepwise) == fraction(total)
