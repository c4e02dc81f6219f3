"""Who sees, writes and decides which proposal."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from clauses.loading import load_library
from clauses.models import ClauseProposal
from procurement.organisations.models import Role
from tests.clauses.own_texts import NOW, proposed, published, submitted
from tests.clauses.proposal_pages import MODEL, step, typed
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def test_only_who_may_sees_the_buttons() -> None:
    row = submitted()
    address = f"/clausules/voorstellen/{row.pk}/"

    offered = {
        role: [
            b'value="goedkeuren"' in client_of(role).get(address).content,
            client_of(role).get(address).status_code,
        ]
        for role in (Role.OFFICER, Role.LAWYER, Role.CONTRACT_MANAGER, Role.AUDITOR)
    }

    assert offered == {
        Role.OFFICER: [False, 200],
        Role.LAWYER: [True, 200],
        Role.CONTRACT_MANAGER: [False, 200],
        Role.AUDITOR: [False, 200],
    }


def test_an_author_who_is_a_lawyer_does_not_approve_the_own_text_through_the_page() -> None:
    lawyer = client_of(Role.LAWYER)
    lawyer.post("/clausules/nieuw/", typed())
    row = ClauseProposal.objects.get()
    step(lawyer, row, "indienen")

    said = step(lawyer, row, "goedkeuren")

    assert said == ["U schreef dit voorstel. Iemand anders keurt het goed of geeft het terug."]


def test_whoever_runs_the_site_does_not_approve_a_text() -> None:
    row, client = submitted(), Client()
    client.force_login(User.objects.create_superuser("beheer"))

    said = step(client, row, "goedkeuren")

    assert said == ["Alleen een jurist van uw organisatie keurt een tekst goed."]


@pytest.mark.parametrize("role", [Role.CONTRACT_MANAGER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_readers_do_not_write(role: Role) -> None:
    row = proposed()
    client = client_of(role)

    assert client.get("/clausules/nieuw/").status_code == 403
    assert client.post(f"/clausules/voorstellen/{row.pk}/", typed()).status_code == 403
    assert client.post(f"/clausules/voorstellen/{row.pk}/stap/", {"stap": "indienen"}).status_code == 403


@pytest.mark.parametrize("place", ["", "stap/"])
def test_to_another_organisation_a_proposal_does_not_exist(place: str) -> None:
    row = submitted()

    answer = client_of(Role.LAWYER, "Bellis").post(
        f"/clausules/voorstellen/{row.pk}/{place}", {"stap": "goedkeuren"}
    )

    assert answer.status_code == 404


def test_somebody_else_does_not_save_the_text_of_an_author() -> None:
    row = proposed()

    assert client_of(Role.LAWYER).post(f"/clausules/voorstellen/{row.pk}/", typed()).status_code == 403


def test_an_author_saves_and_a_stale_page_is_told() -> None:
    row, client = proposed(), client_of(Role.OFFICER)
    address = f"/clausules/voorstellen/{row.pk}/"

    first = client.post(address, typed(revision="1", text_nl="1. Eén.", text_en="1. One."))
    second = client.post(address, typed(revision="1", text_nl="1. Twee.", text_en="1. Two."))

    row.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Eén." in row.source


def test_what_waits_is_listed_for_who_decides() -> None:
    row = submitted()

    lists = {
        role: list(client_of(role).get("/clausules/voorstellen/").context["decidable"].proposals)
        for role in (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)
    }

    assert lists == {Role.OFFICER: [], Role.LAWYER: [row], Role.PROJECT_LEAD: []}


def test_many_proposals_cost_no_more_queries() -> None:
    client, row = client_of(Role.LAWYER), submitted()
    pages = ("/clausules/voorstellen/", f"/clausules/voorstellen/{row.pk}/")
    before = [queries(client, page) for page in pages]

    for letter in "abc":
        submitted(f"own-{letter}")
        published(f"own-x{letter}")

    assert [queries(client, page) for page in pages] == before
