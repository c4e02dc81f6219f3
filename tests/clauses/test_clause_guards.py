"""What the database refuses by itself, whoever has its password."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion, ContractVersion
from clauses.services import decide_deviation, record_deviation
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses import final_contracts
from tests.clauses.assembly.builders import clause
from tests.clauses.own_texts import NOW, WHY, proposed, published, submitted
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db

INSERT_VERSION = """
INSERT INTO clauses_clauseversion (clause_id, organisation_id, number, title_nl, title_en, source, digest,
  valid_from, review_by, recorded_at, reviewed_by, proposal_id, author_id, approved_by_id, approved_at)
SELECT clause_id, organisation_id, number, title_nl, title_en, source, digest, valid_from, review_by,
  recorded_at, reviewed_by, proposal_id, author_id, approved_by_id, approved_at FROM clauses_clauseversion
"""


def refused(statement: str, *values: Any) -> str:
    """What the database says; the test fails when it does as it is told."""
    with pytest.raises(DatabaseError) as told, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    return str(told.value)


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Tekst.")])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clauses_clauseversion SET source = 'x'",
        "UPDATE clauses_clauseversion SET valid_from = '2020-01-01'",
        "DELETE FROM clauses_clauseversion",
        "UPDATE clauses_proposaldecision SET is_approved = is_approved",
        "DELETE FROM clauses_proposaldecision",
        "DELETE FROM clauses_clauseproposal",
        "UPDATE clauses_clauseproposal SET source = 'x'",
        "UPDATE clauses_clauseproposal SET state = 'draft'",
        "UPDATE clauses_clauseproposal SET author_id = (SELECT MAX(id) FROM auth_user)",
        "UPDATE clauses_clause SET code = code || 'x'",
        "UPDATE clauses_clause SET organisation_id = NULL, code = 'plan' WHERE organisation_id IS NOT NULL",
    ],
)
def test_what_was_published_never_changes(statement: str) -> None:
    published()

    assert "CHECK" not in refused(statement).upper()


def test_a_proposal_is_not_published_without_a_version() -> None:
    submitted()

    assert "turn" in refused("UPDATE clauses_clauseproposal SET state = 'published'")


def test_a_proposal_is_not_handed_in_and_changed_at_once() -> None:
    proposed()

    refused("UPDATE clauses_clauseproposal SET state = 'submitted', source = 'x'")


def copied(**columns: object) -> tuple[str, list[object]]:
    """A statement that writes the own version again, with other values in these columns."""
    head, names = INSERT_VERSION.split("SELECT")
    told = [name.strip() for name in names.replace("FROM clauses_clauseversion", "").split(",")]
    chosen = ", ".join("%s" if name in columns else name for name in told)
    values = [columns[name] for name in told if name in columns]
    return f"{head}SELECT {chosen} FROM clauses_clauseversion WHERE organisation_id IS NOT NULL", values


def test_the_author_is_not_the_approver_even_where_the_guards_are_gone() -> None:
    row, other = published(), submitted("own-other")
    lift_guards("clauses_clauseversion")
    statement, values = copied(number=2, proposal_id=other.pk, approved_by_id=row.author_id)

    assert "nobody_approves_an_own_text_alone" in refused(statement, *values)


@pytest.mark.parametrize("column", ["approved_by_id", "approved_at", "author_id", "proposal_id"])
def test_an_own_text_says_who_wrote_and_approved_it_even_where_the_guards_are_gone(column: str) -> None:
    published()
    other = submitted("own-other")
    lift_guards("clauses_clauseversion")
    statement, values = copied(**{"number": 2, "proposal_id": other.pk, column: None})

    assert "an_own_text_was_approved" in refused(statement, *values)


def test_an_own_text_without_its_approval_is_not_added() -> None:
    published()
    other = submitted("own-other")
    statement, values = copied(number=1, proposal_id=other.pk)

    assert "approved" in refused(statement, *values)


def test_nobody_decides_about_the_own_proposal() -> None:
    row = submitted()

    told = refused(
        "INSERT INTO clauses_proposaldecision (proposal_id, digest, is_approved, reason, decided_by_id,"
        " decided_at) VALUES (%s, %s, %s, '', %s, %s)",
        row.pk, row.digest, True, row.author_id, NOW,
    )  # fmt: skip

    assert "somebody else" in told


def test_a_proposal_that_was_not_handed_in_is_not_decided() -> None:
    row = proposed()

    told = refused(
        "INSERT INTO clauses_proposaldecision (proposal_id, digest, is_approved, reason, decided_by_id,"
        " decided_at) VALUES (%s, %s, %s, '', %s, %s)",
        row.pk, row.digest, True, person(Role.LAWYER).pk, NOW,
    )  # fmt: skip

    assert "somebody else" in told


def test_a_proposal_starts_as_a_draft() -> None:
    row = proposed()
    with pytest.raises(DatabaseError), transaction.atomic():
        ClauseProposal.objects.create(
            organisation=row.organisation,
            code="own-x",
            number=1,
            source="x",
            digest="x",
            reason=WHY,
            author=row.author,
            state="submitted",
            created_at=NOW,
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clauses_contractversion SET form = 'x'",
        "DELETE FROM clauses_contractclause",
        "DELETE FROM clauses_contractversion",
        "UPDATE clauses_contractclause SET position = 9",
        "UPDATE clauses_clausedeviation SET reason = 'x'",
        "DELETE FROM clauses_clausedeviation",
        "UPDATE clauses_deviationdecision SET outcome = 'refused', reason = 'x'",
        "DELETE FROM clauses_deviationdecision",
    ],
)
def test_a_final_contract_and_its_deviations_never_change(statement: str) -> None:
    final_contracts.deviating()

    assert "never changes" in refused(statement)
    assert ContractVersion.objects.count() == 1


def test_nobody_approves_an_own_deviation() -> None:
    draft, officer = final_contracts.draft(), person(Role.OFFICER)
    row = record_deviation(
        draft=draft, clause_code="text", kind="removed", reason="Niet nodig.", at=NOW, actor=officer
    )

    told = refused(
        "INSERT INTO clauses_deviationdecision (deviation_id, outcome, reason, decided_by_id, decided_at)"
        " VALUES (%s, 'approved', '', %s, %s)",
        row.pk, officer.pk, NOW,
    )  # fmt: skip

    assert "somebody else" in told
    assert decide_deviation(deviation=row, outcome="withdrawn", at=NOW, actor=officer)


def test_the_library_has_no_text_of_an_own_clause() -> None:
    own = published()

    with pytest.raises(DatabaseError), transaction.atomic():
        ClauseVersion.objects.create(
            clause=own.clause,
            number=9,
            title_nl="x",
            title_en="x",
            source="x",
            digest="x",
            valid_from=NOW.date(),
            review_by=NOW.date(),
            recorded_at=NOW,
        )
