"""Making a version of the publication: all that is frozen, under a hash, with the documents bidders get."""

import hashlib
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Language
from tenders.models import Clarification, Lot, PhaseChange, Publication, PublishedDocument, Tender
from tenders.publication.form import canonical, digest
from tenders.published_form import published_form
from tenders.services.documents import bidder_document, bidder_documents

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def publish_first_version(lot: Lot, change: PhaseChange) -> None:
    """What goes with the step `publish`."""
    make_publication(tender=lot.tender, version=1, at=change.at, actor=change.made_by)


@transaction.atomic
def make_publication(
    *,
    tender: Tender,
    version: int,
    at: datetime,
    actor: User | None,
    clarification: Clarification | None = None,
) -> Publication:
    """The rows as they are now become a version. Raises `UnreadableTender`."""
    form = published_form(tender)
    earlier = tender.publications.order_by("-version").first()
    publication = Publication.objects.create(
        tender=tender,
        version=version,
        snapshot=canonical(form).decode(),
        digest=digest(form),
        deadline=tender.deadline,
        clarification=clarification,
        made_at=at,
        made_by=actor,
    )
    documents = _documents(publication)
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action="tender.published",
        subject=tender.reference,
        details={
            "version": publication.version,
            "sha256": publication.digest,
            "documents": {f"{each.name}?{each.language}": each.digest for each in documents},
        },
        before=earlier.digest if earlier else "",
        after=publication.digest,
    )
    return publication


def _documents(publication: Publication) -> list[PublishedDocument]:
    return [
        keep_document(publication, name, language, bidder_document(publication, name, language))
        for name in bidder_documents(publication.tender)
        for language in LANGUAGES
    ]


def keep_document(
    publication: Publication, name: str, language: Language, content: bytes
) -> PublishedDocument:
    """From now on these bytes are what bidders have."""
    return PublishedDocument.objects.create(
        publication=publication,
        name=name,
        language=language,
        content=content,
        digest=hashlib.sha256(content).hexdigest(),
    )


def newest_publication(tender: Tender) -> Publication:
    """Raises Publication.DoesNotExist for a draft."""
    return tender.publications.order_by("-version")[:1].get()
