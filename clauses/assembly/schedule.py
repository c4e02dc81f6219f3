"""When something falls due under a contract: every date, from its first and its last day.

A quarter is a calendar quarter and a reporting year starts on the first day of the contract (see the clause
`definitions`). A period that the contract cuts off counts up to its first or last day. Working days are all
days on which a legal term can end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Literal, NamedTuple, get_args

from clauses.assembly.period import can_be_scheduled
from procurement.holidays import working_days_after

Rhythm = Literal[
    "start", "quarter", "reporting-year", "calendar-year", "interval", "end", "delivery", "version", "event"
]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
UNDATED: frozenset[Rhythm] = frozenset(("delivery", "version", "event"))
"""What happens when somebody does something: the contract sets no date."""

TermUnit = Literal["days", "working-days", "months"]
TERM_UNITS: tuple[TermUnit, ...] = get_args(TermUnit)


@dataclass(frozen=True, slots=True)
class Term:
    """A time after the period it is about, such as 20 working days."""

    amount: int
    unit: TermUnit

    def after(self, day: date) -> date:
        match self.unit:
            case "working-days":
                return working_days_after(day, self.amount)
            case "months":
                return months_after(day, self.amount)
        return day + timedelta(days=self.amount)


AT_ONCE = Term(0, "days")
LONGEST_TERM = 1000
"""Days or months; no date is listed for a longer one."""


class Fixed(NamedTuple):
    """A day of every year, such as 15 May."""

    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`fixed` is the day in the year after a calendar year; `months` the length of an interval."""

    rhythm: Rhythm
    term: Term = AT_ONCE
    fixed: Fixed | None = None
    months: int = 0


def due_dates(timing: Timing, start: date, end: date) -> tuple[date, ...]:
    """In order; empty for what has no date, and for a period or a term that no contract has."""
    if timing.rhythm in UNDATED or not can_be_scheduled(start, end):
        return ()
    if timing.term.amount > LONGEST_TERM or timing.months > LONGEST_TERM:
        return ()
    return tuple(timing.term.after(day) for day in _ends(timing, start, end))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _ends(timing: Timing, start: date, end: date) -> Iterator[date]:
    """The days from which the term runs."""
    match timing.rhythm:
        case "start":
            yield start
        case "end":
            yield end
        case "quarter":
            yield from _periods(date(start.year, (start.month - 1) // 3 * 3 + 1, 1), 3, end)
        case "reporting-year":
            yield from _periods(start, 12, end)
        case "interval" if timing.months > 0:
            yield from _moments(start, timing.months, end)
        case "calendar-year" if timing.fixed is not None:
            for year in range(start.year, end.year + 1):
                yield date(year + 1, *timing.fixed)


def _periods(first: date, months: int, end: date) -> Iterator[date]:
    """The last day of each period; that of the last one is the end of the contract."""
    for number in count(1):
        last = months_after(first, number * months) - timedelta(days=1)
        yield min(last, end)
        if last >= end:
            return


def _moments(start: date, months: int, end: date) -> Iterator[date]:
    for number in count(1):
        moment = months_after(start, number * months)
        if moment > end:
            return
        yield moment
