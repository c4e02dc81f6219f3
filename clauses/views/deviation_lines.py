"""The deviations of a contract as its page tells them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from clauses.approvers import approver_words, may_approve_use
from clauses.assembly.assemble import assemble
from clauses.assembly.stored_text import from_data
from clauses.deviating import NO_LONGER, added_clause, in_force, outcome_of
from clauses.drafts import Drafted, clause_from, language_of
from clauses.models import ClauseDeviation
from clauses.preview import Page, preview
from clauses.text_difference import Line, text_difference
from procurement.language import Language

Kind = ClauseDeviation.Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """`counts`: it stands in the contract as it is now; `replaced_by` took its place.

    `text`: of a clause of the contract alone. `lines`: a text changed by hand beside that of the library.
    """

    row: ClauseDeviation
    outcome: str
    counts: bool
    replaced_by: ClauseDeviation | None
    approver: str
    may_decide: bool
    may_withdraw: bool
    may_end: bool
    text: tuple[Page, ...]
    lines: list[Line]


def shown(drafted: Drafted, user: User) -> list[Shown]:
    """The newest first."""
    force = set(in_force(drafted.deviations, drafted.models).values())
    language = language_of(drafted.draft)
    rights: dict[str, bool] = {}
    found = []
    for row in reversed(drafted.deviations):
        if row.approver not in rights:
            rights[row.approver] = may_approve_use(user, drafted.draft.organisation, row.approver)
        is_open, is_own = not outcome_of(row), row.recorded_by_id == user.pk
        found.append(
            Shown(
                row=row,
                outcome=outcome_of(row),
                counts=row in force,
                replaced_by=_replaced_by(row, drafted.deviations),
                approver=approver_words(row.approver),
                may_decide=is_open and not is_own and rights[row.approver],
                may_withdraw=is_open and is_own,
                may_end=not is_open and row in force and row.version_id is not None and _departs(row),
                text=_text(row) if row.kind == Kind.ADDED else (),
                lines=_lines(row, language),
            )
        )
    return found


def _replaced_by(row: ClauseDeviation, deviations: Sequence[ClauseDeviation]) -> ClauseDeviation | None:
    """The next one about the same clause; what was refused or withdrawn neither takes a place nor has one."""
    if outcome_of(row) in NO_LONGER:
        return None
    later = (each for each in deviations if each.pk > row.pk and each.clause_code == row.clause_code)
    return next((each for each in later if outcome_of(each) not in NO_LONGER), None)


def _departs(row: ClauseDeviation) -> bool:
    return row.kind != Kind.AS_MODEL


def _text(row: ClauseDeviation) -> tuple[Page, ...]:
    """The new text by itself, with its blanks and references marked."""
    clause = added_clause(
        code=row.clause_code,
        title=row.title,
        approver=row.approver,
        provisions=from_data(row.provisions),
        digest=row.digest,
    )
    return preview(assemble([clause], None, {}, "nl"))


def _lines(row: ClauseDeviation, language: Language) -> list[Line]:
    if row.kind != Kind.CHANGED or row.version is None:
        return []
    model = clause_from(row.version.source)
    labels = {variable.name: variable.label.to(language) for variable in model.variables}
    return text_difference(model.provisions(language), from_data(row.provisions), labels)
