"""What the deviations of a draft make of its clauses, and what they still ask of people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from clauses.assembly.assemble import Problem
from clauses.assembly.clause import APPROVERS, LibraryClause
from clauses.assembly.conditions import ALWAYS
from clauses.assembly.markdown import Blank, Provision, pieces_of
from clauses.assembly.stored_text import from_data
from clauses.models import ClauseDeviation, ContractDraft, DeviationDecision
from procurement.language import Text

Kind, Outcome = ClauseDeviation.Kind, DeviationDecision.Outcome
NO_LONGER = (Outcome.REFUSED, Outcome.WITHDRAWN)

_WAITS = Text(
    nl="De afwijking van ‘{title}’ wacht op goedkeuring door: {who}.",
    en="The deviation from ‘{title}’ waits for approval by: {who}.",
)
_LOWER = Text(
    nl="‘{title}’ is een lagere trede ({who} keurt goed). Leg bij de afwijkingen vast waarom u haar kiest.",
    en="‘{title}’ is a lower rung (approver: {who}). Record under the deviations why you choose it.",
)


def outcome_of(deviation: ClauseDeviation) -> str:
    """The outcome; empty while nobody decided."""
    return deviation.decision.outcome if hasattr(deviation, "decision") else ""


def deviations_of(draft: ContractDraft) -> list[ClauseDeviation]:
    """All that were ever recorded, the oldest first."""
    related = ("decision__decided_by", "version__clause", "recorded_by")
    return list(draft.deviations.select_related(*related).order_by("pk"))


def in_force(
    deviations: Iterable[ClauseDeviation], chosen: Sequence[LibraryClause]
) -> dict[str, ClauseDeviation]:
    """By clause code, the newest one that was not refused or withdrawn and is about the text chosen now."""
    texts = {(clause.code, clause.digest) for clause in chosen}
    return {
        each.clause_code: each
        for each in deviations
        if outcome_of(each) not in NO_LONGER
        if each.version_id is None or (each.clause_code, each.model_digest) in texts
    }


def deviated(
    clauses: Sequence[LibraryClause], deviations: Iterable[ClauseDeviation], language: str
) -> list[LibraryClause]:
    """The clauses as the contract has them: rewritten, left out and added where a deviation says so."""
    force = in_force(deviations, clauses)
    kept = (_as_deviated(clause, force.get(clause.code), language) for clause in clauses)
    added = (_added(each) for each in force.values() if each.kind == Kind.ADDED)
    return [*(clause for clause in kept if clause is not None), *added]


def _as_deviated(
    clause: LibraryClause, deviation: ClauseDeviation | None, language: str
) -> LibraryClause | None:
    if deviation is None or deviation.kind in (Kind.OTHER_RUNG, Kind.AS_MODEL):
        return clause
    if deviation.kind == Kind.REMOVED:
        return None
    return rewritten(clause, from_data(deviation.provisions), deviation.digest, language)


def rewritten(
    clause: LibraryClause, provisions: tuple[Provision, ...], digest: str, language: str
) -> LibraryClause:
    """The clause with another text in this language; a blank that the text no longer has falls away."""
    used = {piece.name for piece in pieces_of(provisions) if isinstance(piece, Blank)}
    text = {"en" if language == "en" else "nl": provisions}
    variables = tuple(variable for variable in clause.variables if variable.name in used)
    return replace(clause, variables=variables, digest=digest, **text)  # type: ignore[arg-type]


def added_clause(
    *, code: str, title: str, approver: str, provisions: tuple[Provision, ...], digest: str
) -> LibraryClause:
    """A clause that stands in one contract alone, in the language of that contract."""
    return LibraryClause(
        code=code,
        version=1,
        order=1,
        title=Text(nl=title, en=title),
        theme="general",
        purpose=Text(nl=title, en=title),
        basis=(),
        criteria=(),
        kpi=None,
        ambition=0,
        condition=ALWAYS,
        variables=(),
        rung="preferred",
        instead_of="",
        approver=approver,
        valid_from=date.min,
        review_by=date.max,
        nl=provisions,
        en=provisions,
        source="",
        digest=digest,
    )


def _added(deviation: ClauseDeviation) -> LibraryClause:
    return added_clause(
        code=deviation.clause_code,
        title=deviation.title,
        approver=deviation.approver,
        provisions=from_data(deviation.provisions),
        digest=deviation.digest,
    )


def deviation_problems(
    clauses: Sequence[LibraryClause], deviations: Iterable[ClauseDeviation]
) -> Iterator[Problem]:
    """What keeps the contract from being final: a deviation, or a lower rung, that nobody approved.

    `clauses` as chosen, before the deviations.
    """
    force = in_force(deviations, clauses)
    for code, deviation in force.items():
        if not outcome_of(deviation):
            yield Problem(
                code, 1, _told(_WAITS, Text(nl=deviation.title, en=deviation.title), deviation.approver)
            )
    for clause in clauses:
        if clause.rung != "preferred" and not _departs(force.get(clause.code)):
            yield Problem(clause.code, 1, _told(_LOWER, clause.title, clause.approver))


def departing(deviations: Iterable[ClauseDeviation], chosen: Sequence[LibraryClause]) -> set[str]:
    """The codes of the clauses that are not, or not only, as the library has them."""
    return {code for code, each in in_force(deviations, chosen).items() if _departs(each)}


def _departs(deviation: ClauseDeviation | None) -> bool:
    return deviation is not None and deviation.kind != Kind.AS_MODEL


def added_in_force(deviations: Iterable[ClauseDeviation]) -> dict[str, ClauseDeviation]:
    """By code, the clauses that were added and stand in the contract, each in its newest text."""
    return {code: each for code, each in in_force(deviations, ()).items() if each.kind == Kind.ADDED}


def _told(words: Text, title: Text, approver: str) -> Text:
    return words.format(title=title, who=APPROVERS[approver].label)
