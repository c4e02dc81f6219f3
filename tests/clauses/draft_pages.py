"""A draft of one clause, and who opens its pages."""

from datetime import UTC, datetime

from clauses.loading import load_library
from clauses.models import ContractDraft
from clauses.services import start_draft
from tests.cast import organisation
from tests.clauses.assembly.builders import KG, WHO, clause

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


CLAUSE = clause("one", "1. {who} levert {kg} kg.", more=KG + WHO)


def library() -> None:
    load_library(at=NOW, clauses=[CLAUSE])


def draft() -> ContractDraft:
    return start_draft(
        organisation=organisation(),
        title="Contract",
        reference="T-1",
        language="nl",
        answers={},
        at=NOW,
        actor=None,
    )


def filled(revision: int = 1, **values: str) -> dict[str, str]:
    return {"revision": str(revision), **{f"one--{name}": value for name, value in values.items()}}
