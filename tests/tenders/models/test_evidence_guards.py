"""The database keeps evidence under a ranking, its files and checks, and targets, whoever asks."""

import pytest
from django.db import DatabaseError, transaction

from procurement.organisations.models import Role
from tenders.models import OrganisationTarget
from tenders.procedure.phases import Phase
from tests import cast, evidence
from tests.guards import without_guards
from tests.tenders.models.raw_sql import run

pytestmark = pytest.mark.django_db

RESTED_ON = {
    "another title": "UPDATE tenders_evidence SET title = 'Ander'",
    "a longer validity": "UPDATE tenders_evidence SET valid_until = '2040-01-01'",
    "another day of checking": "UPDATE tenders_evidence SET checked_on = '2026-01-01'",
    "another supplier": "UPDATE tenders_evidence SET supplier_id = 0",
    "a removed piece": "DELETE FROM tenders_evidence",
}
RECORDS = {
    "another file": "UPDATE tenders_evidencefile SET sha256 = 'x'",
    "other bytes": "UPDATE tenders_evidencefile SET content = '1'",
    "a removed file": "DELETE FROM tenders_evidencefile",
    "another check": "UPDATE tenders_evidencecheck SET outcome = 'right'",
    "a removed check": "DELETE FROM tenders_evidencecheck",
    "another target": "UPDATE tenders_organisationtarget SET least = 1",
    "a removed target": "DELETE FROM tenders_organisationtarget",
}
OF_A_BID = {
    "taken from the bid": "DELETE FROM tenders_bid_evidence",
    "given to another bid": "UPDATE tenders_bid_evidence SET bid_id = bid_id + 1",
}


@pytest.mark.parametrize("statement", RESTED_ON.values(), ids=RESTED_ON)
@pytest.mark.parametrize("phase", [Phase.PRICE_OPENING, Phase.VERIFICATION, Phase.CONTRACT])
def test_what_locked_scores_rest_on_stays(phase: Phase, statement: str) -> None:
    cast.in_phase(evidence.used(evidence.piece()), phase)

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


@pytest.mark.parametrize("statement", RESTED_ON.values(), ids=RESTED_ON)
def test_a_ranking_holds_its_evidence_also_back_in_the_meeting(statement: str) -> None:
    cast.in_phase(evidence.ranked(evidence.piece()), Phase.CONSENSUS)

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


def test_before_the_scores_are_locked_it_can_be_corrected() -> None:
    cast.in_phase(evidence.used(evidence.piece()), Phase.CONSENSUS)

    assert run(RESTED_ON["another title"]) == 1


def test_what_no_bid_rests_on_can_be_corrected() -> None:
    row = evidence.piece()
    evidence.ranked(evidence.piece())

    assert run(f"UPDATE tenders_evidence SET title = 'Ander' WHERE id = {row.pk}") == 1


@pytest.mark.parametrize("statement", OF_A_BID.values(), ids=OF_A_BID)
@pytest.mark.parametrize("phase", [Phase.PRICE_OPENING, Phase.EVALUATION, Phase.CONSENSUS])
def test_what_a_bid_rests_on_stays_with_it(phase: Phase, statement: str) -> None:
    """After a ranking also back in the meeting."""
    cast.in_phase(evidence.ranked(evidence.piece()), phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        run(statement)


def test_no_evidence_is_added_to_a_ranked_bid() -> None:
    lot = evidence.ranked(evidence.piece())

    with pytest.raises(DatabaseError, match="this phase"), transaction.atomic():
        lot.bids.get(code="A").evidence.add(evidence.piece())


@pytest.mark.parametrize("statement", RECORDS.values(), ids=RECORDS)
def test_files_checks_and_targets_are_never_changed(statement: str) -> None:
    row = evidence.piece()
    evidence.file_of(row)
    evidence.checked(row)
    OrganisationTarget.objects.create(
        organisation=cast.organisation(),
        category="computers",
        year=2027,
        indicator="refurbished_share",
        least=30,
        planned=100,
        reference="Besluit 1",
        stated_at=cast.NOW,
        stated_by=cast.person(Role.LAWYER),
    )

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


def test_under_a_ranking_a_check_is_added_and_a_file_is_not() -> None:
    row = evidence.piece()
    evidence.ranked(row)

    evidence.checked(row)

    assert row.checks.count() == 1
    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        row.files.create(
            name="a.pdf", kind="pdf", size=1, sha256="x", content=b"x", added_at=cast.NOW, added_by=None
        )


def test_without_the_guard_the_statement_would_work() -> None:
    evidence.ranked(evidence.piece())

    with without_guards("tenders_evidence"):
        assert run(RESTED_ON["another title"]) == 1
