"""The final scores of one assessor as lines, and the digest of them that goes into the log."""

import hashlib
import json

from tenders.models import IndividualScore
from tenders.services.jury import Duty


def digest_of(lines: list[list[str]]) -> str:
    """SHA-256 over bid, criterion, level and motivation of each final score."""
    text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def final_set(duty: Duty) -> list[list[str]]:
    scores = IndividualScore.objects.filter(
        assessor=duty.assessor, bid__in=[bid.pk for bid in duty.bids], criterion__in=duty.criteria
    )
    return sorted(
        list(row) for row in scores.values_list("bid__code", "criterion__code", "value", "motivation")
    )
