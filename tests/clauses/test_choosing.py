"""Choosing clauses: who leaves one out says why, and another version of a clause keeps what was filled in."""

import pytest

from clauses.assembly.contract import NotFinal
from clauses.assembly.origin import Given, given_from_data
from clauses.drafts import assembled, chosen_in
from clauses.loading import load_library
from clauses.models import ClauseDeviation, ClauseVersion, ContractDraft
from clauses.services import ReasonNeeded, choose_clauses, fill_in, make_final, prefill
from procurement.language import Text
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import KG, WHO, clause
from tests.clauses.final_contracts import NOW, approved, draft, final
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

FIRST, SECOND = clause("first", "1. {who} en {kg}.", more=KG + WHO), clause("second")
LOWER = clause("lower", rung="acceptable", more='instead_of = "second"\n')
LONG_ONLY = clause("long", condition='{ is = "duration:longer" }')
SAID_IN = Text(nl="de inschrijving I-01", en="bid I-01")


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[FIRST, SECOND, LOWER, LONG_ONLY])


def rechosen(row: ContractDraft, *codes: str, reason: str = "") -> list[ClauseDeviation]:
    """The newest version of these clauses."""
    row.refresh_from_db()
    versions = [ClauseVersion.objects.filter(clause__code=code).order_by("-number")[0] for code in codes]
    return choose_clauses(
        draft=row,
        versions=versions,
        revision=row.revision,
        at=NOW,
        actor=person(Role.OFFICER),
        reason=reason,
    )


def test_a_clause_that_belongs_in_the_contract_is_not_left_out_without_a_reason() -> None:
    row = draft()

    with pytest.raises(ReasonNeeded) as refused:
        rechosen(row, "first")

    assert [each.code for each in refused.value.clauses] == ["second"]
    assert [each.code for each in assembled(row).clauses] == ["first", "second"]


def test_what_is_left_out_is_a_deviation_that_a_lawyer_approves_before_the_contract_is_final() -> None:
    row = draft()
    fill_in(draft=row, values={"first": {"who": "Jan", "kg": "1"}}, revision=1, at=NOW, actor=None)

    (deviation,) = rechosen(row, "first", reason="Hier wordt niets geleverd.")

    assert (deviation.kind, deviation.clause_code, deviation.approver) == ("removed", "second", "lawyer")
    assert [each.code for each in assembled(row).clauses] == ["first"]
    with pytest.raises(NotFinal):
        final(row)
    approved(deviation)
    assert final(row).number == 1


def test_who_chooses_again_gives_no_second_reason() -> None:
    row = draft()
    rechosen(row, "first", reason="Niet nodig.")

    assert rechosen(row, "first") == []

    assert ClauseDeviation.objects.count() == 1


def test_a_lower_rung_takes_the_place_and_cannot_be_dropped_next() -> None:
    row = draft()
    rechosen(row, "first", "lower")

    with pytest.raises(ReasonNeeded):
        rechosen(row, "first")


def test_a_clause_that_does_not_fit_the_answers_goes_without_a_reason() -> None:
    row = draft()
    rechosen(row, "first", "second", "long")

    assert rechosen(row, "first", "second") == []


def test_a_newer_version_keeps_the_values_and_where_they_were_said() -> None:
    row = draft()
    prefill(draft=row, given={"first": {"kg": Given("9", SAID_IN)}}, at=NOW, actor=None)
    row.refresh_from_db()
    values = {"first": {"kg": "9", "who": "Jan"}}
    fill_in(draft=row, values=values, revision=row.revision, at=NOW, actor=None)
    load_library(at=NOW, clauses=[clause("first", "1. Hoogstens {kg} kg.", more=KG, version=2)])

    rechosen(row, "first", "second")

    chosen = chosen_in(row)[0]
    assert (chosen.version.number, chosen.values) == (2, {"kg": "9"})
    assert given_from_data(chosen.given) == {"kg": Given("9", SAID_IN)}


def test_the_page_asks_for_the_reason_and_then_records_the_deviation() -> None:
    row, client = draft(), client_of(Role.OFFICER)
    only = row.chosen.get(version__clause__code="first").version_id
    sent = {"revision": str(row.revision), "clauses": [only]}

    asked = client.post(f"/contracts/{row.pk}/clauses/", sent)
    done = client.post(f"/contracts/{row.pk}/clauses/", {**sent, "reason": "Hier niet."})

    assert "Titel van second" in asked.context["form"].errors["reason"][0]
    assert done.status_code == 302
    assert row.deviations.get().reason == "Hier niet."
    assert "weggelaten met een afwijking" in client.get(f"/contracts/{row.pk}/clauses/").content.decode()


def test_a_draft_with_two_rungs_of_one_ladder_can_be_read() -> None:
    row, client = draft(), client_of(Role.OFFICER)
    rechosen(row, "first", "second", "lower")

    pages = [
        client.get(f"/contracts/{row.pk}/{page}").status_code for page in ("", "word/", "afspraken/excel/")
    ]

    assert pages == [200, 200, 200]
    row.refresh_from_db()
    with pytest.raises(NotFinal):
        make_final(draft=row, revision=row.revision, at=NOW, actor=person(Role.OFFICER))
