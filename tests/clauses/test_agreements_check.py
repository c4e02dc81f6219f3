"""A workbook of clauses and obligations that comes back: recognised, compared, and never taken over."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from clauses.models import ChosenClause, ContractDraft
from procurement.audit.models import Event
from tests.clauses.agreements_pages import draft, manager

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    call_command("load_clauses", verbosity=0)


def downloaded(row: ContractDraft, kind: str = "xlsx") -> bytes:
    return manager().get(f"/contracts/{row.pk}/afspraken/excel/", {"file": kind}).content


def sent(row: ContractDraft, content: bytes, name: str = "afspraken.xlsx") -> Any:
    return manager().post(
        f"/contracts/{row.pk}/afspraken/vergelijken/", {"file": SimpleUploadedFile(name, content)}
    )


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    book, stream = openpyxl.load_workbook(BytesIO(content)), BytesIO()
    change(book)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_was_agreed_has_no_differences_and_leaves_no_trace(kind: str) -> None:
    row = draft()
    events = Event.objects.count()

    page = sent(row, downloaded(row, kind), f"afspraken.{kind}")

    assert (page.status_code, Event.objects.count()) == (200, events)
    assert "Geen verschillen: dit bestand zegt wat nu is afgesproken." in page.content.decode()
    assert {state for _line, state in page.context["clauses"]} == {"nog zo"}


def test_a_changed_cell_is_told_with_what_it_should_say() -> None:
    row = draft()

    def change(book: Any) -> None:
        book["Clausules"]["C2"] = "De leverancier hoeft niets."

    page = sent(row, changed(downloaded(row), change))

    [(place, said)] = page.context["problems"]
    assert (page.status_code, place) == (422, "blad Clausules, cel C2")
    assert said.startswith("Deze cel is veranderd. Hier hoort te staan: ‘")
    assert "Zet dat terug" not in page.content.decode()
    shown = page.content.decode()
    assert "Er wordt niets uit overgenomen." in shown
    assert ("Dit bestand zegt iets anders dan is afgesproken" in shown, "Herstel dit" in shown) == (
        True,
        False,
    )


def test_an_earlier_version_says_which_clause_is_no_longer_so() -> None:
    row = draft()
    content = downloaded(row)
    gone = ChosenClause.objects.filter(draft=row).order_by("pk").last()
    assert gone is not None
    code, title = gone.version.clause.code, gone.version.title_nl
    gone.delete()

    page = sent(row, content)

    states = {line.code: state for line, state in page.context["clauses"]}
    assert f"{title}</span>" in page.content.decode()
    assert (page.status_code, states.pop(code)) == (200, "staat niet meer in het contract")
    assert "Dit bestand is van een eerdere versie." in page.content.decode()


def test_the_workbook_of_another_contract_is_refused() -> None:
    row, other = draft(), draft(reference="T-2")

    page = sent(row, downloaded(other))

    assert page.status_code == 422
    assert "Dit blad is van een andere aanbesteding (T-2)." in page.content.decode()


def test_a_workbook_of_somebody_else_is_refused() -> None:
    stream = BytesIO()
    openpyxl.Workbook().save(stream)

    page = sent(draft(), stream.getvalue())

    assert (page.status_code, "niet met Tenderwijzer gemaakt" in page.content.decode()) == (422, True)
