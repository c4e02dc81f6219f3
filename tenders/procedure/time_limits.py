"""The shortest time limits for bids and for clarifications, by procedure: L37 and L38 of the check.

Days are counted from the day of sending by the calendar. Above the thresholds only; the product takes bids
electronically, so five days go off (art. 2.74b Aw 2012).
"""

from dataclasses import dataclass
from datetime import date, datetime

from procurement.language import Text
from tenders.procedure.deadlines import whole_days
from tenders.procedure.moments import AMSTERDAM

VALID_FROM = date(2016, 7, 1)  # the revision that transposed directive 2014/24/EU; no end is known
CLARIFIED_BEFORE = 10  # days before the deadline, art. 2.54(1)
CLARIFIED_BEFORE_WHEN_URGENT = 4  # art. 2.54(2)
ELECTRONIC = 5  # days off for electronic bids, art. 2.74b
DOCUMENTS_NOT_ONLINE = 5  # days more, art. 2.72(1); not in urgency, art. 2.72(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The shortest number of days from the sending of the notice or invitation to the deadline for bids."""

    procedure: str
    days: int
    basis: str
    urgent_days: int
    urgent_basis: str
    announced_days: int | None  # after a full prior information notice; not below `announced_least`
    announced_least: int | None


LIMITS: dict[str, Limit] = {
    limit.procedure: limit
    for limit in (
        Limit(
            procedure="open",
            days=45,
            basis="aw2012:2.71(1)",
            urgent_days=15,
            urgent_basis="aw2012:2.74",
            announced_days=29,
            announced_least=22,
        ),
        Limit(
            procedure="restricted",
            days=40,
            basis="aw2012:2.71(4)",
            urgent_days=10,
            urgent_basis="aw2012:2.74",
            announced_days=29,
            announced_least=22,
        ),
        Limit(
            procedure="negotiated",
            days=40,
            basis="aw2012:2.71(4)",
            urgent_days=10,
            urgent_basis="aw2012:2.74",
            announced_days=29,
            announced_least=22,
        ),
    )
}
REQUESTS_TO_PARTICIPATE = 30  # days, art. 2.71(2),(3)
URGENT_REQUESTS_TO_PARTICIPATE = 15  # days, art. 2.74 onder b

_TOO_SHORT = Text(
    nl="Van {sent} tot het uiterste tijdstip zijn het {days} dagen. Voor deze procedure zijn het er ten "
    "minste {least} (art. 2.71, 2.74 en 2.74b Aw 2012). Korter mag alleen na een vooraankondiging of bij "
    "urgentie; leg de reden vast bij de aanbesteding.",
    en="From {sent} to the deadline there are {days} days. This procedure asks for at least {least} (art. "
    "2.71, 2.74 and 2.74b of the Dutch act). Less is only allowed after a prior notice or in urgency; record "
    "the reason with the tender.",
)


def least_days(procedure: str, *, is_electronic: bool = True, is_urgent: bool = False) -> int | None:
    """From sending to the deadline for bids; None where the act sets no limit, as below the thresholds."""
    limit = LIMITS.get(procedure)
    if limit is None:
        return None
    if is_urgent:
        return limit.urgent_days
    return limit.days - (ELECTRONIC if is_electronic else 0)


def too_short(
    procedure: str, *, sent_at: datetime, deadline: datetime, is_urgent: bool = False
) -> Text | None:
    """The warning where publishing at `sent_at` leaves bidders less time than the act asks."""
    least, days = least_days(procedure, is_urgent=is_urgent), whole_days(sent_at, deadline)
    if least is None or days >= least:
        return None
    day = sent_at.astimezone(AMSTERDAM)
    return _TOO_SHORT.format(sent=f"{day:%d-%m-%Y}", days=str(days), least=str(least))


def clarifies_in_time(*, published_at: datetime, deadline: datetime, is_urgent: bool = False) -> bool:
    """Does a clarification come ten days before the deadline, four in urgency?"""
    least = CLARIFIED_BEFORE_WHEN_URGENT if is_urgent else CLARIFIED_BEFORE
    return whole_days(published_at, deadline) >= least
