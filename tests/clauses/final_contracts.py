"""A small draft for the tests, and final contracts made of it."""

from datetime import UTC, datetime

from clauses.assembly.stored_text import plain_provisions
from clauses.models import ClauseDeviation, ContractDraft, ContractVersion
from clauses.services import decide_deviation, make_final, record_deviation, start_draft
from procurement.organisations.models import Role
from tests.cast import organisation, person

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CHANGED = plain_provisions([("Wij leveren <b>{niets}</b> & meer.", ["Eerste punt.", "**Tweede** punt."])])


def draft(of: str = "Amaranth", language: str = "nl") -> ContractDraft:
    """With every preferred clause of the library that holds for everybody."""
    return start_draft(
        organisation=organisation(of),
        title="Contract",
        reference="T-1",
        language=language,
        answers={},
        at=NOW,
        actor=person(Role.OFFICER, of),
    )


def changed(row: ContractDraft, code: str = "text") -> ClauseDeviation:
    """A text changed by hand, recorded by the officer."""
    return record_deviation(
        draft=row,
        clause_code=code,
        kind="changed",
        reason="De leverancier vroeg dit.",
        provisions=CHANGED,
        at=NOW,
        actor=person(Role.OFFICER),
    )


def approved(deviation: ClauseDeviation, role: Role = Role.LAWYER) -> ClauseDeviation:
    decide_deviation(deviation=deviation, outcome="approved", at=NOW, actor=person(role))
    return deviation


def final(row: ContractDraft) -> ContractVersion:
    row.refresh_from_db()
    return make_final(draft=row, revision=row.revision, at=NOW, actor=person(Role.OFFICER))


def deviating() -> ContractVersion:
    """Final, with one clause changed by hand."""
    row = draft()
    approved(changed(row))
    return final(row)
