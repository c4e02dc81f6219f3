"""The time limits of art. 2.54, 2.71, 2.74 and 2.74b Aw 2012, on the day and the day before."""

from datetime import UTC, datetime, timedelta

import pytest

from procurement.citations import CITATIONS
from tenders.procedure.time_limits import LIMITS, clarifies_in_time, least_days, too_short

SENT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("procedure", "on_paper", "electronic", "urgent"),
    [("open", 45, 40, 15), ("restricted", 40, 35, 10), ("negotiated", 40, 35, 10)],
)
def test_the_least_days_of_a_procedure(procedure: str, on_paper: int, electronic: int, urgent: int) -> None:
    assert (
        least_days(procedure, is_electronic=False),
        least_days(procedure),
        least_days(procedure, is_urgent=True),
    ) == (on_paper, electronic, urgent)


def test_below_the_thresholds_the_act_sets_no_limit() -> None:
    assert least_days("below_threshold") is None
    assert too_short("below_threshold", sent_at=SENT, deadline=SENT + timedelta(days=3)) is None


def test_forty_days_are_enough_and_thirty_nine_are_told_of() -> None:
    enough = too_short("open", sent_at=SENT, deadline=SENT + timedelta(days=40))
    short = too_short("open", sent_at=SENT, deadline=SENT + timedelta(days=39))

    assert enough is None
    assert short is not None
    assert short.nl.startswith("Van 01-09-2026 tot het uiterste tijdstip zijn het 39 dagen.")


@pytest.mark.parametrize(
    ("days", "is_urgent", "in_time"),
    [(10, False, True), (9, False, False), (4, True, True), (3, True, False)],
)
def test_a_clarification_comes_ten_days_before_or_four_in_urgency(
    days: int, is_urgent: bool, in_time: bool
) -> None:
    deadline = SENT + timedelta(days=days)

    assert clarifies_in_time(published_at=SENT, deadline=deadline, is_urgent=is_urgent) == in_time


def test_every_limit_names_an_article_that_is_known() -> None:
    codes = {code for limit in LIMITS.values() for code in (limit.basis, limit.urgent_basis)}

    assert [code for code in sorted(codes) if code not in CITATIONS] == []
