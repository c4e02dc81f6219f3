"""The library as pages: what is shown to whom, by which day, and where a text is used."""

from datetime import timedelta

import pytest
from django.test import Client

from clauses.loading import load_library
from clauses.models import ClauseVersion
from procurement.organisations.models import Role
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import deviating, draft
from tests.clauses.own_texts import NOW, published
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

LOWER = clause("lower", rung="acceptable", more='instead_of = "text"\n')


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Van de bibliotheek."), LOWER])


def listed(client: Client, query: str = "") -> list[str]:
    lines = client.get(f"/clausules/{query}").context["lines"]
    return [f"{each.version.clause.code} {each.version.number}" for each in lines]


def model(code: str = "text") -> ClauseVersion:
    return ClauseVersion.objects.get(clause__code=code, organisation=None)


def test_an_own_text_is_listed_for_its_own_organisation() -> None:
    published()

    assert listed(client_of(Role.CONTRACT_MANAGER)) == ["lower 1", "own-plan 1", "text 1"]
    assert listed(client_of(Role.LAWYER, "Bellis")) == ["lower 1", "text 1"]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?rung=acceptable", ["lower 1"]),
        ("?whose=own", ["own-plan 1"]),
        ("?whose=library&ambition=1&theme=general", ["lower 1", "text 1"]),
        ("?theme=co2", []),
        ("?ambition=2", []),
        ("?day=2026-10-31", []),
        ("?day=2026-11-01&known=2026-11-01", []),
        ("?day=2026-11-01&known=2026-11-02", ["lower 1", "own-plan 1", "text 1"]),
        ("?review=overdue", []),
    ],
)
def test_the_list_answers_what_is_asked(query: str, codes: list[str]) -> None:
    published()

    assert listed(client_of(Role.OFFICER), query) == codes


@pytest.mark.parametrize(
    "query",
    ["?day=gisteren", "?theme=x", "?ambition=99", "?known=2026-13-01", "?day=2027-01-01&known=9999-12-31"],
)
def test_a_question_that_cannot_be_read_is_said(query: str) -> None:
    assert client_of(Role.OFFICER).get(f"/clausules/{query}").status_code == 422


def test_a_clause_shows_both_languages_its_history_and_its_ladder() -> None:
    own = published("text", "1. Van ons.", based_on=model())

    response = client_of(Role.OFFICER).get(f"/clausules/{model().clause_id}/")

    page = response.content.decode()
    assert response.context["version"] == own
    assert [each.version for each in response.context["history"]] == [own, model()]
    assert [line.version.clause.code for line in response.context["rungs"]] == ["text", "lower"]
    assert page.count("Van ons.") == 1
    assert "Van de bibliotheek." not in page


def test_an_earlier_version_can_be_asked_for() -> None:
    published("text", "1. Van ons.", based_on=model())

    page = (
        client_of(Role.OFFICER).get(f"/clausules/{model().clause_id}/?versie={model().pk}").content.decode()
    )

    assert "Van de bibliotheek." in page
    assert "Dit is niet de tekst die vandaag geldt." in page


def test_the_own_text_of_another_organisation_does_not_exist() -> None:
    theirs = published(of="Bellis")
    version = published("text", "1. Geheim.", based_on=model(), of="Bellis")
    client = client_of(Role.LAWYER)

    page = client.get(f"/clausules/{model().clause_id}/?versie={version.pk}").content.decode()

    assert client.get(f"/clausules/{theirs.clause_id}/").status_code == 404
    assert client.get(f"/clausules/nieuw/?van={version.pk}").status_code == 404
    assert "Geheim" not in page
    assert page.count("Van de bibliotheek.") == 2


@pytest.mark.parametrize("search", ["Titel van own-plan", "own-plan"])
def test_the_admin_does_not_find_it_either(search: str) -> None:
    published("text", "1. Geheim.", based_on=model(), of="Bellis", more="")
    theirs = published(of="Bellis")
    client = client_of(Role.LAWYER)

    found = client.get(f"/admin/clauses/clause/?q={search}").context["cl"].queryset

    assert list(found) == []
    assert client.get(f"/admin/clauses/clauseversion/{theirs.pk}/change/").status_code == 404
    assert client.get("/admin/clauses/clauseversion/").context["cl"].result_count == 2


def test_where_a_text_is_used_names_drafts_and_final_contracts_of_the_own_organisation() -> None:
    contract = deviating()
    draft("Bellis")

    uses = client_of(Role.OFFICER).get(f"/clausules/{model().clause_id}/").context["uses"]

    assert uses.drafts == [contract.draft]
    assert uses.contracts == [contract]


def test_an_article_names_the_texts_that_rest_on_it_and_who_uses_them() -> None:
    contract = deviating()
    load_library(at=NOW, clauses=[clause("text", "1. Nieuw.", version=2)])

    response = client_of(Role.OFFICER).get("/clausules/grondslag/aw2012:2.80/")

    told = [
        (each.version.clause.code, each.version.number, each.is_current)
        for each in response.context["touched"]
    ]
    assert told == [("lower", 1, True), ("text", 2, True), ("text", 1, False)]
    assert response.context["touched"][2].uses.contracts == [contract]


def test_an_article_that_nobody_cites_touches_nothing_and_an_unknown_one_is_not_there() -> None:
    client = client_of(Role.OFFICER)

    assert client.get("/clausules/grondslag/aw2012:1.1/").context["touched"] == []
    assert client.get("/clausules/grondslag/aw2012:99.99/").status_code == 404


@pytest.mark.parametrize("role", [Role.JUROR, Role.ORGANISATION_ADMIN])
@pytest.mark.parametrize("place", ["", "voorstellen/", "nieuw/", "grondslag/aw2012:2.80/"])
def test_who_does_not_work_with_the_library_does_not_read_it(role: Role, place: str) -> None:
    assert client_of(role).get(f"/clausules/{place}").status_code == 403


def test_many_texts_cost_no_more_queries() -> None:
    client = client_of(Role.LAWYER)
    pages = [f"/clausules/{place}" for place in ("", f"{model().clause_id}/", "grondslag/aw2012:2.80/")]
    before = [queries(client, page) for page in pages]

    for number in range(3):
        published(f"own-{'abc'[number]}")
        draft()
    load_library(at=NOW + timedelta(seconds=1), clauses=[clause("text", "1. Nieuw.", version=2)])

    assert [queries(client, page) for page in pages] == before
