"""A contract that was made final stays as it was, and gives the same file again."""

from hashlib import sha256

import pytest

from clauses.loading import load_library
from clauses.services import DraftChanged, NothingNew, fill_in, make_final, record_deviation
from clauses.stored_contract import digest_of_form, stored_form
from procurement.audit.models import Event
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import CHANGED, NOW, approved, changed, deviating, draft, final

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Tekst.")])


def test_the_same_form_gives_the_same_bytes() -> None:
    version = deviating()

    document = stored_form(version).document(created=version.made_at)

    assert docx_bytes(document) == bytes(version.word)
    assert sha256(bytes(version.word)).hexdigest() == version.word_digest
    assert odt_bytes(document) == odt_bytes(stored_form(version).document(created=version.made_at))
    assert digest_of_form(version.form) == version.digest


def test_it_keeps_the_changed_text_and_names_its_texts() -> None:
    version = deviating()

    (stored,) = stored_form(version).clauses

    assert stored.nl[0].points[1].pieces[0].text == "**Tweede** punt."  # type: ignore[union-attr]
    assert [each.version.clause.code for each in version.clauses.all()] == ["text"]


def test_what_happens_to_the_draft_and_the_library_later_does_not_reach_it() -> None:
    load_library(at=NOW, clauses=[clause("who", "1. {who}.", more=WHO)])
    row = draft()
    fill_in(draft=row, values={"who": {"who": "Laagland"}}, revision=1, at=NOW, actor=None)
    first = final(row)
    before = docx_bytes(stored_form(first).document(created=first.made_at))

    load_library(at=NOW, clauses=[clause("text", "1. Nieuw.", version=2)])
    fill_in(draft=row, values={"who": {"who": "Hoogland"}}, revision=2, at=NOW, actor=None)
    second = final(row)

    first.refresh_from_db()
    assert docx_bytes(stored_form(first).document(created=first.made_at)) == before == bytes(first.word)
    assert (first.number, second.number) == (1, 2)
    assert stored_form(second).values["who"] == {"who": "Hoogland"}


def test_an_added_clause_and_a_contract_in_english_come_back_as_well() -> None:
    row = draft(language="en")
    approved(changed(row))
    added = record_deviation(
        draft=row, clause_code="", kind="added", title="Extra", reason="Asked.", provisions=CHANGED,
        at=NOW, actor=person(Role.OFFICER),
    )  # fmt: skip
    approved(added)

    version = final(row)

    document = stored_form(version).document(created=version.made_at)
    assert docx_bytes(document) == bytes(version.word)
    assert [each.code for each in stored_form(version).clauses] == ["text", "added-1"]


def test_making_the_same_contract_final_twice_is_refused() -> None:
    row = draft()
    final(row)

    with pytest.raises(NothingNew):
        final(row)


def test_a_page_that_was_opened_before_another_saving_makes_nothing_final() -> None:
    row = draft()
    approved(changed(row))

    with pytest.raises(DraftChanged):
        make_final(draft=row, revision=1, at=NOW, actor=person(Role.OFFICER))


def test_it_is_in_the_log_with_both_digests() -> None:
    version = deviating()

    event = Event.objects.get(action="contract.made_final")

    assert version.digest in event.details
    assert version.word_digest in event.details
