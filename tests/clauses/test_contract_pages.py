"""Deviations and final contracts as people record, approve and take them along."""

import pytest

from clauses.loading import load_library
from clauses.models import ContractDraft, ContractVersion
from clauses.stored_contract import stored_form
from procurement.documents.writers.odt import odt_bytes
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import NOW, changed, deviating, draft
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

CHANGED = {"kind": "changed", "clause": "text", "text": "1. Anders & <b>.", "reason": "Gevraagd."}


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Tekst.")])


def said(answer: object) -> list[str]:
    return [str(each) for each in answer.context["messages"]]  # type: ignore[attr-defined]


def test_a_deviation_is_recorded_approved_and_the_contract_made_final() -> None:
    row, officer, lawyer = draft(), client_of(Role.OFFICER), client_of(Role.LAWYER)
    place = f"/contracts/{row.pk}"

    officer.post(f"{place}/afwijkingen/", {**CHANGED, "text": "1. Anders."})
    (deviation,) = row.deviations.all()
    lawyer.post(f"{place}/afwijkingen/{deviation.pk}/", {"besluit": "approved"})
    row.refresh_from_db()
    officer.post(f"{place}/definitief/", {"revision": row.revision})

    version = ContractVersion.objects.get()
    assert (version.draft, version.number, version.made_by) == (row, 1, person(Role.OFFICER))
    assert [provision.pieces[0].text for provision in stored_form(version).clauses[0].nl] == ["Anders."]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "1. Anders & <b>."}, "text"),
        ({"text": ""}, "text"),
        ({"clause": ""}, "clause"),
        ({"clause": "own-other"}, "clause"),
        ({"kind": "added", "title": " "}, "title"),
        ({"kind": "x"}, "kind"),
        ({"reason": ""}, "reason"),
    ],
)
def test_what_is_not_whole_is_said_beside_its_field(changes: dict[str, str], field: str) -> None:
    row = draft()
    sent = {**CHANGED, "text": "1. Anders.", **changes}

    response = client_of(Role.OFFICER).post(f"/contracts/{row.pk}/afwijkingen/", sent)

    assert (response.status_code, field in response.context["form"].errors) == (422, True)
    assert not row.deviations.exists()


def test_the_page_shows_the_new_text_as_text_and_offers_what_one_may_do() -> None:
    row = draft()
    changed(row)
    address = f"/contracts/{row.pk}/afwijkingen/"

    pages = {
        role: client_of(role).get(address).content.decode()
        for role in (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)
    }

    offered = {
        role: [
            value for value in ("approved", "refused", "withdrawn", "Leg vast") if f'value="{value}"' in page
        ]
        for role, page in pages.items()
    }
    assert "Wij leveren &lt;b&gt;{niets}&lt;/b&gt; &amp; meer." in pages[Role.LAWYER]
    assert offered == {
        Role.OFFICER: ["withdrawn", "Leg vast"],
        Role.LAWYER: ["approved", "refused", "Leg vast"],
        Role.PROJECT_LEAD: [],
    }


def test_the_form_starts_from_the_text_of_the_clause() -> None:
    row = draft()

    form = client_of(Role.OFFICER).get(f"/contracts/{row.pk}/afwijkingen/?clausule=text").context["form"]

    assert (form.initial["kind"], form.initial["text"]) == ("changed", "1. Tekst.")


@pytest.mark.parametrize(
    ("outcome", "role", "told"),
    [
        ("approved", Role.OFFICER, "U legde deze afwijking vast. Iemand anders besluit erover."),
        ("approved", Role.CONTRACT_MANAGER, "Over deze afwijking besluit: Jurist."),
        ("refused", Role.LAWYER, "Schrijf op waarom u de afwijking niet goedkeurt."),
        ("withdrawn", Role.LAWYER, "Alleen wie de afwijking vastlegde, trekt haar in."),
        ("x", Role.LAWYER, "Kies wat u besluit."),
    ],
)
def test_who_may_not_decide_is_told_why(outcome: str, role: Role, told: str) -> None:
    deviation = changed(draft())
    address = f"/contracts/{deviation.draft_id}/afwijkingen/{deviation.pk}/"

    answer = client_of(role).post(address, {"besluit": outcome}, follow=True)

    assert said(answer) == [told]
    assert not hasattr(type(deviation).objects.get(), "decision")


@pytest.mark.parametrize("place", ["afwijkingen/", "definitief/", "definitief/1/docx/", "definitief/1/odt/"])
def test_to_another_organisation_the_contract_does_not_exist(place: str) -> None:
    version = deviating()

    assert client_of(Role.LAWYER, "Bellis").get(f"/contracts/{version.draft_id}/{place}").status_code == 404
    assert client_of(Role.JUROR).get(f"/contracts/{version.draft_id}/{place}").status_code == 404


def test_a_deviation_is_decided_on_the_page_of_its_own_contract_only() -> None:
    deviation, other = changed(draft()), draft()
    theirs = f"/contracts/{deviation.draft_id}/afwijkingen/{deviation.pk}/"

    assert (
        client_of(Role.LAWYER).post(f"/contracts/{other.pk}/afwijkingen/{deviation.pk}/").status_code == 404
    )
    assert client_of(Role.LAWYER, "Bellis").post(theirs, {"besluit": "approved"}).status_code == 404


def test_the_files_are_those_that_were_frozen() -> None:
    version = deviating()
    place, client = f"/contracts/{version.draft_id}/definitief/1", client_of(Role.CONTRACT_MANAGER)

    word, opened = client.get(f"{place}/docx/"), client.get(f"{place}/odt/")

    assert word.content == bytes(version.word)
    assert opened.content == odt_bytes(stored_form(version).document(created=version.made_at))
    assert word["Content-Disposition"] == 'attachment; filename="contract-t-1-versie-1.docx"'
    assert client.get(f"{place}/pdf/").status_code == 404
    assert client.get(f"/contracts/{version.draft_id}/definitief/2/docx/").status_code == 404


def test_what_is_not_ready_or_stale_is_not_made_final() -> None:
    load_library(at=NOW, clauses=[clause("who", "1. {who}.", more=WHO)])
    row, client = draft(), client_of(Role.OFFICER)

    answers = [
        client.post(f"/contracts/{row.pk}/definitief/", {"revision": n}, follow=True) for n in ("1", "x", "9")
    ]

    assert [said(answer)[0][:24] for answer in answers] == [
        "Het contract is nog niet",
        "Iemand anders heeft dit ",
        "Iemand anders heeft dit ",
    ]
    assert not ContractVersion.objects.exists()


def test_a_contract_manager_reads_and_makes_nothing_final() -> None:
    row, client = draft(), client_of(Role.CONTRACT_MANAGER)

    assert client.get(f"/contracts/{row.pk}/definitief/").status_code == 200
    assert client.post(f"/contracts/{row.pk}/definitief/", {"revision": 1}).status_code == 403
    assert client.post(f"/contracts/{row.pk}/afwijkingen/", CHANGED).status_code == 403


def test_many_deviations_cost_no_more_queries() -> None:
    row, client = draft(), client_of(Role.LAWYER)
    changed(row)
    pages = (f"/contracts/{row.pk}/afwijkingen/", f"/contracts/{row.pk}/definitief/")
    before = [queries(client, page) for page in pages]

    for _ in range(4):
        changed(row)

    assert [queries(client, page) for page in pages] == before
    assert ContractDraft.objects.count() == 1
