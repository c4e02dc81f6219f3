"""The first and the last day of a contract: what can be, and what is a slip of the pen."""

from collections.abc import Mapping
from datetime import date

from clauses.assembly.variables import FIRST_DAY, LAST_DAY
from procurement.language import Text

DATES = "definitions"
"""The clause that holds both."""
FIRST, LAST = "start_date", "end_date"
"""Their blanks."""
LONGEST_YEARS = 50

_BACKWARDS = Text(
    nl="De einddatum ligt vóór de ingangsdatum. Verander een van de twee.",
    en="The end date lies before the start date. Change one of them.",
)
_TOO_LONG = Text(
    nl=f"De overeenkomst duurt langer dan {LONGEST_YEARS} jaar. Klopt de einddatum? Kies een vaste datum, "
    "ook als de overeenkomst verlengd kan worden.",
    en=f"The contract lasts longer than {LONGEST_YEARS} years. Is the end date right? Choose a fixed date, "
    "even if the contract can be extended.",
)


def wrong_period(start: date, end: date) -> Text | None:
    """What is wrong with the two together; None where nothing is."""
    if end < start:
        return _BACKWARDS
    return _TOO_LONG if end.year - start.year > LONGEST_YEARS else None


def can_be_scheduled(start: date, end: date) -> bool:
    """Due dates are listed for a contract of this period."""
    return start >= FIRST_DAY and end <= LAST_DAY and wrong_period(start, end) is None


def fault_in(values: Mapping[str, str]) -> Text | None:
    """By name of the blank, in their written form; None while one is open or is no date."""
    try:
        start, end = (date.fromisoformat(values.get(name, "")) for name in (FIRST, LAST))
    except ValueError:
        return None
    return wrong_period(start, end)
