"""Adding to the log and checking it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.chain import GENESIS, Content, Head, Link, content_hash, linked, verify
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

__all__ = ["Head", "first_broken_event", "head", "links_of", "record", "state_digest"]


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
    before: object = None,
    after: object = None,
) -> Event:
    """Append one event to the organisation's chain, inside the caller's transaction.

    Values in `details` must be JSON; decimals are passed as text. `before` and `after` are what a decision
    changed, as it was and as it became: in plain values, or by `state_digest` where that is secret or long.
    """
    with transaction.atomic():
        # One writer per chain. `no_key`: rows that refer to this organisation can be added meanwhile.
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        last = head(organisation)
        content = Content(
            sequence=last.sequence + 1,
            at=_moment(at),
            actor=str(actor.pk) if actor else "",
            action=action,
            subject=subject,
            details=_canonical(details, before, after),
        )
        link = linked(content, last.hash)
        return Event.objects.create(
            organisation=organisation,
            sequence=content.sequence,
            at=at,
            actor=actor,
            action=action,
            subject=subject,
            details=content.details,
            previous_hash=link.previous_hash,
            hash=link.hash,
        )


def first_broken_event(organisation: Organisation) -> int | None:
    """The first sequence number of the organisation's log that was tampered with, or None."""
    broken = verify(links_of(organisation)).broken
    return broken.sequence if broken else None


def links_of(organisation: Organisation) -> Iterator[Link]:
    """The chain of the organisation as it is stored, from the first event on."""
    events = Event.objects.filter(organisation=organisation).order_by("sequence")
    return (_link(event) for event in events.iterator())


def state_digest(state: object) -> str:
    """SHA-256 over the canonical JSON of what may not or need not stand in the log itself."""
    return hashlib.sha256(_json(state).encode()).hexdigest()


def _canonical(details: Mapping[str, object], before: object, after: object) -> str:
    changes = before is not None or after is not None
    return _json({**details, "before": before, "after": after} if changes else details)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _link(event: Event) -> Link:
    content = Content(
        sequence=event.sequence,
        at=_moment(event.at),
        actor=str(event.actor_id) if event.actor_id else "",
        action=event.action,
        subject=event.subject,
        details=event.details,
    )
    return Link(
        content=content,
        content_hash=content_hash(content),
        previous_hash=event.previous_hash,
        hash=event.hash,
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
