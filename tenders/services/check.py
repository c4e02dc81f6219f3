"""The draft before publication: what stands in the way, and the digest by which an approval knows it."""

from tenders.models import Tender
from tenders.scoring.check import Problem, check_tender
from tenders.scoring.files import UnreadableTender
from tenders.snapshots import digest, tender_snapshot


def problems_before_publication(tender: Tender) -> tuple[Problem, ...]:
    """Everything that stands in the way, all lots together."""
    try:
        return check_tender(tender_snapshot(tender, with_bids=False))
    except UnreadableTender as unreadable:
        return unreadable.problems


def draft_digest(tender: Tender) -> str:
    """Raises `UnreadableTender`; see `problems_before_publication`."""
    return digest(tender_snapshot(tender, with_bids=False))
