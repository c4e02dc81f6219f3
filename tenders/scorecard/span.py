"""How long it is from one day to another, in whole months and the days that are left.

A month later is the same day of the month, or its last day where it has no such day: a month after
31 January is 28 or 29 February. So the months of a span never depend on the year in which it is counted.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from procurement.language import Text

_ONE_MONTH = Text(nl="1 maand", en="1 month")
_MONTHS = Text(nl="{count} maanden", en="{count} months")
_ONE_DAY = Text(nl="1 dag", en="1 day")
_DAYS = Text(nl="{count} dagen", en="{count} days")
_BOTH = Text(nl="{months} en {days}", en="{months} and {days}")


@dataclass(frozen=True, slots=True)
class Span:
    """Both 0 or more; `days` fewer than a month."""

    months: int
    days: int

    @property
    def words(self) -> Text:
        """ "14 maanden", "1 maand en 3 dagen", "0 dagen"."""
        months = _ONE_MONTH if self.months == 1 else _MONTHS.format(count=str(self.months))
        days = _ONE_DAY if self.days == 1 else _DAYS.format(count=str(self.days))
        if not self.months:
            return days
        return _BOTH.format(months=months, days=days) if self.days else months


def span_between(first: date, last: date) -> Span:
    """From `first` to `last`, which is not earlier. Raises ValueError."""
    if last < first:
        raise ValueError("the last day lies before the first")
    months = whole_months(first, last)
    return Span(months, (last - months_after(first, months)).days)


def whole_months(first: date, last: date) -> int:
    """The most months that can be added to `first` without passing `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_after(first, months) > last)


def months_after(day: date, months: int) -> date:
    """The same day of the month, or the last one where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
