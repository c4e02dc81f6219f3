"""Recording where a contract departs from the library, and deciding about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from clauses.approvers import LAWYER, approver_words, may_approve_use
from clauses.assembly.markdown import Provision
from clauses.assembly.stored_text import text_digest, to_data
from clauses.assembly.undeclared import undeclared_blanks
from clauses.deviating import added_in_force, departing, deviations_of
from clauses.drafts import chosen_in, clause_from
from clauses.models import ChosenClause, ClauseDeviation, ContractDraft, DeviationDecision
from clauses.services.drafts import hold, next_revision
from procurement.audit.log import record
from procurement.words import words

Kind, Outcome = ClauseDeviation.Kind, DeviationDecision.Outcome

_LAWYERS = (Kind.REMOVED, Kind.AS_MODEL)


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
    `clause_code` is empty for a new `added`, which needs a `title`; an added clause is changed or removed by
    its own code. `as-model` ends what departs. Raises DeviationRefused.
    """
    hold(draft)
    _check_whole(kind, reason, provisions)
    added = None if kind == Kind.ADDED else _added(draft, clause_code, kind)
    chosen = None if kind == Kind.ADDED or added else _chosen(draft, clause_code)
    _check_kind(draft, kind, chosen)
    _check_blanks(provisions, chosen)
    digest = text_digest(provisions) if provisions else ""
    row = ClauseDeviation.objects.create(
        draft=draft,
        **_about(draft, kind, chosen, added, title),
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


def _about(
    draft: ContractDraft,
    kind: str,
    chosen: ChosenClause | None,
    added: ClauseDeviation | None,
    title: str,
) -> dict[str, Any]:
    """Which clause it is about. An added clause that changes is added anew under its own code."""
    if chosen:
        version = chosen.version
        return {
            "clause_code": version.clause.code,
            "version": version,
            "kind": kind,
            "title": version.title,
            "model_digest": version.digest,
        }
    if added:
        is_removed = kind == Kind.REMOVED
        return {
            "clause_code": added.clause_code,
            "kind": Kind.REMOVED if is_removed else Kind.ADDED,
            "title": added.title,
            "model_digest": added.digest if is_removed else "",
        }
    return {"clause_code": _added_code(draft), "kind": kind, "title": _title(title)}


def _added(draft: ContractDraft, code: str, kind: str) -> ClauseDeviation | None:
    """The clause of the contract alone with this code, which was added by a deviation before."""
    added = added_in_force(deviations_of(draft)).get(code)
    if added and kind not in (Kind.CHANGED, Kind.REMOVED):
        raise DeviationRefused(_("Een toegevoegde clausule kunt u wijzigen of weglaten."))
    return added


def _check_kind(draft: ContractDraft, kind: str, chosen: ChosenClause | None) -> None:
    if chosen is None:
        return
    clause = clause_from(chosen.version.source)
    if kind == Kind.OTHER_RUNG and clause.rung == "preferred":
        raise DeviationRefused(_("Dit is de voorkeursclausule, geen lagere trede."))
    if kind == Kind.AS_MODEL and clause.code not in departing(deviations_of(draft), [clause]):
        raise DeviationRefused(_("Deze clausule wijkt niet af van de bibliotheek."))


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


def approver_of(draft: ContractDraft, code: str, kind: str) -> str:
    """Who approves a deviation of this kind about this clause, as a code of `APPROVERS`."""
    chosen = next((each for each in chosen_in(draft) if each.version.clause.code == code), None)
    return _approver(kind, chosen)


def _approver(kind: str, chosen: ChosenClause | None) -> str:
    """Of another rung, whom that rung names; of a text changed by hand a lawyer, or whom the rung names
    when that is a lower one. What is left out or put back is for a lawyer, whatever its rung."""
    clause = clause_from(chosen.version.source) if chosen else None
    if clause is None or kind in _LAWYERS or (kind != Kind.OTHER_RUNG and clause.rung == "preferred"):
        return LAWYER
    return clause.approver


def _added_code(draft: ContractDraft) -> str:
    codes = draft.deviations.filter(kind=Kind.ADDED).values("clause_code").distinct()
    return f"added-{codes.count() + 1}"


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
