"""The draft before publication: what stands in the way, and the digest by which an approval knows it."""

from tenders.models import Tender
from tenders.published_form import form_digest
from tenders.scoring.check import Problem, publication_problems
from tenders.scoring.files import UnreadableTender
from tenders.snapshots import tender_snapshot


def problems_before_publication(tender: Tender) -> tuple[Problem, ...]:
    """Everything that stands in the way, all lots together."""
    try:
        return publication_problems(tender_snapshot(tender, with_bids=False))
    except UnreadableTender as unreadable:
        return unreadable.problems


def draft_digest(tender: Tender) -> str:
    """Of all that publication freezes. Raises `UnreadableTender`; see `problems_before_publication`."""
    return form_digest(tender)
