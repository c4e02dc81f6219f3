"""Undoing a wrong judgement about a requirement after the admission was closed: by two people, with why.

Before that, one person corrects it with a reason. From the first step out of the opening on the others have
been assessed without this bid, so that bringing it back is as grave as undoing any other rejection.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from procurement.audit.log import record
from procurement.audit.models import Event
from procurement.language import Text
from tenders.models import Bid, FirstSignature, Lot, PhaseChange, RequirementOutcome
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused, require_phase
from tenders.services.reinstating import may_reinstate
from tenders.services.two_people import first_of_two, require_two_people

READMITTED = "bid.readmitted"
_NOT_YOURS = Text(
    nl="Alleen een inkoper, jurist of projectleider van deze organisatie doet dit.",
    en="Only an officer, lawyer or project lead of this organisation does this.",
)
_MEETS = Text(
    nl="Inschrijving {bid} is niet afgevallen op een eis.", en="Bid {bid} was not set aside on a requirement."
)
_ALONE = Text(
    nl="De toelating is nog niet afgesloten. Eén persoon verbetert het oordeel dan, met een reden.",
    en="The admission was not closed yet. One person then corrects the judgement, with a reason.",
)
_TWO_PEOPLE = Text(
    nl="De toelating van inschrijving {bid} was al afgesloten. Twee personen halen haar terug: zie "
    "‘Een onterechte afwijzing herstellen’ op de pagina van de inschrijving.",
    en="The admission of bid {bid} was closed already. Two people bring it back: see ‘Undo a wrong "
    "rejection’ on the page of the bid.",
)
_NO_REASON = Text(
    nl="Schrijf op waarom de inschrijving toch aan de eis voldoet. De reden staat in het dossier.",
    en="Write down why the bid meets the requirement after all. The reason goes into the dossier.",
)
_SIGN_FIRST = Text(
    nl="Iemand anders tekent eerst, met de reden. Teken daarna binnen tien minuten als tweede.",
    en="Somebody else signs first, with the reason. Sign second within ten minutes after.",
)


@dataclass(frozen=True, slots=True)
class Readmission:
    """As the log has it. `people`: keys of the accounts, who signed first first."""

    bid: str
    at: datetime
    people: tuple[int, ...]
    reason: str


def admission_was_closed(lot: Lot) -> bool:
    """Did the lot ever go on from the opening? A way back leads there again."""
    return PhaseChange.objects.filter(lot=lot, source=Phase.OPENING).exists()


def is_for_two(bid: Bid) -> bool:
    return _unmet(bid).exists() and admission_was_closed(bid.lot)


def require_right_way_back(bid: Bid, outcomes: Iterable[tuple[int, bool, str]]) -> None:
    """Who alone calls an unmet requirement met gives a reason, and is in time. Raises `Refused`."""
    unmet = set(_unmet(bid).values_list("requirement_id", flat=True))
    reasons = [reason for requirement, met, reason in outcomes if met and requirement in unmet]
    if reasons and admission_was_closed(bid.lot):
        raise Refused([_TWO_PEOPLE.format(bid=bid.code)])
    if any(not reason.strip() for reason in reasons):
        raise Refused([_NO_REASON])


@transaction.atomic
def sign_readmission(*, bid: Bid, reason: str, at: datetime, actor: User) -> FirstSignature:
    """The first of two people: the bid meets every requirement that it was set aside on. Raises `Refused`."""
    _require_for_two(bid, actor)
    require_two_people(actor, None, at=at)
    if not reason.strip():
        raise Refused([_NO_REASON])
    signature = FirstSignature.objects.create(
        lot=bid.lot, transition=_code(bid), at=at, made_by=actor, reason=reason.strip()
    )
    told: dict[str, object] = {"reason": signature.reason}
    _record(bid, "bid.readmission_signed", told, at, actor, before="unmet", after="unmet")
    return signature


@transaction.atomic
def readmit(*, bid: Bid, at: datetime, actor: User) -> None:
    """The second of two people: from now on the unmet requirements are met. Raises `Refused`."""
    _require_for_two(bid, actor)
    first = waiting_for_second(bid, at=at)
    if first is None or first.made_by_id == actor.pk:
        raise Refused([_SIGN_FIRST])
    require_two_people(actor, first, at=at)
    rows = list(_unmet(bid).select_related("requirement").order_by("requirement_id"))
    before = [[row.requirement.code, row.met, row.reason] for row in rows]
    for row in rows:
        row.met, row.reason = True, first.reason
        row.save(update_fields=["met", "reason"])
    after = [[row.requirement.code, row.met, row.reason] for row in rows]
    details: dict[str, object] = {"reason": first.reason, "people": [first.made_by_id, actor.pk]}
    _record(bid, READMITTED, details, at, actor, before=before, after=after)


def waiting_for_second(bid: Bid, *, at: datetime) -> FirstSignature | None:
    """The signature on which the second may follow, of somebody who may still sign.

    It is about the requirements that were unmet then: when one comes or goes it says nothing any more.
    """
    first = first_of_two(bid.lot_id, _code(bid), at=at, may_sign=may_reinstate)
    if first is None:
        return None
    stepped = PhaseChange.objects.filter(lot=bid.lot_id, at__gte=first.at).exists()
    spent = any(each.bid == bid.code and each.at >= first.at for each in readmissions_of(bid.lot))
    return None if stepped or spent else first


def readmissions_of(lot: Lot) -> Iterator[Readmission]:
    """In the order in which they were made, out of the log."""
    start = f"{lot.tender.reference} / {lot.number} / "
    events = Event.objects.filter(
        organisation=lot.tender.organisation_id, action=READMITTED, subject__startswith=start
    )
    for event in events.order_by("sequence"):
        told = json.loads(event.details)
        yield Readmission(event.subject[len(start) :], event.at, tuple(told["people"]), told["reason"])


def _unmet(bid: Bid) -> QuerySet[RequirementOutcome]:
    return RequirementOutcome.objects.filter(bid=bid, met=False)


def _require_for_two(bid: Bid, actor: User) -> None:
    """Holds the lot. Raises `Refused`."""
    require_phase(bid.lot, Phase.OPENING)
    if not may_reinstate(actor, bid.lot):
        raise Refused([_NOT_YOURS])
    if not _unmet(bid).exists():
        raise Refused([_MEETS.format(bid=bid.code)])
    if not admission_was_closed(bid.lot):
        raise Refused([_ALONE])


def _code(bid: Bid) -> str:
    """Of this bid and of the requirements that are unmet now; at most forty characters."""
    unmet = ",".join(
        map(str, _unmet(bid).order_by("requirement_id").values_list("requirement_id", flat=True))
    )
    return f"readmit {bid.pk} {hashlib.sha256(unmet.encode()).hexdigest()[:12]}"


def _record(
    bid: Bid,
    action: str,
    details: dict[str, object],
    at: datetime,
    actor: User,
    *,
    before: object,
    after: object,
) -> None:
    lot = bid.lot
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number} / {bid.code}",
        details=details,
        before=before,
        after=after,
    )
