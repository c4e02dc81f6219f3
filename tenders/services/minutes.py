"""The minutes of the consensus meeting: who was there, when, and what was said."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from tenders.models import Assessor, Lot, Minutes
from tenders.procedure.phases import Phase
from tenders.services.consensus import log_meeting
from tenders.services.phases import require_phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`seen` is the version on the page; 0 where there were no minutes yet."""

    held_at: datetime | None
    present: tuple[Assessor, ...]
    text: str
    seen: int


class StaleMinutes(Exception):
    """Nothing was saved: somebody else saved `stored` in the meantime."""

    def __init__(self, stored: Minutes) -> None:
        super().__init__(f"version {stored.version}")
        self.stored = stored


def minutes_of(lot: Lot) -> Minutes:
    """The minutes, or blank ones of version 0 that are not stored."""
    return Minutes.objects.filter(lot=lot).first() or Minutes(lot=lot, version=0)


@transaction.atomic
def write_minutes(*, lot: Lot, written: Written, at: datetime, actor: User) -> Minutes:
    """Store the next version; the same text again adds none. Raises `Refused` or `StaleMinutes`."""
    require_phase(lot, Phase.CONSENSUS)
    stored = minutes_of(lot)
    present = _keys(lot, written.present)
    if (stored.held_at, stored.present, stored.text) == (written.held_at, present, written.text):
        return stored
    if stored.version != written.seen:
        raise StaleMinutes(stored)
    before = _digest(stored)
    stored.held_at, stored.present, stored.text = written.held_at, present, written.text
    stored.version += 1
    stored.save()
    details = {"version": stored.version}
    log_meeting(lot, "consensus.minutes", at, actor, details, before, _digest(stored))
    return stored


def _keys(lot: Lot, present: Iterable[Assessor]) -> list[int]:
    """Of assessors of this lot alone."""
    return sorted(assessor.pk for assessor in present if assessor.lot_id == lot.pk)


def _digest(minutes: Minutes) -> str:
    if not minutes.version:
        return ""
    held = minutes.held_at.isoformat() if minutes.held_at else ""
    return hashlib.sha256(json.dumps([held, minutes.present, minutes.text]).encode()).hexdigest()
