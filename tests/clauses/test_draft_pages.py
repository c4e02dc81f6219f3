"""The pages of a draft: starting, filling in, Word; and who may not see it."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clauses.assembly.origin import Given
from clauses.loading import load_library
from clauses.questionnaire import Progress
from clauses.services import prefill
from procurement.language import Text
from procurement.organisations.models import Role
from tests.clauses import draft_pages
from tests.clauses.assembly.builders import KG, clause
from tests.clauses.draft_pages import NOW, draft, filled
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _library() -> None:
    draft_pages.library()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER])
def test_an_editor_fills_in_a_draft(role: Role) -> None:
    row = draft()

    response = client_of(role).post(f"/contracts/{row.pk}/", filled(who="Laagland", kg="1,5"))

    assert (response.status_code, response["Location"]) == (302, f"/contracts/{row.pk}/")
    assert row.chosen.get().values == {"who": "Laagland", "kg": "1.5"}


def test_the_page_shows_the_values_in_dutch_notation_and_as_text() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
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

    response = client_of(Role.OFFICER).post(f"/contracts/{row.pk}/", filled(kg=typed))

    assert response.context["form"].errors == {"one--kg": [message]}
    assert f'value="{typed}"' in response.content.decode()
    assert row.chosen.get().values == {}


def test_a_stale_page_shows_what_is_stored_and_what_was_typed() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
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
    client = client_of(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    refused = client.post(f"/contracts/{row.pk}/", filled(kg="2"))

    client.post(f"/contracts/{row.pk}/", filled(int(refused.context["form"]["revision"].value()), kg="2"))

    assert row.chosen.get().values == {"kg": "2"}


def test_as_you_go_keeps_what_is_right_and_shows_what_is_not() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))

    response = client.post(f"/contracts/{row.pk}/", filled(2, kg="501", who="Anemoon") | {"as-you-go": "1"})

    assert row.chosen.get().values == {"kg": "1", "who": "Anemoon"}
    assert list(response.context["form"].errors) == ["one--kg"]
    assert (response.status_code, response.context["form"]["revision"].value()) == (200, "3")


def test_the_page_says_where_each_value_comes_from_and_how_far_it_is() -> None:
    row = draft()
    said_in = Text(nl="de inschrijving I-01, gunningscriterium G2", en="bid I-01, award criterion G2")
    prefill(draft=row, given={"one": {"kg": Given("1.5", said_in)}}, at=NOW, actor=None)

    page = client_of(Role.OFFICER).get(f"/contracts/{row.pk}/")

    assert page.content.decode().count("Uit de inschrijving I-01, gunningscriterium G2.") == 1
    assert page.context["progress"] == Progress(1, 2, "one--who")
    assert page.content.decode().count("1 van 2 ingevuld") == 1


def test_a_value_changed_by_hand_says_so_on_the_page() -> None:
    row = draft()
    prefill(draft=row, given={"one": {"kg": Given("1.5", Text(nl="G2", en="G2"))}}, at=NOW, actor=None)
    client = client_of(Role.OFFICER)

    client.post(f"/contracts/{row.pk}/", filled(2, kg="2"))

    page = client.get(f"/contracts/{row.pk}/").content.decode()
    assert page.count("Met de hand gewijzigd. In G2 staat: 1,5.") == 1


def test_a_contract_manager_reads_and_does_not_write() -> None:
    row = draft()
    client = client_of(Role.CONTRACT_MANAGER)

    assert client.get(f"/contracts/{row.pk}/").status_code == 200
    assert client.post(f"/contracts/{row.pk}/", filled(kg="1")).status_code == 403


def test_a_draft_is_downloaded_in_word() -> None:
    row = draft()

    response = client_of(Role.OFFICER).get(f"/contracts/{row.pk}/word/")

    assert response["Content-Disposition"] == 'attachment; filename="concept-t-1.docx"'
    assert zipfile.ZipFile(io.BytesIO(response.content)).testzip() is None


def test_filling_in_takes_as_many_queries_for_one_clause_as_for_three() -> None:
    client = client_of(Role.OFFICER)
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
