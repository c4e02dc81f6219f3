"""The signed copy of the record of a consensus meeting: its SHA-256 and its day stand in the log.

The copy itself is kept by the organisation: it has the names of the assessors, which the dossier never has.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.audit.models import Event
from procurement.language import Text
from tenders.dossier.signed import SIGNED
from tenders.models import Lot, PhaseChange
from tenders.procedure.standstill import sent_on
from tenders.services.locked_scores import settled_digest
from tenders.services.meeting import LOCKED
from tenders.services.phase_records import phase_reached
from tenders.services.phases import Refused

_NOT_LOCKED = Text(
    nl="De scores staan nog niet vast. Laat het verslag daarna tekenen.",
    en="The scores are not locked yet. Have the record signed after that.",
)
_TOO_EARLY = Text(
    nl="Op deze dag stonden de scores nog niet vast. Kies de dag waarop is getekend.",
    en="On this day the scores were not locked yet. Choose the day on which it was signed.",
)
_FUTURE = Text(nl="Deze dag is nog niet geweest.", en="This day has not come yet.")
_KNOWN = Text(nl="Precies dit bestand is al vastgelegd.", en="Exactly this file was registered already.")


@dataclass(frozen=True, slots=True)
class SignedRecord:
    """`digest`: SHA-256 of the file. `is_current`: of the scores as they are locked now."""

    digest: str
    signed_on: date
    at: datetime
    is_current: bool


def may_be_signed(lot: Lot) -> bool:
    """A lot with assessors whose scores are locked, ended since or not."""
    return phase_reached(lot) in LOCKED and lot.assessors.exists()


def signed_records_of(lot: Lot) -> list[SignedRecord]:
    """The newest first."""
    now = settled_digest(lot)
    return [
        SignedRecord(
            str(told["after"]), date.fromisoformat(str(told["signed_on"])), at, told["scores"] == now
        )
        for at, told in _events(lot)
    ]


def _events(lot: Lot) -> Iterator[tuple[datetime, dict[str, object]]]:
    events = Event.objects.filter(
        organisation=lot.tender.organisation_id, action=SIGNED, subject=_subject(lot)
    )
    for event in events.order_by("-sequence"):
        yield event.at, json.loads(event.details)


@transaction.atomic
def register_signed_record(*, lot: Lot, digest: str, signed_on: date, at: datetime, actor: User) -> None:
    """`digest`: SHA-256 of the signed file. Raises `Refused`."""
    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    known = signed_records_of(lot)
    reasons = [*_of_the_day(lot, signed_on, at), *([_KNOWN] if known and known[0].digest == digest else [])]
    if reasons:
        raise Refused(reasons)
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=SIGNED,
        subject=_subject(lot),
        details={"signed_on": signed_on.isoformat(), "scores": settled_digest(lot)},
        before=known[0].digest if known else "",
        after=digest,
    )


def _of_the_day(lot: Lot, signed_on: date, at: datetime) -> Iterator[Text]:
    locked = PhaseChange.objects.filter(lot=lot, transition="lock-scores").order_by("number").last()
    if not may_be_signed(lot) or locked is None:
        yield _NOT_LOCKED
    elif signed_on < sent_on(locked.at):
        yield _TOO_EARLY
    if signed_on > sent_on(at):
        yield _FUTURE


def _subject(lot: Lot) -> str:
    return f"{lot.tender.reference} / {lot.number}"
