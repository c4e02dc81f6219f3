"""The library in the admin: to be read by staff, changed by nobody; drafts of one's own organisations."""

from datetime import UTC, datetime

import pytest

from clauses.assembly.library import newest, read_library
from clauses.loading import load_library
from clauses.models import ClauseVersion, ContractDraft
from clauses.services import start_draft
from procurement.organisations.models import Role
from tests.cast import organisation
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW)


def draft(of: str = "Amaranth") -> ContractDraft:
    return start_draft(
        organisation=organisation(of),
        title="Contract",
        reference=f"T-{of}",
        language="nl",
        answers={},
        at=NOW,
        actor=None,
    )


def test_the_list_shows_every_clause_once() -> None:
    response = client_of(Role.OFFICER).get("/admin/clauses/clause/")

    assert response.context["cl"].result_count == len(newest(read_library()))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("theme=co2", sum(each.theme == "co2" for each in newest(read_library()))),
        ("rung=last-resort", sum(each.rung == "last-resort" for each in newest(read_library()))),
        ("validity=future", 0),
    ],
)
def test_the_list_is_filtered_by_theme_rung_and_validity(query: str, count: int) -> None:
    response = client_of(Role.LAWYER).get(f"/admin/clauses/clause/?{query}")

    assert response.context["cl"].result_count == count


def test_a_version_is_shown_as_it_stands_in_a_contract() -> None:
    version = ClauseVersion.objects.get(clause__code="co2-product-footprint")

    response = client_of(Role.LAWYER).get(f"/admin/clauses/clauseversion/{version.pk}/change/")

    assert [page.title for page in response.context["pages"]] == [version.title_nl]


@pytest.mark.parametrize("model", ["clause", "clauseversion"])
@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER])
def test_nobody_types_in_the_library(model: str, role: Role) -> None:
    client = client_of(role)
    pk = ClauseVersion.objects.values_list("pk" if model == "clauseversion" else "clause_id", flat=True)[0]

    assert client.get(f"/admin/clauses/{model}/add/").status_code == 403
    assert client.post(f"/admin/clauses/{model}/{pk}/change/", {"code": "x"}).status_code == 403
    assert client.post(f"/admin/clauses/{model}/{pk}/delete/", {"post": "yes"}).status_code == 403


def test_only_drafts_of_ones_own_organisation_are_listed() -> None:
    draft()
    draft("Bellis")

    response = client_of(Role.OFFICER).get("/admin/clauses/contractdraft/")

    assert [row.reference for row in response.context["cl"].result_list] == ["T-Amaranth"]


def test_another_organisations_draft_is_not_there() -> None:
    other = draft("Bellis")

    response = client_of(Role.OFFICER).get(f"/admin/clauses/contractdraft/{other.pk}/change/")

    assert response.status_code == 404


def test_the_action_downloads_one_draft_in_word() -> None:
    row = draft()
    chosen = {"action": "download_draft", "_selected_action": [row.pk]}

    response = client_of(Role.OFFICER).post("/admin/clauses/contractdraft/", chosen)

    assert response["Content-Disposition"] == 'attachment; filename="concept-t-amaranth.docx"'


def test_the_action_asks_for_one_draft() -> None:
    rows = [draft().pk, draft().pk]

    response = client_of(Role.OFFICER).post(
        "/admin/clauses/contractdraft/", {"action": "download_draft", "_selected_action": rows}, follow=True
    )

    assert [str(each) for each in response.context["messages"]] == ["Kies één concept om op te halen."]
