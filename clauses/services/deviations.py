"""Recording where a contract departs from the library, and deciding about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from clauses.approvers import LAWYER, approver_words, may_approve_use
from clauses.assembly.markdown import Provision
from clauses.assembly.stored_text import text_digest, to_data
from clauses.assembly.undeclared import undeclared_blanks
from clauses.drafts import chosen_in, clause_from
from clauses.models import ChosenClause, ClauseDeviation, ContractDraft, DeviationDecision
from clauses.services.drafts import hold, next_revision
from clauses.words import words
from procurement.audit.log import record

Kind, Outcome = ClauseDeviation.Kind, DeviationDecision.Outcome


class DeviationRefused(Exception):
    """This cannot be recorded or decided; the message says why and what to do."""


@transaction.atomic
def record_deviation(
    *,
    draft: ContractDraft,
    clause_code: str,
    kind: str,
    reason: str,
    at: datetime,
    actor: User,
    provisions: Sequence[Provision] = (),
    title: str = "",
) -> ClauseDeviation:
    """One departure of this draft, which waits for its approver; it counts in the draft at once.

    `provisions`: the text instead, for `changed` and `added`, in the language of the contract.
    `clause_code` is empty for `added`, which needs a `title`. Raises DeviationRefused.
    """
    hold(draft)
    _check_whole(kind, reason, provisions)
    chosen = None if kind == Kind.ADDED else _chosen(draft, clause_code)
    _check_blanks(provisions, chosen)
    digest = text_digest(provisions) if provisions else ""
    row = ClauseDeviation.objects.create(
        draft=draft,
        clause_code=chosen.version.clause.code if chosen else _added_code(draft),
        version=chosen.version if chosen else None,
        kind=kind,
        title=chosen.version.title if chosen else _title(title),
        model_digest=chosen.version.digest if chosen else "",
        provisions=to_data(provisions),
        digest=digest,
        reason=reason.strip(),
        approver=_approver(kind, chosen),
        recorded_by=actor,
        recorded_at=at,
    )
    next_revision(draft)
    details = {"clause": row.clause_code, "kind": row.kind, "reason": row.reason, "approver": row.approver}
    _record(row, "contract_deviation.recorded", at, actor, details, before=row.model_digest, after=digest)
    return row


@transaction.atomic
def decide_deviation(
    *, deviation: ClauseDeviation, outcome: str, at: datetime, actor: User, reason: str = ""
) -> DeviationDecision:
    """Approved or refused by another person with the right role, or withdrawn by who recorded it.

    Raises DeviationRefused. Two who decide at one moment: the second finds that it is done.
    """
    hold(deviation.draft)
    row = ClauseDeviation.objects.select_related("draft__organisation").get(pk=deviation.pk)
    if DeviationDecision.objects.filter(deviation=row).exists():
        raise DeviationRefused(_("Over deze afwijking is al besloten."))
    _check_decider(row, outcome, actor)
    if outcome == Outcome.REFUSED and not reason.strip():
        raise DeviationRefused(_("Schrijf op waarom u de afwijking niet goedkeurt."))
    decision = DeviationDecision.objects.create(
        deviation=row, outcome=outcome, reason=reason.strip(), decided_by=actor, decided_at=at
    )
    next_revision(row.draft)
    details = {"clause": row.clause_code, "kind": row.kind, "reason": decision.reason}
    _record(row, "contract_deviation.decided", at, actor, details, before="", after=outcome)
    return decision


def _check_whole(kind: str, reason: str, provisions: Sequence[Provision]) -> None:
    if not reason.strip():
        raise DeviationRefused(_("Schrijf op waarom het contract afwijkt."))
    if bool(provisions) is not (kind in (Kind.CHANGED, Kind.ADDED)):
        raise DeviationRefused(_("Geef de nieuwe tekst bij een gewijzigde of toegevoegde clausule."))


def _check_blanks(provisions: Sequence[Provision], chosen: ChosenClause | None) -> None:
    variables = clause_from(chosen.version.source).variables if chosen else ()
    for _line, message in undeclared_blanks(provisions, [each.name for each in variables]):
        raise DeviationRefused(words(message))


def _check_decider(row: ClauseDeviation, outcome: str, actor: User) -> None:
    is_own = row.recorded_by_id == actor.pk
    if outcome == Outcome.WITHDRAWN:
        if not is_own:
            raise DeviationRefused(_("Alleen wie de afwijking vastlegde, trekt haar in."))
        return
    if is_own:
        raise DeviationRefused(_("U legde deze afwijking vast. Iemand anders besluit erover."))
    if not may_approve_use(actor, row.draft.organisation, row.approver):
        who = approver_words(row.approver)
        raise DeviationRefused(_("Over deze afwijking besluit: %(who)s.") % {"who": who})


def _chosen(draft: ContractDraft, code: str) -> ChosenClause:
    for each in chosen_in(draft):
        if each.version.clause.code == code:
            return each
    raise DeviationRefused(_("Deze clausule staat niet in het contract."))


def _approver(kind: str, chosen: ChosenClause | None) -> str:
    """Of another rung, whom that rung names; of a text changed by hand a lawyer, or whom the rung names
    when that is a lower one."""
    clause = clause_from(chosen.version.source) if chosen else None
    if clause is None or (kind != Kind.OTHER_RUNG and clause.rung == "preferred"):
        return LAWYER
    return clause.approver


def _added_code(draft: ContractDraft) -> str:
    return f"added-{draft.deviations.filter(kind=Kind.ADDED).count() + 1}"


def _title(title: str) -> str:
    if not title.strip():
        raise DeviationRefused(_("Geef de toegevoegde clausule een titel."))
    return title.strip()[:200]


def _record(
    row: ClauseDeviation,
    action: str,
    at: datetime,
    actor: User,
    details: Mapping[str, object],
    *,
    before: object,
    after: object,
) -> None:
    record(
        organisation=row.draft.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=row.draft.reference,
        details=details,
        before=before,
        after=after,
    )
