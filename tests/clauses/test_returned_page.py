"""A contract that comes back: shown first, recorded when somebody says so, and never twice."""

import pytest

from clauses.drafts import assembled
from clauses.loading import load_library
from clauses.models import ClauseDeviation, ContractDraft
from clauses.services import DeviationRefused, DraftChanged, draft_document
from clauses.services.taking_in import NewDeviation, take_in
from procurement.audit.models import Event
from procurement.documents.writers.docx import docx_bytes
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import NOW, changed, draft
from tests.clauses.returned_pages import decided, dropped, edited
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    text = clause("text", "1. De leverancier levert elk jaar een rapport.\n2. Het rapport is openbaar.")
    load_library(at=NOW, clauses=[text, clause("blank", "1. {who} tekent.", more=WHO)])


def sent(row: ContractDraft) -> bytes:
    return docx_bytes(draft_document(draft=row, at=NOW))


CHANGES = (("elk jaar", "elk kwartaal"), ("[Wie]", "De wethouder"))


def test_a_file_is_shown_before_anything_is_stored() -> None:
    row = draft()
    events = Event.objects.count()

    page = dropped(client_of(Role.OFFICER), row, edited(sent(row), *CHANGES))

    assert page.status_code == 200
    assert [(each.kind, each.code) for each in page.context["found"].changes] == [("changed", "text")]
    assert '<ins><span class="visually-hidden">toegevoegd: </span>kwartaal</ins>' in page.content.decode()
    assert not ClauseDeviation.objects.exists()
    assert Event.objects.count() == events


def test_what_somebody_chooses_is_recorded_and_the_same_file_changes_nothing_more() -> None:
    row = draft()
    file, client = edited(sent(row), *CHANGES), client_of(Role.LAWYER)

    answer = decided(
        client,
        row,
        dropped(client, row, file),
        change_0="record",
        reason_0="De leverancier vroeg dit.",
        value_0="on",
    )

    assert answer.status_code == 302
    deviation = ClauseDeviation.objects.get()
    assert (deviation.clause_code, deviation.kind, deviation.reason) == (
        "text",
        "changed",
        "De leverancier vroeg dit.",
    )
    assert row.chosen.get(version__clause__code="blank").values == {"who": "De wethouder"}
    assert Event.objects.filter(action="contract_draft.taken_in").count() == 1
    found = dropped(client, row, file).context["found"]
    assert (found.changes, found.values) == ([], [])


def test_a_deviation_needs_its_reason() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    page = dropped(client, row, edited(sent(row), *CHANGES))

    answer = decided(client, row, page, change_0="record", value_0="on")

    assert answer.status_code == 422
    assert "Schrijf op waarom het contract afwijkt." in answer.content.decode()
    assert row.chosen.get(version__clause__code="blank").values == {}


def test_nothing_chosen_is_said() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    page = dropped(client, row, edited(sent(row), *CHANGES))

    answer = decided(client, row, page, change_0="leave")

    assert answer.status_code == 422
    assert "Kies ten minste één verschil" in answer.content.decode()


def test_a_draft_that_changed_in_the_meantime_stays_as_it_is() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    page = dropped(client, row, edited(sent(row), *CHANGES))
    changed(row, "blank")

    decided(client, row, page, change_0="record", reason_0="x")

    assert not ClauseDeviation.objects.filter(clause_code="text").exists()


@pytest.mark.parametrize("forge", [lambda data: data[:-2] + "xx", lambda data: "", lambda data: "a:b:c"])
def test_findings_that_were_touched_are_not_believed(forge) -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    page = dropped(client, row, edited(sent(row), *CHANGES))

    answer = client.post(
        f"/contracts/{row.pk}/terug/",
        {"findings": forge(page.context["data"]), "change-0": "record", "reason-0": "x"},
    )

    assert answer.status_code == 302
    assert not ClauseDeviation.objects.exists()


def test_findings_of_another_person_or_draft_are_not_taken() -> None:
    row, other = draft(), draft()
    page = dropped(client_of(Role.OFFICER), row, edited(sent(row), *CHANGES))

    decided(client_of(Role.LAWYER), row, page, change_0="record", reason_0="x")
    decided(client_of(Role.OFFICER), other, page, change_0="record", reason_0="x")

    assert not ClauseDeviation.objects.exists()


def test_the_file_of_another_contract_is_refused() -> None:
    row, other = draft(), draft()

    answer = dropped(client_of(Role.OFFICER), row, sent(other))

    assert answer.status_code == 422
    assert "hoort bij een ander contract" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("contract.pdf", b"%PDF-1.7", "Een pdf kan niet worden vergeleken"),
        ("contract.docm", b"PK\x03\x04", "macro"),
        ("contract.docx", b"x" * 100, "hoort niet bij de naam"),
    ],
)
def test_another_kind_of_file_is_refused(name: str, content: bytes, said: str) -> None:
    row = draft()

    answer = dropped(client_of(Role.OFFICER), row, content, name)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_another_organisation_and_who_only_reads_find_no_page() -> None:
    row = draft()

    assert client_of(Role.OFFICER, "Bellis").get(f"/contracts/{row.pk}/terug/").status_code == 404
    assert client_of(Role.CONTRACT_MANAGER).get(f"/contracts/{row.pk}/terug/").status_code == 404
    assert (
        client_of(Role.OFFICER, "Bellis").get(f"/contracts/{row.pk}/verschillen/bibliotheek/").status_code
        == 404
    )


def test_all_of_it_is_taken_in_or_nothing() -> None:
    row = draft()

    with pytest.raises(DeviationRefused):
        take_in(
            draft=row, deviations=[NewDeviation(code="unknown", kind="removed", reason="x")],
            values={"blank": {"who": "Ik"}}, file_digest="ab", revision=row.revision, at=NOW,
            actor=person(Role.OFFICER),
        )  # fmt: skip

    assert row.chosen.get(version__clause__code="blank").values == {}


def test_an_old_revision_is_refused() -> None:
    row = draft()

    with pytest.raises(DraftChanged):
        take_in(
            draft=row, deviations=[], values={}, file_digest="ab", revision=row.revision - 1, at=NOW,
            actor=person(Role.OFFICER),
        )  # fmt: skip


def test_added_text_becomes_an_added_clause() -> None:
    row = draft()
    client = client_of(Role.OFFICER)
    content = edited(sent(row), ("Ondertekening", "Een regel die iemand typte."))

    page = dropped(client, row, content)
    numbers = [n for n, each in enumerate(page.context["found"].changes) if each.kind == "added"]
    for number in numbers:
        decided(client, row, page, **{f"change_{number}": "record", f"reason_{number}": "Erbij."})

    assert [each.kind for each in ClauseDeviation.objects.all()] == ["added"]
    assert assembled(row).clauses[-1].title.nl == "Een regel die iemand typte."
