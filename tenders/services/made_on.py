"""Which opened bids were made on an earlier version of the documents than the last one."""

from django.db.models import QuerySet

from tenders.models import Bid, Lot, Publication
from tenders.services.admitted import taking_part


def held_at_closing(lot: Lot) -> int:
    """The last version: none follows after the deadline. 1 where nothing was published."""
    versions = Publication.objects.filter(tender=lot.tender_id).order_by("-version")
    return versions.values_list("version", flat=True).first() or 1


def on_an_earlier_version(lot: Lot) -> QuerySet[Bid]:
    """Every opened bid that was made before the last version, answered or not."""
    return Bid.objects.filter(lot=lot, sealed__version__lt=held_at_closing(lot))


def unanswered(lot: Lot) -> QuerySet[Bid]:
    """Of the bids that still take part, those of which nobody recorded whether they were confirmed."""
    return taking_part(on_an_earlier_version(lot)).filter(version_answer=None)
