"""How long a dossier is kept, and what is forgotten afterwards: who sat on the panel.

What assessors did stands in the log and in their declarations by letter, without an account, so cutting the
link in the row of the assessor is enough and the chain still verifies. The letter, the scores and their
motivations stay.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Assessor, AwardDecision, Minutes, Tender
from tenders.procedure.phases import Phase
from tenders.services.phases import phases_of

OVER = (Phase.CONTRACT, Phase.STOPPED)
YEARS = 3  # at least, after the award: art. 2.56 lid 2 Aw 2012; a selection list may ask for more


@dataclass(frozen=True, slots=True)
class Expired:
    """A tender whose date has passed. `texts`: minutes, in which a name may have been written."""

    tender: Tender
    assessors: tuple[Assessor, ...]
    texts: int


def earliest_end(tender: Tender) -> date | None:
    """Three years after the newest award decision: the earliest day on which a file may be forgotten."""
    newest = AwardDecision.objects.filter(lot__tender=tender).order_by("-decided_at").first()
    return None if newest is None else _years_later(newest.decided_at.date(), YEARS)


def expired(on: date) -> list[Expired]:
    """The tenders whose last day of keeping lies before this day and whose assessors are still known.

    Only what is over: each lot has its contract or was ended, and the years of the law have passed.
    """
    rows = Tender.objects.filter(keep_until__lt=on, lots__assessors__user__isnull=False)
    rows = rows.distinct().select_related("organisation").order_by("pk")
    return [_expired(tender) for tender in rows if _is_over(tender, on)]


def _is_over(tender: Tender, on: date) -> bool:
    end = earliest_end(tender)
    phases = phases_of(list(tender.lots.all())).values()
    return all(phase in OVER for phase in phases) and (end is None or end < on)


@transaction.atomic
def anonymise(found: Expired, *, at: datetime, actor: User | None) -> int:
    """Forget who the assessors were; how many links were cut. One event. `found` comes from `expired`."""
    keys = [assessor.pk for assessor in found.assessors]
    held = Assessor.objects.select_for_update().filter(pk__in=keys, user__isnull=False)
    count = len(list(held.order_by("pk")))
    Assessor.objects.filter(pk__in=keys).update(user=None)
    record(
        organisation=found.tender.organisation,
        at=at,
        actor=actor,
        action="jury.anonymised",
        subject=found.tender.reference,
        details={"assessors": count, "keep_until": str(found.tender.keep_until)},
    )
    return count


def _expired(tender: Tender) -> Expired:
    known = Assessor.objects.filter(lot__tender=tender, user__isnull=False)
    texts = Minutes.objects.filter(lot__tender=tender).exclude(text="").count()
    return Expired(tender, tuple(known), texts)


def _years_later(day: date, years: int) -> date:
    """29 February becomes 1 March where there is none: never a day too short."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
