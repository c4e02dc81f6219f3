"""What a clarification would publish: how it differs from what bidders have, and what its guard looks at."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User

from procurement.organisations.access_resets import reason_against_both
from tenders.models import Approval, Clarification, Tender
from tenders.procedure.clarification import Nota
from tenders.publication.differences import Difference, differences
from tenders.publication.form import digest
from tenders.publication.model import Published, Terms
from tenders.publication.scoring_part import changes_scoring
from tenders.published_form import published_form, stored_form, terms_of
from tenders.scoring.files import UnreadableTender
from tenders.services.check import Obstacles, before_publication
from tenders.services.clarifications import version_of
from tenders.services.published import newest_publication


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
    found = before_publication(tender, at=at) if changed else Obstacles()
    return Nota(
        now=at,
        deadline=newest_publication(tender).deadline,  # the rows are open for change
        new_deadline=clarification.new_deadline,
        questions=len(answers),
        unanswered=sum(not answer.strip() for answer in answers),
        documents_change=changed,
        scoring_changes=changed and _scoring_changes(tender),
        problems=len(found.problems) + len(found.unreasoned),
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


def nota_version(clarification: Clarification) -> str:
    """Of the text, and of the documents as they would be published with it."""
    return f"{version_of(clarification)}-{coming_digest(clarification)}"


def approval_of(clarification: Clarification) -> Approval | None:
    """The newest judgement about exactly this changed version, if it is an approval."""
    coming = coming_digest(clarification)
    if not coming:
        return None
    about = clarification.tender.approvals.filter(digest=coming)
    newest = about.select_related("made_by").order_by("-pk").first()
    return newest if newest is not None and newest.is_approved else None
