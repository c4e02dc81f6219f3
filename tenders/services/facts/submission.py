"""Bids that come in: open clarifications."""

from dataclasses import replace

from django.contrib.auth.models import User

from tenders.models import Clarification, Lot
from tenders.procedure.facts import Facts
from tenders.procedure.phases import SEALED


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    if facts.phase not in SEALED:
        return facts
    still_open = Clarification.objects.filter(tender=lot.tender_id, published_at=None, discarded_at=None)
    amending = list(still_open.values_list("is_amending", flat=True))
    return replace(facts, open_clarifications=len(amending), is_amending=any(amending))
