"""Remembering what was refused: one event for an attempt, with a limit so that nobody floods the log.

Of one person one log takes the same attempt once in ten minutes, and thirty attempts an hour; the thirtieth
says that the rest of that hour is not written down.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from procurement.audit.log import record
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

REFUSED = "access.refused"
ATTEMPTS = (REFUSED, "bids.read_refused", "procedure.refused")
SAME_WITHIN = timedelta(minutes=10)
COUNTED_WITHIN = timedelta(hours=1)
MOST = 30
LENGTH = Event._meta.get_field("subject").max_length
LAST = "more_not_recorded"
_MARK, _DONE = "refused_something", "attempt_is_recorded"


@transaction.atomic
def record_attempt(
    *,
    organisation: Organisation,
    at: datetime,
    actor: User | None,
    subject: str,
    details: Mapping[str, object],
    action: str = REFUSED,
) -> Event | None:
    """None when the limit is reached. An assessor has no `actor` but a letter in `details`.

    Call it after what was refused has been rolled back. `details` hold nothing of what was withheld.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)  # one count at a time
    recent = _of(actor, details, organisation).filter(at__gt=at - COUNTED_WITHIN)
    known = list(recent)
    attempt = action, subject[:LENGTH], dict(details)
    again = (row for row in known if row.at > at - SAME_WITHIN and _attempt(row) == attempt)
    if len(known) >= MOST or any(again):
        return None
    told = {**details, LAST: True} if len(known) == MOST - 1 else details
    return record(
        organisation=organisation, at=at, actor=actor, action=action, subject=subject[:LENGTH], details=told
    )


def _of(actor: User | None, details: Mapping[str, object], organisation: Organisation) -> QuerySet[Event]:
    events = Event.objects.filter(organisation=organisation, actor=actor, action__in=ATTEMPTS)
    letter = json.dumps(details.get("assessor"))
    return events if actor else events.filter(details__contains=f'"assessor":{letter}')


def _attempt(event: Event) -> tuple[str, str, dict[str, object]]:
    told: dict[str, object] = json.loads(event.details)
    told.pop(LAST, None)
    return event.action, event.subject, told


def mark_refusal(request: HttpRequest) -> None:
    """This answer refuses something that was tried, whatever its status is."""
    setattr(request, _MARK, True)


def is_marked(request: HttpRequest) -> bool:
    return getattr(request, _MARK, False)


def mark_recorded(request: HttpRequest) -> None:
    """The attempt stands in the log already."""
    setattr(request, _DONE, True)


def is_recorded(request: HttpRequest) -> bool:
    return getattr(request, _DONE, False)
