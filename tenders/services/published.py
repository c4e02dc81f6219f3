"""Making a version of the publication: the criteria and rules as they stand, under a hash."""

from datetime import datetime

from django.contrib.auth.models import User

from procurement.audit.log import record
from tenders.models import Lot, PhaseChange, Publication, Tender
from tenders.scoring.files import canonical
from tenders.snapshots import digest, tender_snapshot


def publish_first_version(lot: Lot, change: PhaseChange) -> None:
    """What goes with the step `publish`."""
    make_publication(tender=lot.tender, version=1, at=change.at, actor=change.made_by)


def make_publication(*, tender: Tender, version: int, at: datetime, actor: User | None) -> Publication:
    published = tender_snapshot(tender, with_bids=False)
    publication = Publication.objects.create(
        tender=tender,
        version=version,
        snapshot=canonical(published).decode(),
        digest=digest(published),
        deadline=tender.deadline,
        made_at=at,
        made_by=actor,
    )
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action="tender.published",
        subject=tender.reference,
        details={"version": publication.version, "sha256": publication.digest},
    )
    return publication
