"""What goes with locking the scores: the SHA-256 over all that was settled comes into the log."""

import hashlib
import json

from procurement.audit.models import Event
from tenders.models import Lot, PhaseChange
from tenders.services.consensus import log_meeting
from tenders.services.fixed_values import fixed_scores
from tenders.services.jury_values import jury_criteria, jury_values

LOCKED = "consensus.locked"


def settled_digest(lot: Lot) -> str:
    """SHA-256 over the levels and the motivations of every bid that has any, on every jury criterion.

    A bid that falls away or is reinstated after the scores were locked leaves it as it was.
    """
    values, bids = jury_values(lot), sorted(lot.bids.all(), key=lambda bid: (len(bid.code), bid.code))
    settled = [
        [criterion.code, bid.code, list(value.values), value.motivation]
        for criterion in jury_criteria(lot).order_by("code")
        for bid in bids
        if (value := values.get((bid.pk, criterion.pk))) is not None
    ]
    text = json.dumps(settled, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def record_locked_scores(lot: Lot, change: PhaseChange) -> None:
    """Work of the step `lock-scores`; `before` is what was locked the time before, when it was reopened."""
    details, before = {"fixed": fixed_scores(lot)}, _before(lot)
    log_meeting(lot, LOCKED, change.at, change.made_by, details, before, settled_digest(lot))


def _before(lot: Lot) -> str:
    subject = f"{lot.tender.reference} / {lot.number}"
    events = Event.objects.filter(organisation=lot.tender.organisation, action=LOCKED, subject=subject)
    last = events.order_by("-sequence").first()
    return str(json.loads(last.details)["after"]) if last is not None else ""
