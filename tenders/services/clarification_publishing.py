"""Publishing a nota van inlichtingen: what changed, a lawyer's approval, a new version, a later deadline."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import head, record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.access_resets import reason_against_signing
from procurement.organisations.models import Role
from tenders.models import Approval, Clarification, Publication
from tenders.procedure.clarification import open_points, reasons_against
from tenders.publication.form import digest
from tenders.services.amending import rows_of
from tenders.services.clarification_documents import keep_nota
from tenders.services.clarification_rules import (
    hold_open,
    hold_open_to,
    require_clarification_phase,
)
from tenders.services.coming_version import changes_of, coming_form, nota_of, nota_version
from tenders.services.legal_check import ANOTHER_DRAFT
from tenders.services.phases import Refused
from tenders.services.published import make_publication, newest_publication

_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie keurt een gewijzigde versie goed.",
    en="Only a lawyer of this organisation approves a changed version.",
)
_ANOTHER_NOTA = Text(
    nl="Niet gepubliceerd: de nota of de stukken zijn gewijzigd nadat u deze pagina opende. Lees de nota "
    "opnieuw en publiceer haar dan.",
    en="Not published: the note or the documents were changed after you opened this page. Read the note "
    "again, and publish it then.",
)
_NOTHING = Text(
    nl="De stukken zijn nog zoals ze zijn gepubliceerd. Er is niets goed te keuren.",
    en="The documents are still as they were published. There is nothing to approve.",
)


@transaction.atomic
def approve_changes(
    *, clarification: Clarification, at: datetime, actor: User, reason: str = "", seen: str | None = None
) -> Approval:
    """A lawyer approves the changed version exactly as it is now.

    Raises `Refused`, also when `seen` is the digest of another version.
    """
    row = hold_open(clarification)
    require_clarification_phase(row.tender)
    if actor.is_superuser or not has_role(actor, row.tender.organisation, Role.LAWYER):
        raise Refused([_LAWYER])
    reset = reason_against_signing(actor, at=at)
    if reset is not None:  # who approves cannot publish, so this is the work of two people
        raise Refused([reset])
    nota = nota_of(row, at=at, actor=actor)
    if not nota.documents_change:
        raise Refused([_NOTHING])
    if nota.problems:
        raise Refused([open_points(nota)])
    coming = digest(coming_form(row))
    if seen not in (None, coming):
        raise Refused([ANOTHER_DRAFT])
    approval = Approval.objects.create(
        tender=row.tender, digest=coming, is_approved=True, at=at, made_by=actor, reason=reason
    )
    record(
        organisation=row.tender.organisation,
        at=at,
        actor=actor,
        action="tender.approved",
        subject=row.tender.reference,
        details={"clarification": row.number, "sha256": coming, "reason": reason},
    )
    return approval


@transaction.atomic
def publish_clarification(
    *, clarification: Clarification, at: datetime, actor: User, seen: str | None = None
) -> Publication:
    """Answers and changes go to all bidders at once; the version that holds from now on.

    A clarification that changes nothing leaves the version as it is. Raises `Refused`, also when `seen` is
    the `nota_version` of another text.
    """
    row = hold_open_to(actor, clarification)
    _require_publishable(row, at, actor, seen)
    changes, old = changes_of(row), newest_publication(row.tender)
    publication = _next_version(row, old, at, actor) if changes else old
    row.published_at = at
    row.save(update_fields=["published_at"])
    nota_documents = keep_nota(row, publication, changes, log_head=head(row.tender.organisation))
    record(
        organisation=row.tender.organisation,
        at=at,
        actor=actor,
        action="clarification.published",
        subject=row.tender.reference,
        details={
            "number": row.number,
            "version": publication.version,
            "old_sha256": old.digest,
            "sha256": publication.digest,
            "reason": row.reason,
            "substantial": row.is_substantial,
            "why_not_substantial": row.why_not_substantial,
            "deadline": str(row.new_deadline or ""),
            "documents": {f"{each.name}?{each.language}": each.digest for each in nota_documents},
        },
        before=old.digest,
        after=publication.digest,
    )
    return publication


def _require_publishable(row: Clarification, at: datetime, actor: User, seen: str | None) -> None:
    if seen not in (None, nota_version(row)):
        raise Refused([_ANOTHER_NOTA])
    reasons = reasons_against(nota_of(row, at=at, actor=actor))
    if reasons:
        raise Refused(reasons)


def _next_version(row: Clarification, old: Publication, at: datetime, actor: User) -> Publication:
    if row.new_deadline is not None:
        _move_deadline(row, row.new_deadline)
    return make_publication(tender=row.tender, version=old.version + 1, at=at, actor=actor, clarification=row)


def _move_deadline(row: Clarification, deadline: datetime) -> None:
    """The database lets the deadline move only while a clarification has the documents open."""
    if not row.is_amending:
        row.before, row.is_amending = rows_of(row.tender), True
        row.save(update_fields=["before", "is_amending"])
    row.tender.deadline = deadline
    row.tender.save(update_fields=["deadline"])
