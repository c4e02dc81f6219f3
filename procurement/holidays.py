"""The days on which no legal term ends: weekends and what the General Terms Act calls public holidays.

Art. 1 and 3 of the Algemene termijnenwet (known, not read at its source). Days that the government puts on
a par with them by decree (art. 3 lid 3) are not known here.
"""

from datetime import date, timedelta
from typing import NamedTuple

from procurement.language import Text

SATURDAY, SUNDAY = 5, 6


class Holiday(NamedTuple):
    day: date
    name: Text


def easter(year: int) -> date:
    """Easter Sunday, by the rule of the Gregorian calendar."""
    century = year // 100
    golden = year % 19
    moon = (century - (8 * century + 13) // 25 - century // 4 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    from_march = 28 + moon - weekday
    return date(year, 3, 1) + timedelta(days=from_march - 1)


def kings_day(year: int) -> date:
    """27 April; the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day


def holidays(year: int) -> tuple[Holiday, ...]:
    sunday = easter(year)
    return (
        Holiday(date(year, 1, 1), Text(nl="nieuwjaarsdag", en="New Year's Day")),
        Holiday(sunday - timedelta(days=2), Text(nl="Goede Vrijdag", en="Good Friday")),
        Holiday(sunday + timedelta(days=1), Text(nl="tweede paasdag", en="Easter Monday")),
        Holiday(kings_day(year), Text(nl="Koningsdag", en="King's Day")),
        Holiday(date(year, 5, 5), Text(nl="Bevrijdingsdag", en="Liberation Day")),
        Holiday(sunday + timedelta(days=39), Text(nl="Hemelvaartsdag", en="Ascension Day")),
        Holiday(sunday + timedelta(days=50), Text(nl="tweede pinksterdag", en="Whit Monday")),
        Holiday(date(year, 12, 25), Text(nl="eerste kerstdag", en="Christmas Day")),
        Holiday(date(year, 12, 26), Text(nl="tweede kerstdag", en="Boxing Day")),
    )


_SATURDAY = Text(nl="een zaterdag", en="a Saturday")
_SUNDAY = Text(nl="een zondag", en="a Sunday")


def no_working_day(day: date) -> Text | None:
    """Why no term ends on this day, or None when one can."""
    named = next((holiday.name for holiday in holidays(day.year) if holiday.day == day), None)
    if named is not None:
        return named
    return {SATURDAY: _SATURDAY, SUNDAY: _SUNDAY}.get(day.weekday())


def working_days_after(day: date, count: int) -> date:
    """The day on which a term of `count` working days ends; `day` itself does not count."""
    while count > 0:
        day += timedelta(days=1)
        count -= no_working_day(day) is None
    return day


def working_days_before(day: date, count: int) -> date:
    """The last day on which something comes `count` working days before `day`."""
    while count > 0:
        day -= timedelta(days=1)
        count -= no_working_day(day) is None
    return day
