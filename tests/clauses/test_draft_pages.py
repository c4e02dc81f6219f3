"""The pages of a draft: starting, filling in, Word; and who may not see it."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from clauses.assembly.origin import Given
from clauses.loading import load_library
from clauses.models import ClauseVersion, ContractDraft
from clauses.questionnaire import Progress
from clauses.services import prefill, start_draft
from procurement.language import Text
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import KG, WHO, clause

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CLAUSE = clause("one", "1. {who} levert {kg} kg.", more=KG + WHO)


@pytest.fixture(autouse=True)
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


def as_(role: Role, of: str = "Amaranth") -> Client:
    client = Client()
    client.force_login(person(role, of))
    return client


def filled(revision: int = 1, **values: str) -> dict[str, str]:
    return {"revision": str(revision), **{f"one--{name}": value for name, value in values.items()}}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER])
def test_an_editor_fills_in_a_draft(role: Role) -> None:
    row = draft()

    response = as_(role).post(f"/contracts/{row.pk}/", filled(who="Laagland", kg="1,5"))

    assert (response.status_code, response["Location"]) == (302, f"/contracts/{row.pk}/")
    assert row.chosen.get().values == {"who": "Laagland", "kg": "1.5"}


def test_the_page_shows_the_values_in_dutch_notation_and_as_text() -> None:
    row = draft()
    client = as_(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(who="<b>{kg}</b> & **x**", kg="1,5"))

    page = client.get(f"/contracts/{row.pk}/").content.decode()

    assert page.count("&lt;b&gt;{kg}&lt;/b&gt; &amp; **x** levert 1,5 kg.") == 1
    assert 'value="1,5"' in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("1.5", "‘1.5’ is niet duidelijk. Gebruik een komma voor de decimalen, bijvoorbeeld 1,5."),
        ("501", "De waarde moet hoogstens 500 zijn."),
        ("1.000", "De waarde moet hoogstens 500 zijn."),
    ],
)
def test_a_wrong_value_is_echoed_with_what_to_do_and_nothing_is_saved(typed: str, message: str) -> None:
    row = draft()

    response = as_(Role.OFFICER).post(f"/contracts/{row.pk}/", filled(kg=typed))

    assert response.context["form"].errors == {"one--kg": [message]}
    assert f'value="{typed}"' in response.content.decode()
    assert row.chosen.get().values == {}


def test_a_stale_page_shows_what_is_stored_and_what_was_typed() -> None:
    row = draft()
    client = as_(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1,5"))

    response = client.post(f"/contracts/{row.pk}/", filled(kg="2", who="Anemoon"))

    assert response.status_code == 409
    assert response.context["differences"] == [
        ("one--kg", "Kilogram", "1,5", "2"),
        ("one--who", "Wie", "", "Anemoon"),
    ]
    assert row.chosen.get().values == {"kg": "1.5"}


def test_saving_the_stale_page_again_is_meant() -> None:
    row = draft()
    client = as_(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    refused = client.post(f"/contracts/{row.pk}/", filled(kg="2"))

    client.post(f"/contracts/{row.pk}/", filled(int(refused.context["form"]["revision"].value()), kg="2"))

    assert row.chosen.get().values == {"kg": "2"}


def test_as_you_go_keeps_what_is_right_and_shows_what_is_not() -> None:
    row = draft()
    client = as_(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))

    response = client.post(f"/contracts/{row.pk}/", filled(2, kg="501", who="Anemoon") | {"as-you-go": "1"})

    assert row.chosen.get().values == {"kg": "1", "who": "Anemoon"}
    assert list(response.context["form"].errors) == ["one--kg"]
    assert (response.status_code, response.context["form"]["revision"].value()) == (200, "3")


def test_the_page_says_where_each_value_comes_from_and_how_far_it_is() -> None:
    row = draft()
    said_in = Text(nl="de inschrijving I-01, gunningscriterium G2", en="bid I-01, award criterion G2")
    prefill(draft=row, given={"one": {"kg": Given("1.5", said_in)}}, at=NOW, actor=None)

    page = as_(Role.OFFICER).get(f"/contracts/{row.pk}/")

    assert page.content.decode().count("Uit de inschrijving I-01, gunningscriterium G2.") == 1
    assert page.context["progress"] == Progress(1, 2, "one--who")
    assert page.content.decode().count("1 van 2 ingevuld") == 1


def test_a_value_changed_by_hand_says_so_on_the_page() -> None:
    row = draft()
    prefill(draft=row, given={"one": {"kg": Given("1.5", Text(nl="G2", en="G2"))}}, at=NOW, actor=None)
    client = as_(Role.OFFICER)

    client.post(f"/contracts/{row.pk}/", filled(2, kg="2"))

    page = client.get(f"/contracts/{row.pk}/").content.decode()
    assert page.count("Met de hand gewijzigd. In G2 staat: 1,5.") == 1


def test_a_contract_manager_reads_and_does_not_write() -> None:
    row = draft()
    client = as_(Role.CONTRACT_MANAGER)

    assert client.get(f"/contracts/{row.pk}/").status_code == 200
    assert client.post(f"/contracts/{row.pk}/", filled(kg="1")).status_code == 403


@pytest.mark.parametrize("place", ["", "word/", "afspraken/", "afspraken/excel/"])
@pytest.mark.parametrize(("role", "of"), [(Role.OFFICER, "Bellis"), (Role.JUROR, "Amaranth")])
def test_for_others_the_draft_does_not_exist(place: str, role: Role, of: str) -> None:
    row = draft()

    assert as_(role, of).get(f"/contracts/{row.pk}/{place}").status_code == 404


@pytest.mark.parametrize("place", ["1/", "1/word/", "1/afspraken/", "1/afspraken/excel/", "new/"])
def test_who_is_not_logged_in_is_sent_to_log_in(place: str) -> None:
    assert Client().get(f"/contracts/{place}").status_code == 302


def test_a_draft_is_downloaded_in_word() -> None:
    row = draft()

    response = as_(Role.OFFICER).get(f"/contracts/{row.pk}/word/")

    assert response["Content-Disposition"] == 'attachment; filename="concept-t-1.docx"'
    assert zipfile.ZipFile(io.BytesIO(response.content)).testzip() is None


def test_starting_a_draft_leads_to_filling_it_in() -> None:
    answers = {
        "organisation": organisation().pk,
        "title": "Contract",
        "reference": "T-2",
        "language": "nl",
        "subject": ["hardware"],
        "data-carriers": "yes",
        "duration": "longer",
    }

    response = as_(Role.OFFICER).post("/contracts/new/", answers)

    row = ContractDraft.objects.get(reference="T-2")
    assert response["Location"] == f"/contracts/{row.pk}/"
    assert row.facts == {"subject": ["hardware"], "data-carriers": ["yes"], "duration": ["longer"]}


def test_a_draft_cannot_be_started_for_another_organisation() -> None:
    answers = {"organisation": organisation("Bellis").pk, "title": "x", "reference": "T-2", "language": "nl"}

    response = as_(Role.OFFICER).post(
        "/contracts/new/", {**answers, "data-carriers": "no", "duration": "single"}
    )

    assert list(response.context["form"].errors) == ["organisation"]
    assert ContractDraft.objects.count() == 0


def test_who_edits_nowhere_cannot_start_a_draft() -> None:
    assert as_(Role.JUROR).get("/contracts/new/").status_code == 403
    assert as_(Role.OFFICER).get("/contracts/new/").status_code == 200


def test_filling_in_takes_as_many_queries_for_one_clause_as_for_three() -> None:
    client = as_(Role.OFFICER)
    one = draft()
    load_library(at=NOW, clauses=[clause("two", "1. {kg}.", more=KG), clause("three", "1. {kg}.", more=KG)])
    three = draft()
    client.get(f"/contracts/{one.pk}/")

    counts = []
    for row in (one, three):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/contracts/{row.pk}/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_choosing_other_clauses_changes_the_draft_and_keeps_what_was_filled_in() -> None:
    row = draft()
    client = as_(Role.LAWYER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    load_library(at=NOW, clauses=[clause("two")])
    wanted = ClauseVersion.objects.values_list("pk", flat=True)

    response = client.post(f"/contracts/{row.pk}/clauses/", {"revision": "2", "clauses": list(wanted)})

    assert response["Location"] == f"/contracts/{row.pk}/"
    assert [(each.version.clause.code, each.values) for each in row.chosen.all()] == [
        ("one", {"kg": "1"}),
        ("two", {}),
    ]


def test_a_draft_keeps_at_least_one_clause() -> None:
    row = draft()

    response = as_(Role.LAWYER).post(f"/contracts/{row.pk}/clauses/", {"revision": "1"})

    assert list(response.context["form"].errors) == ["clauses"]
    assert row.chosen.count() == 1


def test_choosing_on_a_stale_page_is_refused() -> None:
    row = draft()
    client = as_(Role.LAWYER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    only = row.chosen.get().version_id

    response = client.post(f"/contracts/{row.pk}/clauses/", {"revision": "1", "clauses": [only]})

    assert len(response.context["form"].non_field_errors()) == 1


@pytest.mark.parametrize(
    ("role", "of"), [(Role.CONTRACT_MANAGER, "Amaranth"), (Role.OFFICER, "Bellis"), (Role.JUROR, "Amaranth")]
)
def test_only_editors_of_the_organisation_choose_clauses(role: Role, of: str) -> None:
    row = draft()

    assert as_(role, of).get(f"/contracts/{row.pk}/clauses/").status_code == 404
