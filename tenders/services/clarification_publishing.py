"""Publishing a nota van inlichtingen: what changed, a lawyer's approval, a new version, a later deadline."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import head, record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.access_resets import reason_against_both, reason_against_signing
from procurement.organisations.models import Role
from tenders.models import Approval, Clarification, Publication, Tender
from tenders.procedure.clarification import Nota, open_points, reasons_against
from tenders.publication.differences import Difference, differences
from tenders.publication.form import digest
from tenders.publication.model import Published, Terms
from tenders.publication.scoring_part import changes_scoring
from tenders.published_form import published_form, stored_form, terms_of
from tenders.scoring.files import UnreadableTender
from tenders.services.amending import rows_of
from tenders.services.check import problems_before_publication
from tenders.services.clarification_documents import keep_nota
from tenders.services.clarification_rules import (
    hold_open,
    hold_open_to,
    require_clarification_phase,
)
from tenders.services.legal_check import ANOTHER_DRAFT
from tenders.services.phases import Refused
from tenders.services.published import make_publication, newest_publication

_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie keurt een gewijzigde versie goed.",
    en="Only a lawyer of this organisation approves a changed version.",
)
_NOTHING = Text(
    nl="De stukken zijn nog zoals ze zijn gepubliceerd. Er is niets goed te keuren.",
    en="The documents are still as they were published. There is nothing to approve.",
)


def published_now(tender: Tender) -> Published:
    """What bidders have; a version from before terms were part of it takes those of the rows."""
    form = stored_form(newest_publication(tender))
    return form if form.terms is not None else replace(form, terms=terms_of(tender))


def coming_form(clarification: Clarification) -> Published:
    """What would be published: the rows as they are now, with the new deadline. Raises `UnreadableTender`."""
    form = published_form(clarification.tender)
    if clarification.new_deadline is None:
        return form
    return replace(
        form, terms=_moved(form.terms or terms_of(clarification.tender), clarification.new_deadline)
    )


def _moved(terms: Terms, deadline: datetime) -> Terms:
    return replace(terms, deadline=deadline)


def newest_version(tender: Tender) -> int:
    return newest_publication(tender).version


def changes_of(clarification: Clarification) -> tuple[Difference, ...]:
    """From what bidders had to what was published with it, or would be. Raises `UnreadableTender`."""
    if clarification.published_at is not None:
        return _published_changes(clarification)
    return differences(published_now(clarification.tender), coming_form(clarification))


def _published_changes(clarification: Clarification) -> tuple[Difference, ...]:
    tender = clarification.tender
    after = tender.publications.filter(clarification=clarification).first()
    if after is None:
        return ()
    before = tender.publications.get(version=after.version - 1)
    return differences(stored_form(before), stored_form(after))


def nota_of(clarification: Clarification, *, at: datetime, actor: User) -> Nota:
    tender = clarification.tender
    answers = list(clarification.questions.values_list("answer", flat=True))
    changed = documents_change(clarification)
    approval = approval_of(clarification) if changed else None
    return Nota(
        now=at,
        deadline=newest_publication(tender).deadline,  # the rows are open for change
        new_deadline=clarification.new_deadline,
        questions=len(answers),
        unanswered=sum(not answer.strip() for answer in answers),
        documents_change=changed,
        scoring_changes=changed and _scoring_changes(tender),
        problems=len(problems_before_publication(tender)) if changed else 0,
        reason=clarification.reason,
        is_substantial=clarification.is_substantial,
        why_not_substantial=clarification.why_not_substantial,
        is_urgent=bool(tender.urgency),
        is_approved=approval is not None,
        approver_is_actor=approval is not None and approval.made_by_id == actor.pk,
        approver_is_tied=_are_tied(approval, actor, at),
    )


def _are_tied(approval: Approval | None, actor: User, at: datetime) -> bool:
    approver = approval.made_by if approval is not None else None
    return approver is not None and reason_against_both(approver, actor, at=at) is not None


def documents_change(clarification: Clarification) -> bool:
    """Does anything besides the deadline differ from what bidders have?"""
    if not clarification.is_amending:
        return False
    tender = clarification.tender
    try:
        return digest(published_form(tender)) != digest(published_now(tender))
    except UnreadableTender:
        return True


def _scoring_changes(tender: Tender) -> bool:
    try:
        return changes_scoring(published_now(tender), published_form(tender))
    except UnreadableTender:
        return True


def coming_digest(clarification: Clarification) -> str:
    """Of what would be published; empty where it cannot be read yet."""
    try:
        return digest(coming_form(clarification))
    except UnreadableTender:
        return ""


def approval_of(clarification: Clarification) -> Approval | None:
    """The newest judgement about exactly this changed version, if it is an approval."""
    coming = coming_digest(clarification)
    if not coming:
        return None
    about = clarification.tender.approvals.filter(digest=coming)
    newest = about.select_related("made_by").order_by("-pk").first()
    return newest if newest is not None and newest.is_approved else None


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
def publish_clarification(*, clarification: Clarification, at: datetime, actor: User) -> Publication:
    """Answers and changes go to all bidders at once; the version that holds from now on. Raises `Refused`.

    A clarification that changes nothing leaves the version as it is.
    """
    row = hold_open_to(actor, clarification)
    nota = nota_of(row, at=at, actor=actor)
    reasons = reasons_against(nota)
    if reasons:
        raise Refused(reasons)
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
