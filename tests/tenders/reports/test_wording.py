from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tenders.reports.wording import Wording


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [("1250.50", "1.250,5", "1,250.5"), ("10.0000", "10", "10"), ("0.125", "0,125", "0.125")],
)
def test_a_number_shows_every_digit_that_counts(value: str, nl: str, en: str) -> None:
    assert Wording("nl").number(Decimal(value)) == nl
    assert Wording("en").number(Decimal(value)) == en


def test_a_large_round_number_has_no_exponent() -> None:
    assert Wording("nl").number(Decimal("1E+5")) == "100.000"


def test_amounts_have_cents_and_a_real_minus() -> None:
    assert Wording("nl").euro(Decimal("-1250.5")) == "−€ 1.250,50"


def test_a_share_is_a_percentage() -> None:
    assert Wording("nl").share(Decimal("0.125")) == "12,5%"


def test_dates_in_both_languages() -> None:
    assert Wording("nl").day(date(2026, 11, 9)) == "9 november 2026"
    assert Wording("en").moment(datetime(2026, 3, 9, 8, 5, tzinfo=UTC)) == "9 March 2026, 08:05"
