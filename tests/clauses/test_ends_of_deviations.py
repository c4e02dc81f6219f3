"""What departs can go back to the library, and an added clause can change or go; each with its approver."""

import pytest

from clauses.assembly.stored_text import plain_provisions
from clauses.drafts import assembled
from clauses.loading import load_library
from clauses.models import ClauseDeviation, ContractDraft
from clauses.services import DeviationRefused, record_deviation
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import NOW, approved, changed, draft, final

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Elk jaar een rapport."), clause("other", "1. Klaar.")])


def recorded(row: ContractDraft, code: str, kind: str, text: str = "", title: str = "") -> ClauseDeviation:
    return record_deviation(
        draft=row,
        clause_code=code,
        kind=kind,
        reason="Zo afgesproken.",
        provisions=plain_provisions([(text, [])]) if text else (),
        title=title,
        at=NOW,
        actor=person(Role.OFFICER),
    )


def texts(row: ContractDraft) -> dict[str, str]:
    return {each.code: each.nl[0].pieces[0].text for each in assembled(row).clauses}


@pytest.mark.parametrize("kind", ["changed", "removed"])
def test_an_approved_departure_ends_when_somebody_else_approves_that(kind: str) -> None:
    row = draft()
    before = texts(row)
    approved(changed(row) if kind == "changed" else recorded(row, "text", "removed"))

    back = recorded(row, "text", "as-model")

    assert texts(row) == before
    assert not assembled(row).may_be_final
    approved(back)
    assert assembled(row).may_be_final
    assert final(row).number == 1


def test_what_does_not_depart_cannot_go_back() -> None:
    row = draft()

    with pytest.raises(DeviationRefused, match="wijkt niet af"):
        recorded(row, "text", "as-model")


def test_the_preferred_clause_is_no_lower_rung() -> None:
    row = draft()

    with pytest.raises(DeviationRefused, match="voorkeursclausule"):
        recorded(row, "text", "other-rung")


def test_an_added_clause_changes_under_its_own_code() -> None:
    row = draft()
    approved(recorded(row, "", "added", "Erbij.", "Extra"))

    new = recorded(row, "added-1", "changed", "Anders erbij.")

    assert (new.clause_code, new.kind, new.title, new.approver) == ("added-1", "added", "Extra", "lawyer")
    assert texts(row)["added-1"] == "Anders erbij."
    assert recorded(row, "", "added", "Nog een.", "Tweede").clause_code == "added-2"


def test_an_added_clause_is_taken_out_again() -> None:
    row = draft()
    approved(recorded(row, "", "added", "Erbij.", "Extra"))

    gone = recorded(row, "added-1", "removed")

    assert "added-1" not in texts(row)
    assert not assembled(row).may_be_final
    approved(gone)
    assert assembled(row).may_be_final
