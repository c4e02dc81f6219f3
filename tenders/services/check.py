"""The draft before publication: what stands in the way, and the digest by which an approval knows it."""

from datetime import datetime

from tenders.models import Tender
from tenders.published_form import form_digest
from tenders.scoring.check import Problem, publication_problems
from tenders.scoring.files import UnreadableTender
from tenders.services.legality import legal_problems
from tenders.snapshots import tender_snapshot


def problems_before_publication(tender: Tender, *, at: datetime) -> tuple[Problem, ...]:
    """Everything that stands in the way, all lots together: what is incomplete, then what is not lawful.

    The law of the day of `at` counts, of the day of the first publication for a tender that is published.
    """
    try:
        return (*calculation_problems(tender), *legal_problems(tender, at=at))
    except UnreadableTender as unreadable:
        return unreadable.problems


def calculation_problems(tender: Tender) -> tuple[Problem, ...]:
    """What keeps bids from being scored as published. Raises `UnreadableTender`."""
    return publication_problems(tender_snapshot(tender, with_bids=False))


def draft_digest(tender: Tender) -> str:
    """Of all that publication freezes. Raises `UnreadableTender`; see `problems_before_publication`."""
    return form_digest(tender)
