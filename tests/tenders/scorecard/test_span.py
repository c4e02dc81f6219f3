"""How long it is between two days, at the ends of months and in leap years too."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scorecard.span import Span, months_after, span_between, whole_months

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "months", "days"),
    [
        (date(2027, 1, 31), date(2027, 2, 28), 1, 0),
        (date(2028, 1, 31), date(2028, 2, 28), 0, 28),
        (date(2028, 1, 31), date(2028, 2, 29), 1, 0),
        (date(2028, 2, 29), date(2029, 2, 28), 12, 0),
        (date(2028, 2, 29), date(2032, 2, 29), 48, 0),
        (date(2027, 4, 30), date(2027, 5, 31), 1, 1),
        (date(2029, 10, 31), date(2030, 12, 31), 14, 0),
        (date(2026, 12, 31), date(2027, 1, 1), 0, 1),
        (date(2027, 3, 15), date(2027, 3, 15), 0, 0),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(
    first: date, last: date, months: int, days: int
) -> None:
    assert span_between(first, last) == Span(months, days)


@pytest.mark.parametrize(
    ("span", "dutch", "english"),
    [
        (Span(0, 0), "0 dagen", "0 days"),
        (Span(0, 1), "1 dag", "1 day"),
        (Span(0, 30), "30 dagen", "30 days"),
        (Span(1, 0), "1 maand", "1 month"),
        (Span(14, 0), "14 maanden", "14 months"),
        (Span(1, 1), "1 maand en 1 dag", "1 month and 1 day"),
        (Span(14, 2), "14 maanden en 2 dagen", "14 months and 2 days"),
    ],
)
def test_one_is_said_as_one(span: Span, dutch: str, english: str) -> None:
    assert (span.words.nl, span.words.en) == (dutch, english)


@given(DAYS, st.integers(0, 36_500))
def test_months_and_days_together_lead_to_the_last_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    span = span_between(first, last)

    assert months_after(first, span.months) + timedelta(days=span.days) == last
    assert months_after(first, span.months + 1) > last
    assert 0 <= span.days <= 30


@given(DAYS, st.integers(0, 2_000))
def test_adding_months_and_counting_them_are_each_others_opposite(day: date, months: int) -> None:
    assert whole_months(day, months_after(day, months)) == months


@given(DAYS, st.integers(0, 20_000))
def test_a_day_later_is_never_shorter(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    sooner, later = span_between(first, last), span_between(first, last + timedelta(days=1))

    assert (sooner.months, sooner.days) < (later.months, later.days)


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before the first"):
        span_between(date(2027, 1, 2), date(2027, 1, 1))
