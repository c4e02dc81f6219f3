"""A file that came back is compared with the version that it says it is, and that version is named."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from clauses.loading import load_library
from clauses.returning import findings
from clauses.services import fill_in
from procurement.organisations.models import Role
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import NOW, approved, changed, draft, final
from tests.clauses.returned_pages import decided, dropped, edited
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    text = clause("text", "1. De leverancier levert elk jaar een rapport.\n2. Het rapport is openbaar.")
    load_library(at=NOW, clauses=[text, clause("other", "1. Wij komen elk jaar bijeen.")])


def test_an_untouched_final_file_says_the_same() -> None:
    version = final(draft())

    page = dropped(client_of(Role.OFFICER), version.draft, bytes(version.word))

    assert page.context["found"].is_same
    assert page.context["found"].problems == []
    assert "Het bestand zegt hetzelfde als versie 1 van 2 november 2026." in page.content.decode()


def test_what_the_draft_changed_since_is_not_a_change_by_hand() -> None:
    version = final(draft())
    approved(changed(version.draft, "text"))

    found = dropped(client_of(Role.OFFICER), version.draft, bytes(version.word)).context["found"]

    assert (found.changes, found.around) == ([], [])
    assert found.since == ["Titel van text"]


def test_a_clause_that_is_filled_in_otherwise_since_is_named() -> None:
    load_library(at=NOW, clauses=[clause("who", "1. Dit levert {who}.", more=WHO)])
    row = draft()
    fill_in(draft=row, values={"who": {"who": "Laagland"}}, revision=1, at=NOW, actor=None)
    version = final(row)
    fill_in(draft=row, values={"who": {"who": "Hoogland"}}, revision=row.revision, at=NOW, actor=None)

    found = dropped(client_of(Role.OFFICER), row, bytes(version.word)).context["found"]

    assert (found.values, found.since) == ([], ["Titel van who"])


def test_what_was_taken_in_from_a_version_is_not_asked_again() -> None:
    version = final(draft())
    row, client = version.draft, client_of(Role.LAWYER)
    file = edited(bytes(version.word), ("elk jaar een rapport", "elk kwartaal een rapport"))

    page = dropped(client, row, file)
    decided(client, row, page, change_0="record", reason_0="De leverancier vroeg dit.")
    found = dropped(client, row, file).context["found"]

    assert (found.changes, found.taken) == ([], ["Titel van text"])


def test_who_approves_stands_beside_what_can_be_recorded() -> None:
    row = draft()
    version = final(row)

    page = dropped(client_of(Role.OFFICER), row, edited(bytes(version.word), ("elk jaar", "elk kwartaal")))

    assert {each.approver for each in page.context["found"].changes} == {"Jurist"}
    assert "Wie keurt goed: Jurist" in page.content.decode()


def test_a_version_with_another_digest_is_not_believed() -> None:
    row = draft()
    version = final(row)
    approved(changed(row, "text"))
    final(row)
    second = row.versions.last()
    forged = edited_mark(bytes(second.word), second.digest, version.digest)

    found = findings(draft=row, content=forged, name="c.docx", user=1, at=NOW)

    assert found.against == "het concept van nu"
    assert "Het bestand noemt versie 2" in found.problems[0]


def edited_mark(content: bytes, old: str, new: str) -> bytes:
    """Another SHA-256 in the properties of the file."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w") as made:
        for name in package.namelist():
            body = package.read(name)
            made.writestr(name, body.replace(old.encode(), new.encode()) if "custom" in name else body)
    return stream.getvalue()
