"""Choosing the clauses of a draft: what stays keeps its values, and what is left out has a reason."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from clauses.assembly.clause import LibraryClause
from clauses.assembly.conditions import holds
from clauses.assembly.facts import facts
from clauses.drafts import Drafted, clause_from, read_draft
from clauses.models import ChosenClause, ClauseDeviation, ClauseVersion, ContractDraft
from clauses.services.deviations import record_deviation
from clauses.services.drafts import hold_revision, next_revision, record_on


class ForeignClause(ValueError):
    """A text of another organisation was chosen."""


class ReasonNeeded(Exception):
    """These `clauses` belong in this contract; who leaves them out says why."""

    def __init__(self, clauses: Sequence[LibraryClause]) -> None:
        super().__init__(", ".join(clause.code for clause in clauses))
        self.clauses = clauses


@transaction.atomic
def choose_clauses(
    *,
    draft: ContractDraft,
    versions: Iterable[ClauseVersion],
    revision: int,
    at: datetime,
    actor: User | None,
    reason: str = "",
) -> list[ClauseDeviation]:
    """Exactly these versions, in this order; values of clauses that stay are kept.

    A clause that fits the answers and whose place nothing takes is left out by a deviation, which waits for
    its approver like any other. Those deviations. Raises DraftChanged, ForeignClause, ReasonNeeded.
    """
    hold_revision(draft, revision)
    drafted, wanted = read_draft(draft), list(versions)
    if any(version.organisation_id not in (None, draft.organisation_id) for version in wanted):
        raise ForeignClause(str(draft))
    missing = _left_out(drafted, wanted)
    new = [each for each in missing if each.version.clause.code in {c.code for c in drafted.clauses}]
    if new and (actor is None or not reason.strip()):
        raise ReasonNeeded([clause_from(each.version.source) for each in new])
    _rechoose(drafted, _in_order(wanted, [each.version for each in missing]))
    next_revision(draft)
    _record(drafted, wanted, at, actor)
    return [
        record_deviation(
            draft=draft,
            clause_code=each.version.clause.code,
            kind=ClauseDeviation.Kind.REMOVED,
            reason=reason,
            at=at,
            actor=actor,
        )
        for each in new
        if actor is not None
    ]


def _left_out(drafted: Drafted, wanted: Sequence[ClauseVersion]) -> list[ChosenClause]:
    """The clauses of the draft that fit its answers, and whose place is empty now."""
    known = facts(drafted.draft.facts)
    taken = {clause_from(version.source).place for version in wanted}
    found: dict[str, ChosenClause] = {}
    for each, clause in zip(drafted.chosen, drafted.models, strict=True):
        if clause.place not in taken and holds(clause.condition, known):
            found.setdefault(clause.place, each)
    return list(found.values())


def _in_order(wanted: Sequence[ClauseVersion], missing: Sequence[ClauseVersion]) -> list[ClauseVersion]:
    """The order of `wanted`; each that is left out before the first that comes after it in a contract."""
    found = list(wanted)
    for version in missing:
        later = (place for place, each in enumerate(found) if each.clause.order > version.clause.order)
        found.insert(next(later, len(found)), version)
    return found


def _rechoose(drafted: Drafted, versions: Sequence[ClauseVersion]) -> None:
    before = {each.version.clause.code: each for each in drafted.chosen}
    drafted.draft.chosen.all().delete()
    ChosenClause.objects.bulk_create(
        _carried_over(
            ChosenClause(draft=drafted.draft, version=version, position=position),
            before.get(version.clause.code),
        )
        for position, version in enumerate(versions, start=1)
    )


def _carried_over(chosen: ChosenClause, before: ChosenClause | None) -> ChosenClause:
    """With the values and their origins of an earlier version, for blanks of the same name and kind."""
    if before is None:
        return chosen
    old, new = clause_from(before.version.source), clause_from(chosen.version.source)
    kinds = {(each.name, each.kind) for each in old.variables}
    same = {each.name for each in new.variables if (each.name, each.kind) in kinds}
    chosen.values = {name: value for name, value in before.values.items() if name in same}
    chosen.given = {name: given for name, given in before.given.items() if name in same}
    return chosen


def _record(before: Drafted, wanted: Sequence[ClauseVersion], at: datetime, actor: User | None) -> None:
    names = [_name(each.version) for each in before.chosen]
    record_on(
        before.draft,
        "contract_draft.clauses_chosen",
        at,
        actor,
        {},
        before=names,
        after=[_name(version) for version in wanted],
    )


def _name(version: ClauseVersion) -> str:
    return f"{version.clause.code} {version.number}"
