"""Writing a nota van inlichtingen: starting, questions and grounds, discarding."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import Clarification, Question, Tender
from tenders.services.amending import restore
from tenders.services.clarification_rules import (
    hold,
    hold_open,
    hold_open_to,
    require_office,
    why_none_can_start,
)
from tenders.services.phases import Refused

_CHANGED = Text(
    nl="Niet opgeslagen: iemand anders heeft deze nota intussen gewijzigd. Vergelijk en sla opnieuw op.",
    en="Not saved: somebody else changed this clarification meanwhile. Compare and save again.",
)
_NO_REASON = Text(
    nl="Schrijf op waarom u deze nota verwerpt.", en="Write down why you discard this clarification."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question without the name of who asked it."""

    place: str = ""
    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why the documents or the deadline change, and what it means for bidders."""

    reason: str = ""
    is_substantial: bool | None = None
    why_not_substantial: str = ""
    new_deadline: datetime | None = None


@transaction.atomic
def start_clarification(*, tender: Tender, at: datetime, actor: User) -> Clarification:
    """Raises `Refused`: one at a time, in the round of questions."""
    hold(tender)
    require_office(tender, actor)
    reason = why_none_can_start(tender)
    if reason is not None:
        raise Refused([reason])
    last = tender.clarifications.aggregate(last=Max("number"))["last"] or 0
    row = Clarification.objects.create(tender=tender, number=last + 1, opened_at=at, opened_by=actor)
    _recorded(row, "clarification.started", at, actor, {}, before="", after="writing")
    return row


def version_of(clarification: Clarification) -> str:
    """A hash of what is stored: two windows that opened the same text carry the same version."""
    row = Clarification.objects.get(pk=clarification.pk)
    questions = row.questions.order_by("position", "pk").values_list("place", "question", "answer")
    grounds = [row.reason, row.is_substantial, row.why_not_substantial, str(row.new_deadline)]
    stated = [*grounds, list(map(list, questions))]
    return hashlib.sha256(json.dumps(stated).encode()).hexdigest()


@transaction.atomic
def save_clarification(
    *,
    clarification: Clarification,
    questions: Sequence[Asked],
    grounds: Grounds,
    seen: str,
    at: datetime,
    actor: User,
) -> Clarification:
    """Store the whole text, all or nothing. Raises `Refused`, also when it is no longer version `seen`."""
    row = hold_open_to(actor, clarification)
    if version_of(row) != seen:
        raise Refused([_CHANGED])
    row.questions.all().delete()
    Question.objects.bulk_create(
        Question(
            clarification=row, position=place, place=each.place, question=each.question, answer=each.answer
        )
        for place, each in enumerate(questions, 1)
    )
    row.reason, row.is_substantial = grounds.reason, grounds.is_substantial
    row.why_not_substantial, row.new_deadline = grounds.why_not_substantial, grounds.new_deadline
    row.save(update_fields=["reason", "is_substantial", "why_not_substantial", "new_deadline"])
    details: dict[str, object] = {"questions": len(questions)}
    _recorded(row, "clarification.saved", at, actor, details, before=seen, after=version_of(row))
    return row


@transaction.atomic
def discard_clarification(
    *, clarification: Clarification, reason: str, at: datetime, actor: User
) -> Clarification:
    """The documents are again as they were published; the text stays in the file. Raises `Refused`.

    In any phase: a round of questions that ended must not leave the documents open.
    """
    row = hold_open(clarification)
    require_office(row.tender, actor)
    if not reason.strip():
        raise Refused([_NO_REASON])
    if row.is_amending:
        restore(row)
    row.discarded_at = at
    row.save(update_fields=["discarded_at"])
    details: dict[str, object] = {"reason": reason}
    _recorded(row, "clarification.discarded", at, actor, details, before="writing", after="discarded")
    return row


def _recorded(
    row: Clarification,
    action: str,
    at: datetime,
    actor: User,
    details: dict[str, object],
    *,
    before: str,
    after: str,
) -> None:
    record(
        organisation=row.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=row.tender.reference,
        details={"number": row.number, **details},
        before=before,
        after=after,
    )
