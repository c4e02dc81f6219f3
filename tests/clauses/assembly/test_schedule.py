"""Due dates: month ends, leap years, cut-off periods, working days; and what always holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.assembly.schedule import UNDATED, Fixed, Rhythm, Term, Timing, due_dates, months_after
from procurement.holidays import no_working_day, working_days_after, working_days_before

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
PERIODIC: tuple[Rhythm, ...] = ("quarter", "reporting-year")


def days(*written: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in written)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 2, "2027-03-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-12-15", 1, "2028-01-15"),
    ],
)
def test_months_are_counted_from_the_first_day_and_end_with_a_shorter_month(
    start: str, months: int, expected: str
) -> None:
    assert months_after(date.fromisoformat(start), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        (Timing(rhythm="start", term=Term(3, "months")), days("2027-06-01")),
        (Timing(rhythm="start", term=Term(20, "working-days")), days("2027-03-31")),
        (Timing(rhythm="end"), days("2028-08-31")),
        (Timing(rhythm="reporting-year", term=Term(10, "days")), days("2028-03-10", "2028-09-10")),
        (
            Timing(rhythm="quarter"),
            days(
                "2027-03-31",
                "2027-06-30",
                "2027-09-30",
                "2027-12-31",
                "2028-03-31",
                "2028-06-30",
                "2028-08-31",
            ),
        ),
        (Timing(rhythm="calendar-year", fixed=Fixed(5, 15)), days("2028-05-15", "2029-05-15")),
        (Timing(rhythm="interval", months=9), days("2027-12-01")),
        (Timing(rhythm="delivery"), ()),
        (Timing(rhythm="event", term=Term(3, "days")), ()),
    ],
    ids=lambda each: each.rhythm if isinstance(each, Timing) else "",
)
def test_a_contract_from_march_2027_to_august_2028(timing: Timing, expected: tuple[date, ...]) -> None:
    found = due_dates(timing, date(2027, 3, 1), date(2028, 8, 31))

    assert found == expected


def test_a_year_that_starts_on_a_leap_day_ends_before_the_last_day_of_february() -> None:
    found = due_dates(Timing(rhythm="reporting-year"), date(2028, 2, 29), date(2030, 2, 27))

    assert found == days("2029-02-27", "2030-02-27")


def test_twenty_working_days_go_round_easter_and_king_s_day() -> None:
    """2027: Good Friday 26 March, Easter Monday 29 March; 27 April is a Tuesday."""
    assert working_days_after(date(2027, 3, 24), 2) == date(2027, 3, 30)
    assert working_days_after(date(2027, 4, 26), 1) == date(2027, 4, 28)
    assert working_days_before(date(2027, 3, 30), 1) == date(2027, 3, 25)


@given(start=DAYS, length=st.integers(0, 4000), rhythm=st.sampled_from(PERIODIC))
def test_periods_cover_the_contract_once_and_end_with_it(start: date, length: int, rhythm: Rhythm) -> None:
    end = start + timedelta(days=length)

    found = due_dates(Timing(rhythm=rhythm), start, end)

    assert found[-1] == end
    assert list(found) == sorted(set(found))
    longest = 92 if rhythm == "quarter" else 366
    starts = (start - timedelta(days=1), *found)
    assert all(0 < (after - before).days <= longest for before, after in zip(starts, found, strict=False))


@given(start=DAYS, length=st.integers(0, 4000), months=st.integers(1, 48))
def test_an_interval_never_goes_past_the_end_and_never_skips(start: date, length: int, months: int) -> None:
    end = start + timedelta(days=length)

    found = due_dates(Timing(rhythm="interval", months=months), start, end)

    assert found == tuple(months_after(start, months * n) for n in range(1, len(found) + 1))
    assert all(day <= end for day in found)
    assert months_after(start, months * (len(found) + 1)) > end


@given(day=DAYS, count=st.integers(1, 60))
def test_working_days_there_and_back(day: date, count: int) -> None:
    end = working_days_after(day, count)

    assert no_working_day(end) is None
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(no_working_day(each) is None for each in between) == count
    assert working_days_before(end, count) <= day or no_working_day(day) is not None


@given(start=DAYS, rhythm=st.sampled_from(("start", "quarter", "reporting-year", "end", "delivery", "event")))
def test_a_contract_that_ends_before_it_starts_has_no_dates(start: date, rhythm: Rhythm) -> None:
    assert due_dates(Timing(rhythm=rhythm), start, start - timedelta(days=1)) == ()


@given(start=DAYS, length=st.integers(0, 2000), rhythm=st.sampled_from(sorted(UNDATED)))
def test_what_follows_an_event_has_no_date(start: date, length: int, rhythm: Rhythm) -> None:
    assert due_dates(Timing(rhythm=rhythm), start, start + timedelta(days=length)) == ()
