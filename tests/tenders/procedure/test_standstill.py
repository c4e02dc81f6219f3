"""The standstill, by dates that were counted by hand on a calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.citations import cite
from procurement.holidays import easter, holidays, kings_day, no_working_day
from tenders.procedure.standstill import BASIS, TooShort, days_left, sent_on, standstill

DAYS = st.dates(date(2024, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        (date(2026, 12, 8), date(2026, 12, 28)),  # a Monday
        (date(2026, 12, 1), date(2026, 12, 21)),  # a Monday
        (date(2026, 12, 5), date(2026, 12, 28)),  # 25, 26 December and the Sunday after
        (date(2026, 12, 6), date(2026, 12, 28)),
        (date(2026, 11, 20), date(2026, 12, 10)),  # a Thursday
        (date(2026, 11, 22), date(2026, 12, 14)),  # 12 December is a Saturday
        (date(2027, 3, 6), date(2027, 3, 30)),  # Good Friday 26 March to Easter Monday 29 March
        (date(2027, 3, 9), date(2027, 3, 30)),  # Easter Monday
        (date(2027, 4, 7), date(2027, 4, 28)),  # King's Day, a Tuesday
        (date(2031, 4, 6), date(2031, 4, 28)),  # 26 April, King's Day on a Saturday, and 27 a Sunday
        (date(2027, 4, 15), date(2027, 5, 7)),  # 5 May, then Ascension Day
        (date(2027, 4, 26), date(2027, 5, 18)),  # 16 May: Whit Sunday, then Whit Monday
        (date(2026, 12, 12), date(2027, 1, 4)),  # New Year's Day on a Friday, then the weekend
        (date(2028, 2, 9), date(2028, 2, 29)),  # a leap day
    ],
)
def test_the_last_day(sent: date, last: date) -> None:
    found = standstill(sent)

    assert found.last_day == last


def test_the_working_says_each_step() -> None:
    found = standstill(date(2026, 12, 5))

    assert [text.nl for text in found.working] == [
        "De beslissing is verzonden op 5 december 2026. De termijn begint op de dag erna, 6 december 2026.",
        "Dag 20 is 25 december 2026.",
        "25 december 2026 is eerste kerstdag. De termijn loopt door tot en met de volgende werkdag.",
        "26 december 2026 is tweede kerstdag. De termijn loopt door tot en met de volgende werkdag.",
        "27 december 2026 is een zondag. De termijn loopt door tot en met de volgende werkdag.",
        "De laatste dag is 28 december 2026. De overeenkomst mag vanaf 29 december 2026, 00:00 uur.",
    ]


@pytest.mark.parametrize(
    ("sent", "free"),
    [
        (date(2026, 12, 8), datetime(2026, 12, 28, 23, tzinfo=UTC)),  # winter time
        (date(2027, 3, 8), datetime(2027, 3, 30, 22, tzinfo=UTC)),  # the clock goes forward on 28 March
        (date(2026, 10, 5), datetime(2026, 10, 26, 23, tzinfo=UTC)),  # and back on 25 October
        (date(2026, 6, 1), datetime(2026, 6, 22, 22, tzinfo=UTC)),  # 21 June is a Sunday
    ],
)
def test_the_contract_is_free_at_midnight_in_amsterdam(sent: date, free: datetime) -> None:
    assert standstill(sent).free_from == free


def test_a_buyer_may_choose_a_longer_term_and_no_shorter_one() -> None:
    assert standstill(date(2026, 12, 8), days=30).last_day == date(2027, 1, 7)
    with pytest.raises(TooShort):
        standstill(date(2026, 12, 8), days=19)


@given(DAYS, st.integers(20, 90))
def test_the_term_is_never_shorter_and_ends_on_a_working_day(sent: date, days: int) -> None:
    found = standstill(sent, days=days)

    assert found.last_day >= sent + timedelta(days=days)
    assert no_working_day(found.last_day) is None
    assert found.free_from.date() == found.last_day + timedelta(days=1)


@given(DAYS)
def test_a_later_letter_never_frees_the_contract_earlier(sent: date) -> None:
    assert standstill(sent).last_day <= standstill(sent + timedelta(days=1)).last_day


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),  # the latest there can be
        (2049, date(2049, 4, 18)),  # where the simple moon rule is a week off
        (2076, date(2076, 4, 19)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_kings_day_moves_from_a_sunday_to_the_day_before() -> None:
    assert [kings_day(year) for year in (2025, 2026, 2031)] == [
        date(2025, 4, 26),
        date(2026, 4, 27),
        date(2031, 4, 26),
    ]


def test_the_nine_public_holidays_of_2027() -> None:
    assert [holiday.day.isoformat()[5:] for holiday in holidays(2027)] == [
        "01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26",
    ]  # fmt: skip


def test_the_day_of_sending_is_the_dutch_date() -> None:
    assert sent_on(datetime(2026, 12, 8, 23, 30, tzinfo=UTC)) == date(2026, 12, 9)


def test_the_days_left_count_down_to_nothing() -> None:
    free = standstill(date(2026, 12, 8)).free_from

    assert days_left(free, datetime(2026, 12, 8, 12, tzinfo=UTC)) == 21
    assert days_left(free, datetime(2026, 12, 28, 22, 59, tzinfo=UTC)) == 1
    assert days_left(free, datetime(2026, 12, 28, 23, 0, tzinfo=UTC)) == 0


def test_what_it_rests_on_is_on_the_list_of_sources() -> None:
    assert [cite(code).confirmed for code in BASIS] == [True, True, False, False, False, False]
