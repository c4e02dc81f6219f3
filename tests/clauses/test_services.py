"""What people do with drafts."""

import json
from datetime import UTC, datetime

import pytest

from clauses.assembly.award import Award
from clauses.assembly.contract import NotFinal
from clauses.assembly.facts import UnknownFact
from clauses.assembly.origin import Given, given_from_data
from clauses.assembly.source import parse_clause
from clauses.drafts import assembled, versions_valid_on
from clauses.loading import load_library
from clauses.models import ClauseVersion, ContractDraft
from clauses.services import DraftChanged, choose_clauses, draft_document, fill_in, prefill, start_draft
from procurement.audit.models import Event
from procurement.language import Text
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import KG, WHO, clause

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

FOOTPRINT = clause("footprint", "1. {who}: {kg} kg.", more=KG + WHO)
LONG_ONLY = clause("long", condition='{ is = "duration:longer" }')
LOWER = clause("lower", rung="acceptable", more='instead_of = "footprint"\n')
OLD, NEW = clause("text", "1. Oud."), clause("text", "1. Nieuw.", version=2)


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[FOOTPRINT, LONG_ONLY, LOWER, OLD, NEW])


def draft(answers: dict[str, str] | None = None) -> ContractDraft:
    return start_draft(
        organisation=organisation(),
        title="Contract",
        reference="T-1",
        language="nl",
        answers=answers or {"duration": "single"},
        at=NOW,
        actor=person(Role.OFFICER),
    )


def given(**values: str) -> dict[str, dict[str, Given]]:
    said_in = Text(nl="de inschrijving I-01", en="bid I-01")
    return {"footprint": {name: Given(value, said_in) for name, value in values.items()}}


def codes_of(row: ContractDraft) -> list[str]:
    return [f"{each.version.clause.code} {each.version.number}" for each in row.chosen.all()]


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ({"duration": "single"}, ["footprint 1", "text 2"]),
        ({"duration": "longer"}, ["footprint 1", "long 1", "text 2"]),
    ],
)
def test_a_draft_starts_with_the_newest_preferred_clauses_that_fit(
    answers: dict[str, str], codes: list[str]
) -> None:
    assert codes_of(draft(answers)) == codes


def test_a_version_that_is_not_valid_yet_is_not_chosen() -> None:
    source = clause("text", "1. Later.", version=3).source.replace("2026-11-01", "2026-11-03")
    load_library(at=NOW, clauses=[parse_clause(source, "text")])

    newest = {version.clause.code: version.number for version in versions_valid_on(NOW.date())}
    assert newest["text"] == 2


def test_an_unknown_answer_starts_nothing() -> None:
    with pytest.raises(UnknownFact):
        draft({"duration": "for ever"})

    assert ContractDraft.objects.count() == 0


def test_starting_is_logged() -> None:
    draft()

    assert [event.action for event in Event.objects.all()] == ["contract_draft.started"]


def test_filled_in_values_are_kept_and_reach_the_contract() -> None:
    row = draft()

    fill_in(draft=row, values={"footprint": {"who": "Laagland", "kg": "5"}}, revision=1, at=NOW, actor=None)

    assert assembled(row).may_be_final
    assert ContractDraft.objects.get().revision == 2


def test_an_emptied_value_is_open_again() -> None:
    row = draft()
    fill_in(draft=row, values={"footprint": {"who": "Laagland", "kg": "5"}}, revision=1, at=NOW, actor=None)

    fill_in(draft=row, values={"footprint": {"who": "Laagland", "kg": ""}}, revision=2, at=NOW, actor=None)

    assert [each.variable.name for each in assembled(row).open_variables] == ["kg"]


def test_a_page_that_was_opened_before_somebody_else_saved_is_refused() -> None:
    row = draft()
    fill_in(draft=row, values={"footprint": {"kg": "5"}}, revision=1, at=NOW, actor=None)

    with pytest.raises(DraftChanged):
        fill_in(draft=row, values={"footprint": {"kg": "6"}}, revision=1, at=NOW, actor=None)

    assert row.chosen.get(version__clause__code="footprint").values == {"kg": "5"}


def test_values_of_the_tender_fill_only_what_is_open() -> None:
    row = draft()
    fill_in(draft=row, values={"footprint": {"kg": "5"}}, revision=1, at=NOW, actor=None)

    prefill(draft=row, given=given(kg="9", who="Laagland"), at=NOW, actor=None)

    assert row.chosen.get(version__clause__code="footprint").values == {"kg": "5", "who": "Laagland"}


def test_a_value_that_nobody_changed_follows_a_new_award_and_what_a_person_typed_stays() -> None:
    row = draft()
    prefill(draft=row, given=given(kg="9", who="Laagland"), at=NOW, actor=None)
    fill_in(draft=row, values={"footprint": {"kg": "9", "who": "De Brem"}}, revision=2, at=NOW, actor=None)

    prefill(draft=row, given=given(kg="8", who="Anemoon"), at=NOW, actor=None)

    chosen = row.chosen.get(version__clause__code="footprint")
    assert chosen.values == {"kg": "8", "who": "De Brem"}
    assert given_from_data(chosen.given) == given(kg="8", who="Anemoon")["footprint"]


def test_what_an_award_no_longer_says_goes_and_its_promises_are_kept_with_the_draft() -> None:
    row = draft()
    award = Award(lot="1", bid="I-01", bidder="Laagland", digest="0" * 64)
    prefill(draft=row, given=given(kg="9"), award=award, at=NOW, actor=None)

    prefill(draft=row, given={}, at=NOW, actor=None)

    chosen = row.chosen.get(version__clause__code="footprint")
    assert (chosen.values, chosen.given, row.award) == ({}, {}, {})
    logged = Event.objects.filter(action="contract_draft.prefilled").order_by("pk")
    assert [json.loads(each.details)["bid"] for each in logged] == ["I-01", ""]


def test_choosing_other_clauses_keeps_the_values_of_those_that_stay() -> None:
    row = draft()
    fill_in(draft=row, values={"footprint": {"kg": "5"}}, revision=1, at=NOW, actor=None)
    wanted = [ClauseVersion.objects.get(clause__code=code, number=1) for code in ("text", "footprint")]

    choose_clauses(draft=row, versions=wanted, revision=2, at=NOW, actor=None)

    assert codes_of(row) == ["text 1", "footprint 1"]
    assert row.chosen.get(position=2).values == {"kg": "5"}


def test_choosing_other_clauses_keeps_where_a_value_was_said() -> None:
    row = draft()
    prefill(draft=row, given=given(kg="9"), at=NOW, actor=None)
    wanted = [ClauseVersion.objects.get(clause__code=code, number=1) for code in ("text", "footprint")]

    choose_clauses(draft=row, versions=wanted, revision=2, at=NOW, actor=None)

    assert given_from_data(row.chosen.get(position=2).given) == given(kg="9")["footprint"]


def test_a_final_contract_waits_for_the_open_blanks() -> None:
    row = draft()

    assert draft_document(draft=row, at=NOW).title == "Contract"
    with pytest.raises(NotFinal):
        draft_document(draft=row, at=NOW, final=True)
