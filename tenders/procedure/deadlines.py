"""When a bid is in time, and which moments exist: the written rule, once.

A bid is in time when the server received its last byte at or before the deadline, to the microsecond.
Moments are kept in UTC; what people type is the time in the Netherlands, and a moment that the clock skips
or shows twice is refused, because it does not say when.
"""

from datetime import UTC, datetime, timedelta

from procurement.language import Text
from tenders.procedure.moments import AMSTERDAM

IN_TIME = Text(
    nl="Een inschrijving is op tijd als het laatste deel ervan uiterlijk op het uiterste tijdstip is "
    "ontvangen. Precies op het uiterste tijdstip is nog op tijd; een duizendste seconde later is te laat. "
    "De klok van de server die ontvangt beslist, in Nederlandse tijd.",
    en="A bid is in time when its last part was received at the deadline at the latest. Exactly at the "
    "deadline is still in time; a thousandth of a second later is too late. The clock of the receiving "
    "server decides, in Dutch time.",
)
_SKIPPED = Text(
    nl="Dit tijdstip bestaat niet: in die nacht gaat de klok een uur vooruit. Kies een ander tijdstip.",
    en="This moment does not exist: in that night the clock goes forward an hour. Choose another moment.",
)
_TWICE = Text(
    nl="Dit tijdstip komt twee keer voor: in die nacht gaat de klok een uur terug. Kies een ander tijdstip.",
    en="This moment occurs twice: in that night the clock goes back an hour. Choose another moment.",
)


class NoSuchMoment(ValueError):
    """A time on the Dutch clock that does not exist or exists twice; `message` says which."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def is_in_time(received_at: datetime, deadline: datetime) -> bool:
    """`received_at`: when the server had the last byte."""
    return received_at <= deadline


def has_passed(deadline: datetime, now: datetime) -> bool:
    """Can no bid be in time any more?"""
    return not is_in_time(now, deadline)


def dutch_moment(typed: datetime) -> datetime:
    """In UTC, a time without a zone read on the clock in the Netherlands. Raises `NoSuchMoment`."""
    early = typed.replace(tzinfo=AMSTERDAM, fold=0)
    late = typed.replace(tzinfo=AMSTERDAM, fold=1)
    if early.utcoffset() != late.utcoffset():
        back = early.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None)
        raise NoSuchMoment(_TWICE if back == typed.replace(fold=0) else _SKIPPED)
    return early.astimezone(UTC)


def whole_days(start: datetime, end: datetime) -> int:
    """Days between two moments, counted from the day after the first, by the Dutch calendar."""
    return (end.astimezone(AMSTERDAM).date() - start.astimezone(AMSTERDAM).date()) // timedelta(days=1)
