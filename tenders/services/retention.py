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
from procurement.language import Text
from tenders.models import Assessor, AwardDecision, Minutes, Tender
from tenders.procedure.phases import TITLES, Phase
from tenders.services.phases import Refused, phases_of

OVER = (Phase.CONTRACT, Phase.STOPPED)
YEARS = 3  # at least, after the award: art. 2.56 lid 2 Aw 2012; a selection list may ask for more

_RUNS = Text(
    nl="Perceel {lot} van {tender} loopt nog, in de fase ‘{phase}’. Het dossier is nodig tot elk perceel een "
    "overeenkomst heeft of is beëindigd.",
    en="Lot {lot} of {tender} is still running, in the phase ‘{phase}’. The file is needed until each lot "
    "has its contract or was ended.",
)
_NO_DATE = Text(
    nl="Van {tender} is niet vastgelegd tot wanneer het dossier bewaard blijft. Leg dat eerst vast.",
    en="It is not recorded until when the file of {tender} is kept. Record that first.",
)
_KEPT = Text(
    nl="Het dossier van {tender} blijft bewaard tot en met {day}.",
    en="The file of {tender} is kept until {day}.",
)
_LAW = Text(
    nl="Het dossier van {tender} blijft ten minste drie jaar na de gunning bewaard: tot en met {day} "
    "(art. 2.56 Aw 2012).",
    en="The file of {tender} is kept for at least three years after the award: until {day} (art. 2.56 "
    "Aw 2012).",
)


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
    return [_expired(tender) for tender in rows if not reasons_to_keep(tender, on=on)]


def is_running(tender: Tender) -> bool:
    """Is there a lot without a contract that was not ended? A draft runs too."""
    return bool(_running(tender))


def reasons_to_keep(tender: Tender, *, on: date) -> list[Text]:
    """Why nothing of the file may be forgotten or destroyed on this day; empty when it may."""
    reasons, end = _running(tender), earliest_end(tender)
    if tender.keep_until is None:
        return [*reasons, _NO_DATE.format(tender=tender.reference)]
    if on <= tender.keep_until:
        reasons.append(_KEPT.format(tender=tender.reference, day=f"{tender.keep_until:%d-%m-%Y}"))
    if end is not None and on <= end:
        reasons.append(_LAW.format(tender=tender.reference, day=f"{end:%d-%m-%Y}"))
    return reasons


def _running(tender: Tender) -> list[Text]:
    lots = list(tender.lots.order_by("number"))
    phases = phases_of(lots)
    return [
        _RUNS.format(lot=str(lot.number), tender=tender.reference, phase=TITLES[phases[lot.pk]])
        for lot in lots
        if phases[lot.pk] not in OVER
    ]


@transaction.atomic
def anonymise(found: Expired, *, on: date, at: datetime, actor: User | None) -> int:
    """Forget who the assessors were; how many links were cut. One event. Raises `Refused`."""
    Tender.objects.select_for_update(no_key=True).get(pk=found.tender.pk)
    reasons = reasons_to_keep(Tender.objects.get(pk=found.tender.pk), on=on)
    if reasons:
        raise Refused(reasons)
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
        before="linked",
        after="forgotten",
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
