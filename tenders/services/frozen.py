"""What was published stays as it is, unless a nota van inlichtingen has it open for change."""

from tenders.models import Clarification, Tender


class FrozenTender(Exception):
    """Criteria and rules do not change after publication."""


def is_published(tender: Tender) -> bool:
    return tender.publications.exists()


def is_amending(tender: Tender) -> bool:
    """Does a clarification that is being written have the published rows open for change?"""
    still_open = Clarification.objects.filter(published_at=None, discarded_at=None)
    return still_open.filter(tender=tender, is_amending=True).exists()


def is_frozen(tender: Tender) -> bool:
    return tender.is_frozen


def require_not_frozen(tender: Tender) -> None:
    """Hold the tender for this transaction and refuse a change to what has been published."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)
    if is_frozen(tender):
        raise FrozenTender(str(tender))
