"""Publishing: from here on the criteria and the rules are frozen."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Publication, Tender
from tenders.scoring.check import Problem
from tenders.scoring.files import canonical
from tenders.services.check import problems_before_publication
from tenders.snapshots import digest, tender_snapshot


class NotPublishable(Exception):
    """The tender cannot be published; `problems` names each place and what to do."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class FrozenTender(Exception):
    """Criteria and rules do not change after publication."""


def is_frozen(tender: Tender) -> bool:
    return tender.publications.exists()


def require_not_frozen(tender: Tender) -> None:
    """Hold the tender for this transaction and refuse a change to what has been published."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)
    if is_frozen(tender):
        raise FrozenTender(str(tender))


@transaction.atomic
def publish(*, tender: Tender, at: datetime, actor: User) -> Publication:
    require_not_frozen(tender)
    problems = problems_before_publication(tender)
    if problems:
        raise NotPublishable(problems)
    published = tender_snapshot(tender, with_bids=False)
    publication = Publication.objects.create(
        tender=tender,
        version=1,
        snapshot=canonical(published).decode(),
        digest=digest(published),
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
