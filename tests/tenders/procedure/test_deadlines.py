"""In time or too late, on the written rule; and the moments that the Dutch clock does not have."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.procedure.deadlines import (
    NoSuchMoment,
    dutch_moment,
    has_passed,
    is_in_time,
    whole_days,
)
from tenders.procedure.moments import AMSTERDAM

T = datetime(2026, 10, 30, 11, 0, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("received_at", "in_time"), [(T - MILLISECOND, True), (T, True), (T + MILLISECOND, False)]
)
def test_exactly_at_the_deadline_is_the_last_moment(received_at: datetime, in_time: bool) -> None:
    assert (is_in_time(received_at, T), has_passed(T, received_at)) == (in_time, not in_time)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-03-29T02:00", "bestaat niet"),
        ("2026-03-29T02:30", "bestaat niet"),
        ("2026-03-29T02:59:59", "bestaat niet"),
        ("2026-10-25T02:00", "komt twee keer voor"),
        ("2026-10-25T02:30", "komt twee keer voor"),
    ],
)
def test_a_moment_that_the_clock_does_not_have_once_is_refused(typed: str, words: str) -> None:
    with pytest.raises(NoSuchMoment) as refused:
        dutch_moment(datetime.fromisoformat(typed))

    assert refused.value.message.nl.startswith(f"Dit tijdstip {words}")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-03-29T01:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("2026-03-29T03:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("2026-10-25T01:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("2026-10-25T03:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_the_moments_beside_it_are_read(typed: str, moment: datetime) -> None:
    assert dutch_moment(datetime.fromisoformat(typed)) == moment


@given(
    st.datetimes(
        min_value=datetime.fromisoformat("2020-01-01"), max_value=datetime.fromisoformat("2040-01-01")
    )
)
def test_what_is_not_refused_reads_back_on_the_dutch_clock(typed: datetime) -> None:
    try:
        moment = dutch_moment(typed)
    except NoSuchMoment:
        return

    assert moment.astimezone(AMSTERDAM).replace(tzinfo=None) == typed


def test_days_go_by_the_dutch_calendar() -> None:
    late_in_the_evening = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)  # already the 21st in the Netherlands

    assert whole_days(late_in_the_evening, T) == 9
