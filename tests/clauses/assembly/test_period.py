"""First and last day of a contract: a slip of the pen is told and stops nothing from being read."""

from datetime import date

import pytest

from clauses.assembly.obligations import obligations
from clauses.assembly.period import LONGEST_YEARS, wrong_period
from clauses.assembly.schedule import RHYTHMS, Fixed, Rhythm, Term, Timing, due_dates
from tests.clauses.assembly.promising import assembled


def problems(start: str, end: str) -> list[str]:
    found = assembled("definitions", values={"definitions": {"start_date": start, "end_date": end}})
    return [each.message.nl for each in found.problems if each.blocking]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2027-01-01", "2026-01-01", "vóór de ingangsdatum"),
        ("2027-01-01", "9999-12-31", "9999"),
        ("0027-01-01", "2030-01-01", "0027"),
        ("2027-01-01", "2090-01-01", f"{LONGEST_YEARS} jaar"),
    ],
)
def test_dates_that_cannot_be_keep_the_contract_from_being_final(start: str, end: str, said: str) -> None:
    assert said in "".join(problems(start, end))


def test_dates_of_a_contract_that_can_be_are_no_problem() -> None:
    assert problems("2027-01-01", "2030-12-31") == []


def test_a_contract_of_one_day_is_no_slip_of_the_pen() -> None:
    assert wrong_period(date(2027, 1, 1), date(2027, 1, 1)) is None


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize(
    ("start", "end"),
    [(date.min, date.max), (date.max, date.max), (date.min, date(2030, 1, 1)), (date(2027, 1, 1), date.max)],
)
def test_no_period_breaks_the_schedule(rhythm: Rhythm, start: date, end: date) -> None:
    timing = Timing(rhythm=rhythm, term=Term(20, "working-days"), fixed=Fixed(5, 15), months=6)

    assert due_dates(timing, start, end) == ()


def test_no_term_breaks_the_schedule() -> None:
    timing = Timing(rhythm="end", term=Term(10**12, "months"))

    assert due_dates(timing, date(2027, 1, 1), date(2028, 1, 1)) == ()


@pytest.mark.parametrize("end", ["9999-12-31", "2026-01-01"])
def test_the_list_of_obligations_is_made_without_dates(end: str) -> None:
    values = {"definitions": {"start_date": "2027-01-01", "end_date": end}}

    found = obligations(assembled("definitions", "promised-values", "reporting", values=values))

    assert found
    assert [each.dates for each in found if each.dates] == []
