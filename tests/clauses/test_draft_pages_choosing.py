"""Starting a draft, choosing its clauses, and who may."""

import pytest
from django.test import Client

from clauses.loading import load_library
from clauses.models import ClauseVersion, ContractDraft
from procurement.organisations.models import Role
from tests.cast import organisation
from tests.clauses import draft_pages
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.draft_pages import NOW, draft, filled
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _library() -> None:
    draft_pages.library()


@pytest.mark.parametrize("place", ["", "word/", "afspraken/", "afspraken/excel/"])
@pytest.mark.parametrize(("role", "of"), [(Role.OFFICER, "Bellis"), (Role.JUROR, "Amaranth")])
def test_for_others_the_draft_does_not_exist(place: str, role: Role, of: str) -> None:
    row = draft()

    assert client_of(role, of).get(f"/contracts/{row.pk}/{place}").status_code == 404


@pytest.mark.parametrize("place", ["1/", "1/word/", "1/afspraken/", "1/afspraken/excel/", "new/"])
def test_who_is_not_logged_in_is_sent_to_log_in(place: str) -> None:
    assert Client().get(f"/contracts/{place}").status_code == 302


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

    response = client_of(Role.OFFICER).post("/contracts/new/", answers)

    row = ContractDraft.objects.get(reference="T-2")
    assert response["Location"] == f"/contracts/{row.pk}/"
    assert row.facts == {"subject": ["hardware"], "data-carriers": ["yes"], "duration": ["longer"]}


def test_a_draft_cannot_be_started_for_another_organisation() -> None:
    answers = {"organisation": organisation("Bellis").pk, "title": "x", "reference": "T-2", "language": "nl"}

    response = client_of(Role.OFFICER).post(
        "/contracts/new/", {**answers, "data-carriers": "no", "duration": "single"}
    )

    assert list(response.context["form"].errors) == ["organisation"]
    assert ContractDraft.objects.count() == 0


def test_who_edits_nowhere_cannot_start_a_draft() -> None:
    assert client_of(Role.JUROR).get("/contracts/new/").status_code == 403
    assert client_of(Role.OFFICER).get("/contracts/new/").status_code == 200


def test_choosing_other_clauses_changes_the_draft_and_keeps_what_was_filled_in() -> None:
    row = draft()
    client = client_of(Role.LAWYER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    load_library(at=NOW, clauses=[clause("two")])
    wanted = ClauseVersion.objects.values_list("pk", flat=True)

    response = client.post(f"/contracts/{row.pk}/clauses/", {"revision": "2", "clauses": list(wanted)})

    assert response["Location"] == f"/contracts/{row.pk}/"
    assert [(each.version.clause.code, each.values) for each in row.chosen.all()] == [
        ("one", {"kg": "1"}),
        ("two", {}),
    ]


def with_a_newer_text(row: ContractDraft) -> list[int]:
    """The keys of the text in the draft and of the one that holds now."""
    load_library(at=NOW, clauses=[clause("one", "1. {who} levert alles.", more=WHO, version=2)])
    return [row.chosen.get().version_id, ClauseVersion.objects.get(number=2).pk]


def test_the_page_names_each_clause_of_which_a_newer_text_holds() -> None:
    row, client = draft(), client_of(Role.LAWYER)
    before = client.get(f"/contracts/{row.pk}/clauses/")
    old, new = with_a_newer_text(row)

    page = client.get(f"/contracts/{row.pk}/clauses/")

    assert (before.context["form"].newer, "Nieuwere versies" in before.content.decode()) == ([], False)
    assert [(a.pk, b.pk) for a, b in page.context["form"].newer] == [(old, new)]
    told = dict(page.context["form"].fields["clauses"].choices)
    assert told[old].endswith("(er is een nieuwere versie)")
    assert told[new].endswith("(nieuwer dan in dit concept)")
    assert "in dit concept versie 1, nu geldt versie 2 (vanaf 1 november 2026)" in page.content.decode()


def test_two_texts_of_one_clause_are_refused_and_the_newer_one_takes_its_place() -> None:
    row, client = draft(), client_of(Role.LAWYER)
    old, new = with_a_newer_text(row)
    page = f"/contracts/{row.pk}/clauses/"

    refused = client.post(page, {"revision": "1", "clauses": [old, new]})
    taken = client.post(page, {"revision": "1", "clauses": [new]})

    assert "Titel van one" in refused.context["form"].errors["clauses"][0]
    assert taken.status_code == 302
    assert row.chosen.get().version_id == new
    assert client.get(page).context["form"].newer == []


def test_a_draft_keeps_at_least_one_clause() -> None:
    row = draft()

    response = client_of(Role.LAWYER).post(f"/contracts/{row.pk}/clauses/", {"revision": "1"})

    assert list(response.context["form"].errors) == ["clauses"]
    assert row.chosen.count() == 1


def test_choosing_on_a_stale_page_is_refused() -> None:
    row = draft()
    client = client_of(Role.LAWYER)
    client.post(f"/contracts/{row.pk}/", filled(kg="1"))
    only = row.chosen.get().version_id

    response = client.post(f"/contracts/{row.pk}/clauses/", {"revision": "1", "clauses": [only]})

    assert len(response.context["form"].non_field_errors()) == 1


@pytest.mark.parametrize(
    ("role", "of"), [(Role.CONTRACT_MANAGER, "Amaranth"), (Role.OFFICER, "Bellis"), (Role.JUROR, "Amaranth")]
)
def test_only_editors_of_the_organisation_choose_clauses(role: Role, of: str) -> None:
    row = draft()

    assert client_of(role, of).get(f"/contracts/{row.pk}/clauses/").status_code == 404
