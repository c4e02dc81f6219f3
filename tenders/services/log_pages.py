"""The log of an organisation as a page shows it: newest first, by tender, with no assessor named."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, QuerySet

from procurement.audit.log import head
from procurement.audit.models import Event
from procurement.language import Text
from procurement.organisations.models import Organisation
from tenders.dossier.subjects import SEPARATORS
from tenders.log_words import words_of
from tenders.models import Assessor, Lot, Tender
from tenders.procedure.phases import SEALED
from tenders.services.pseudonyms import sees_names

INCOMING = "bids."
ASSESSOR = Text(nl="een beoordelaar", en="an assessor")
SITE = Text(nl="het systeem", en="the system")


@dataclass(frozen=True, slots=True)
class Line:
    """`who` has no name of an assessor."""

    event: Event
    title: Text | None
    who: Text | str
    details: list[tuple[str, str]]


def events_of(organisation: Organisation, tender: Tender | None, sealed: Iterable[str]) -> QuerySet[Event]:
    """Newest first; of one tender those whose subject starts with its reference."""
    incoming = Q(action__startswith=INCOMING, subject__in=sealed)
    events = Event.objects.filter(organisation=organisation).exclude(incoming).order_by("-sequence")
    if tender is None:
        return events
    about = Q(subject=tender.reference)
    for mark in SEPARATORS:
        about |= Q(subject__startswith=tender.reference + mark)
    return events.filter(about)


def sealed_subjects(organisation: Organisation) -> list[str]:
    """The lots that take bids now: what comes in there is shown to nobody, so that nobody counts it."""
    lots = Lot.objects.filter(tender__organisation=organisation, procedure__phase__in=SEALED)
    found = lots.order_by("pk").values_list("tender__reference", "number")
    return [f"{reference} / {number}" for reference, number in found]


def head_of(organisation: Organisation, *, is_sealed: bool) -> str:
    """The head; while bids come in without its number, which would count them."""
    last = head(organisation)
    return last.hash if is_sealed else str(last)


def lines_of(events: Sequence[Event], organisation: Organisation, user: User | AnonymousUser) -> list[Line]:
    """In two queries, however many events."""
    hidden = set() if sees_names(user, organisation) else _assessors(events, organisation)
    names = _names(events)
    return [_line(event, names, hidden) for event in events]


def _line(event: Event, names: dict[int, str], hidden: set[int]) -> Line:
    return Line(
        event=event,
        title=words_of(event.action),
        who=_who(event.actor_id, names, hidden),
        details=[(name, _shown(value)) for name, value in _details(event.details).items()],
    )


def _who(actor: int | None, names: dict[int, str], hidden: set[int]) -> Text | str:
    if actor is None:
        return SITE
    return ASSESSOR if actor in hidden else names.get(actor, str(actor))


def _names(events: Iterable[Event]) -> dict[int, str]:
    users = User.objects.filter(pk__in={event.actor_id for event in events if event.actor_id})
    return {user.pk: user.get_full_name() or user.get_username() for user in users}


def _assessors(events: Iterable[Event], organisation: Organisation) -> set[int]:
    """The people among these who sit or sat on a panel of this organisation."""
    actors = {event.actor_id for event in events if event.actor_id}
    panels = Assessor.objects.filter(user__in=actors, lot__tender__organisation=organisation)
    jurors = User.objects.filter(
        pk__in=actors, memberships__role="juror", memberships__organisation=organisation
    )
    return {*panels.values_list("user_id", flat=True), *jurors.values_list("pk", flat=True)}


def _details(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:  # of an event that was tampered with
        found = text
    return found if isinstance(found, dict) else {"": found}


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
