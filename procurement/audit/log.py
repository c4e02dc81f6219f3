"""Adding to the log and checking it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.chain import GENESIS, Link, first_break, link_hash
from procurement.audit.models import Event
from procurement.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a chain. Kept elsewhere, it shows that a tail was cut off or a chain rewritten."""

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"


def head(organisation: Organisation) -> Head:
    """The head of the organisation's chain; sequence 0 before the first event."""
    last = Event.objects.filter(organisation=organisation).order_by("-sequence").first()
    return Head(last.sequence, last.hash) if last else Head(0, GENESIS)


def record(
    *,
    organisation: Organisation,
    at: datetime,
    actor: User | None,
    action: str,
    subject: str,
    details: Mapping[str, object],
) -> Event:
    """Append one event to the organisation's chain, inside the caller's transaction.

    Values in `details` must be JSON; decimals are passed as text.
    """
    with transaction.atomic():
        # One writer per chain. `no_key`: rows that refer to this organisation can be added meanwhile.
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        last = head(organisation)
        link = Link(
            sequence=last.sequence + 1,
            at=_moment(at),
            actor=str(actor.pk) if actor else "",
            action=action,
            subject=subject,
            details=json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
            previous_hash=last.hash,
        )
        return Event.objects.create(
            organisation=organisation,
            sequence=link.sequence,
            at=at,
            actor=actor,
            action=action,
            subject=subject,
            details=link.details,
            previous_hash=link.previous_hash,
            hash=link_hash(link),
        )


def first_broken_event(organisation: Organisation) -> int | None:
    """The first sequence number of the organisation's log that was tampered with, or None."""
    events = Event.objects.filter(organisation=organisation).order_by("sequence")
    return first_break(_link(event) for event in events.iterator())


def _link(event: Event) -> Link:
    return Link(
        sequence=event.sequence,
        at=_moment(event.at),
        actor=str(event.actor_id) if event.actor_id else "",
        action=event.action,
        subject=event.subject,
        details=event.details,
        previous_hash=event.previous_hash,
        hash=event.hash,
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
