"""Saving the answers to the legal questions, one topic at a time."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, get_type_hints

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.legal_draft import DERIVED
from tenders.legal_statements import stored_answers
from tenders.lint.draft import Legal
from tenders.lint.files import read_topic, topic_data
from tenders.models import LegalAnswers, Tender
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem
from tenders.services.frozen import require_not_frozen
from tenders.services.phases import Refused

TOPICS = tuple(field.name for field in fields(Legal))
_CHANGED = Text(
    nl="Niet bewaard: iemand anders heeft deze antwoorden intussen gewijzigd. Lees ze eerst opnieuw.",
    en="Not saved: somebody else changed these answers meanwhile. Read them again first.",
)


def answers_version(tender: Tender, topic: str) -> str:
    """Of the answers to one topic as they are kept now; a page sends it back with what was filled in."""
    return _version(stored_answers(tender).get(topic, {}))


@transaction.atomic
def save_answers(
    *, tender: Tender, topic: str, answers: Mapping[str, Any], seen: str, at: datetime, actor: User | None
) -> None:
    """Keep these answers, in the format of the tender file, instead of all earlier ones to this topic.

    Raises KeyError for an unknown topic, `UnreadableTender` with the place of each answer that does not fit,
    `FrozenTender` after publication and `Refused` when `seen` is not the version that is kept.
    """
    given = _read(topic, answers)
    require_not_frozen(tender)
    row, _ = LegalAnswers.objects.get_or_create(tender=tender)
    before = row.answers.get(topic, {})
    if seen != _version(before):
        raise Refused([_CHANGED])
    if given == before:
        return
    row.answers = {**row.answers, topic: given} if given else _without(row.answers, topic)
    row.save(update_fields=["answers"])
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action="legal_answers.saved",
        subject=tender.reference,
        details={"topic": topic},
        before=before,
        after=given,
    )


def _read(topic: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """As it will be kept: what the rows of the tender say is no answer of its own."""
    problems: list[Problem] = []
    read = read_topic(get_type_hints(Legal)[topic], dict(answers), f"legal.{topic}", problems)
    if problems:
        raise UnreadableTender(problems)
    asked = {name: value for name, value in topic_data(read).items() if f"{topic}.{name}" not in DERIVED}
    for entry in asked.get("suitability", ()):
        entry.pop("text", None)
    return asked


def _without(answers: Mapping[str, Any], topic: str) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name != topic}


def _version(answers: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(answers, sort_keys=True).encode()).hexdigest()
