"""What somebody else than the author decides: a text counts, or goes back with what to change."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from clauses.approvers import may_approve_text
from clauses.assembly.clause import LibraryClause
from clauses.assembly.source import parse_clause
from clauses.models import Clause, ClauseProposal, ClauseVersion, ProposalDecision
from clauses.services.proposal_steps import ProposalRefused, held, log_proposal, move, only_in
from clauses.text_check import text_findings

State = ClauseProposal.State


@transaction.atomic
def send_back(
    *, proposal: ClauseProposal, digest: str, reason: str, at: datetime, actor: User
) -> ClauseProposal:
    """To the author, with what to change. `digest`: of the text that was read. Raises ProposalRefused."""
    row = _to_decide(proposal, digest, actor)
    if not reason.strip():
        raise ProposalRefused(_("Schrijf op wat de auteur moet veranderen."))
    _decision(row, at, actor, is_approved=False, reason=reason.strip())
    before = move(row, State.DRAFT)
    log_proposal(row, "clause_proposal.sent_back", at, actor, {}, before=before, after=row.state)
    return row


@transaction.atomic
def approve(
    *, proposal: ClauseProposal, digest: str, at: datetime, actor: User, reason: str = ""
) -> ClauseVersion:
    """By somebody else than the author: from now on the version counts. Raises ProposalRefused.

    What the check of the text still says asks for a reason.
    Two who approve at one moment: the second finds that it is done.
    """
    row = _to_decide(proposal, digest, actor)
    clause = parse_clause(row.source, row.code)
    if text_findings(clause) and not reason.strip():
        raise ProposalRefused(
            _("De toets van de tekst noemt een punt. Schrijf op waarom de tekst toch goed is.")
        )
    _decision(row, at, actor, is_approved=True, reason=reason.strip())
    version = ClauseVersion.objects.create(
        clause=_clause_row(row, clause),
        organisation=row.organisation,
        number=row.number,
        title_nl=clause.title.nl,
        title_en=clause.title.en,
        source=row.source,
        digest=row.digest,
        valid_from=clause.valid_from,
        review_by=clause.review_by,
        recorded_at=at,
        reviewed_by="",
        proposal=row,
        author=row.author,
        approved_by=actor,
        approved_at=at,
    )
    before = move(row, State.PUBLISHED)
    log_proposal(
        row, "clause_proposal.approved", at, actor, {"digest": row.digest}, before=before, after=row.state
    )
    return version


def _clause_row(row: ClauseProposal, clause: LibraryClause) -> Clause:
    """Of the library's clause, the row as it is; an own clause is described by its newest text."""
    if row.clause is not None and row.clause.organisation_id is None:
        return row.clause
    described = {"theme": clause.theme, "rung": clause.rung, "order": clause.order}
    own, _created = Clause.objects.update_or_create(
        organisation=row.organisation, code=row.code, defaults=described
    )
    return own


def _to_decide(proposal: ClauseProposal, digest: str, actor: User) -> ClauseProposal:
    row = held(proposal)
    if row.author_id == actor.pk:
        raise ProposalRefused(_("U schreef dit voorstel. Iemand anders keurt het goed of geeft het terug."))
    if not may_approve_text(actor, row.organisation):
        raise ProposalRefused(_("Alleen een jurist van uw organisatie keurt een tekst goed."))
    only_in(row, State.SUBMITTED)
    if row.digest != digest:
        raise ProposalRefused(_("De tekst is veranderd sinds u hem las. Lees het voorstel opnieuw."))
    return row


def _decision(row: ClauseProposal, at: datetime, actor: User, *, is_approved: bool, reason: str) -> None:
    ProposalDecision.objects.create(
        proposal=row,
        digest=row.digest,
        is_approved=is_approved,
        reason=reason,
        decided_by=actor,
        decided_at=at,
    )
