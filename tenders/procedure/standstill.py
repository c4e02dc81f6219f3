"""The standstill between the award decision and the contract: when it ends, and why then.

Twenty calendar days at least, from the day after the decision was sent (art. 2.127 Aw 2012). When the last
day is a Saturday, a Sunday or a public holiday, the term runs to the end of the next day that is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from procurement.holidays import no_working_day
from procurement.language import Text
from tenders.procedure.moments import AMSTERDAM, moment_text
from tenders.procedure.standstill_days import SHORTEST
from tenders.reports.wording import Wording

BASIS = ("aw2012:2.127(2)", "aw2012:2.127(3)", "atw:1(1)", "atw:3(1)", "atw:3(2)", "reg1182-71:3(4)")

_SENT = Text(
    nl="De beslissing is verzonden op {sent}. De termijn begint op de dag erna, {first}.",
    en="The decision was sent on {sent}. The term starts on the day after, {first}.",
)
_COUNTED = Text(nl="Dag {days} is {last}.", en="Day {days} is {last}.")
_PROLONGED = Text(
    nl="{day} is {why}. De termijn loopt door tot en met de volgende werkdag.",
    en="{day} is {why}. The term runs on to the end of the next working day.",
)
_ENDS = Text(
    nl="De laatste dag is {last}. De overeenkomst mag vanaf {free}.",
    en="The last day is {last}. The contract may be concluded from {free}.",
)


class TooShort(ValueError):
    """The law asks for twenty calendar days at least; a buyer may only choose more."""


@dataclass(frozen=True, slots=True)
class Standstill:
    last_day: date  # still part of the term
    free_from: datetime  # the first moment after it, in Dutch time
    working: tuple[Text, ...]  # how the last day follows from the day of sending, step by step


def standstill(sent_on: date, *, days: int = SHORTEST) -> Standstill:
    """`sent_on`: the Dutch date on which the last of the letters was sent. Raises `TooShort`."""
    if days < SHORTEST:
        raise TooShort(str(days))
    counted = sent_on + timedelta(days=days)
    skipped = tuple(_skipped(counted))
    last = counted + timedelta(days=len(skipped))
    free = datetime.combine(last + timedelta(days=1), time(), tzinfo=AMSTERDAM)
    working = (
        _SENT.format(sent=_day(sent_on), first=_day(sent_on + timedelta(days=1))),
        _COUNTED.format(days=str(days), last=_day(counted)),
        *skipped,
        _ENDS.format(last=_day(last), free=moment_text(free)),
    )
    return Standstill(last_day=last, free_from=free, working=working)


def _skipped(day: date) -> Iterator[Text]:
    """One sentence for each day from `day` on that no term ends on."""
    while (why := no_working_day(day)) is not None:
        yield _PROLONGED.format(day=_day(day), why=why)
        day += timedelta(days=1)


def sent_on(moment: datetime) -> date:
    """The Dutch date of a moment: what counts as the day of sending."""
    return moment.astimezone(AMSTERDAM).date()


def days_left(until: datetime, now: datetime) -> int:
    """Calendar days, today included, until the contract is free; 0 once it is."""
    return max(0, (sent_on(until) - sent_on(now)).days) if now < until else 0


def _day(day: date) -> Text:
    return Text(nl=Wording("nl").day(day), en=Wording("en").day(day))
