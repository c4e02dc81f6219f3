"""A proposed text as its author writes it and hands it in."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_of, head_kpi
from clauses.assembly.source import parse_clause
from clauses.models import OWN, Clause, ClauseProposal, ClauseVersion
from clauses.services.proposal_steps import ProposalRefused, held, log_proposal, move, only_author, only_in
from clauses.text_check import text_findings
from procurement.organisations.models import Organisation

State = ClauseProposal.State


def next_number(organisation: Organisation, code: str) -> int:
    """The number that the next own text under this code gets; own texts are counted by themselves."""
    own = ClauseVersion.objects.filter(organisation=organisation, clause__code=code)
    return (own.aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def start_proposal(
    *,
    organisation: Organisation,
    source: str,
    reason: str,
    at: datetime,
    actor: User,
    based_on: ClauseVersion | None = None,
) -> ClauseProposal:
    """A new clause, or an own version of the clause of `based_on`. Raises ProposalRefused, ClauseError."""
    clause = parse_clause(source, _("voorstel"))
    parent = based_on.clause if based_on else None
    if based_on is not None and based_on.organisation_id not in (None, organisation.pk):
        raise ProposalRefused(_("Deze tekst is van een andere organisatie."))
    _check_place(clause, parent, organisation)
    if clause.version != next_number(organisation, clause.code):
        raise ProposalRefused(_("Het nummer van deze versie is al gebruikt. Begin opnieuw."))
    try:
        with transaction.atomic():
            proposal = ClauseProposal.objects.create(
                organisation=organisation,
                clause=parent,
                based_on=based_on,
                code=clause.code,
                number=clause.version,
                source=clause.source,
                digest=clause.digest,
                reason=reason,
                author=actor,
                created_at=at,
            )
    except IntegrityError:
        raise ProposalRefused(_("Er is al een voorstel voor deze clausule. Werk dat eerst af.")) from None
    log_proposal(proposal, "clause_proposal.started", at, actor, {"digest": clause.digest})
    return proposal


@transaction.atomic
def write_proposal(
    *, proposal: ClauseProposal, source: str, reason: str, revision: int, at: datetime, actor: User
) -> ClauseProposal:
    """Only the author, and only until it is handed in. Raises ProposalRefused, ClauseError."""
    row = held(proposal)
    only_author(row, actor)
    only_in(row, State.DRAFT)
    if row.revision != revision:
        raise ProposalRefused(_("Dit voorstel is intussen opgeslagen. Open de pagina opnieuw."))
    clause = parse_clause(source, row.code)
    if (clause.code, clause.version) != (row.code, row.number):
        raise ProposalRefused(_("De code en het nummer van een voorstel veranderen niet."))
    before = row.digest
    row.source, row.digest, row.reason = clause.source, clause.digest, reason
    row.revision += 1
    row.save(update_fields=["source", "digest", "reason", "revision"])
    log_proposal(row, "clause_proposal.written", at, actor, {}, before=before, after=row.digest)
    return row


@transaction.atomic
def submit(*, proposal: ClauseProposal, revision: int, at: datetime, actor: User) -> ClauseProposal:
    """Hand it in for approval. Raises ProposalRefused, also while a rule about texts blocks."""
    row = held(proposal)
    only_author(row, actor)
    only_in(row, State.DRAFT)
    if row.revision != revision:
        raise ProposalRefused(_("Dit voorstel is intussen opgeslagen. Open de pagina opnieuw."))
    clause = parse_clause(row.source, row.code)
    if clause.kpi is not None and head_kpi(duties_of(clause)) is None:
        raise ProposalRefused(
            _("De KPI staat straks niet in de afspraken. Vul bij de KPI in waar en hoe vaak zij telt.")
        )
    if any(finding.blocking for finding in text_findings(clause)):
        raise ProposalRefused(_("De tekst kan zo niet. Los eerst op wat de toets van de tekst noemt."))
    row.submitted_at = at
    before = move(row, State.SUBMITTED)
    log_proposal(row, "clause_proposal.submitted", at, actor, {}, before=before, after=row.state)
    return row


@transaction.atomic
def withdraw(*, proposal: ClauseProposal, at: datetime, actor: User) -> ClauseProposal:
    """The author stops; the text stays on record. Raises ProposalRefused."""
    row = held(proposal)
    only_author(row, actor)
    only_in(row, State.DRAFT)
    before = move(row, State.WITHDRAWN)
    log_proposal(row, "clause_proposal.withdrawn", at, actor, {}, before=before, after=row.state)
    return row


def _check_place(clause: LibraryClause, parent: Clause | None, organisation: Organisation) -> None:
    if parent is None:
        if not clause.code.startswith(OWN):
            raise ProposalRefused(_("De code van een eigen clausule begint met “own-”."))
        if Clause.objects.filter(organisation=organisation, code=clause.code).exists():
            raise ProposalRefused(_("Uw organisatie heeft al een clausule met deze code."))
    elif clause.code != parent.code or parent.organisation_id not in (None, organisation.pk):
        raise ProposalRefused(_("Een eigen versie houdt de code van de clausule."))
