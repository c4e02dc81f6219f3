"""Moments as people type them."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from tenders.forms.moments import MomentField, SplitMomentField


@pytest.mark.parametrize(
    "typed", ["30-10-2026 12:00", "2026-10-30 12:00", "2026-10-30T12:00", " 30-10-2026 12:00 "]
)
def test_dutch_time_is_kept_in_utc(typed: str) -> None:
    assert MomentField().clean(typed) == datetime(2026, 10, 30, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["29-03-2026 02:30", "25-10-2026 02:30"])
def test_a_moment_that_is_not_there_once_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MomentField().clean(typed)

    assert [error.code for error in refused.value.error_list] == ["no_such_moment"]


@pytest.mark.parametrize("typed", ["30-10-2026", "morgen", "31-02-2026 12:00", "30-10-2026 25:00"])
def test_what_is_no_moment_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValidationError, match="Schrijf het tijdstip als 20-11-2026 11:30"):
        MomentField().clean(typed)


def test_a_moment_is_shown_as_it_is_typed() -> None:
    assert MomentField().prepare_value(datetime(2026, 10, 30, 11, 0, tzinfo=UTC)) == "30-10-2026 12:00"


def test_the_admin_reads_day_and_time_under_the_same_rule() -> None:
    field = SplitMomentField()

    assert field.clean(["30-10-2026", "12:00"]) == datetime(2026, 10, 30, 11, 0, tzinfo=UTC)
    with pytest.raises(ValidationError) as refused:
        field.clean(["29-03-2026", "02:30"])
    assert [error.code for error in refused.value.error_list] == ["no_such_moment"]
