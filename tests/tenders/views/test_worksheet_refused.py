"""A worksheet that is not taken over, and the words that say why."""

from typing import Any

import pytest
from django.test import Client

from tenders.models import Assessor, Lot
from tests import panel
from tests.guards import without_guards
from tests.panel import address, client_of
from tests.tenders.views.worksheet_pages import SHEET, downloaded, filled_in, said, scored, sent, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def refused(client: Client, lot: Lot, content: bytes, name: str = "werkblad.xlsx") -> str:
    answer = sent(client, lot, content, name)
    assert (answer.status_code, stored()) == (422, {})
    return said(answer)


def test_somebody_elses_sheet_is_refused(first: Assessor) -> None:
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    content = downloaded(client_of(second), first.lot)

    assert "Dit blad is van iemand anders." in refused(client_of(first), first.lot, content)


def test_a_sheet_of_another_version_is_refused(first: Assessor) -> None:
    client = client_of(first)
    content = downloaded(client, first.lot)
    with without_guards("tenders_criterion"):
        first.lot.criteria.filter(code="K").update(title="Andere titel")

    assert "oudere versie" in refused(client, first.lot, content)


def test_a_sheet_from_before_a_conflict_is_refused(first: Assessor) -> None:
    client = client_of(first)
    content = downloaded(client, first.lot)
    panel.declares(first, "A")

    assert "oudere versie" in refused(client, first.lot, content)


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        ("A8", "Inschrijver Z", "cel A8: Deze cel is veranderd."),
        ("D8", "Alles goed", "cel D8: De uitkomst in deze cel hoort niet bij wat is ingevuld."),
        ("B8", "Uitmuntend", "cel B8: ‘Uitmuntend’ staat niet in de keuzelijst."),
        ("B8", '=IF(1=1,"goed","")', "cel B8: Hier staat een formule."),
        ("C8", 8, "cel C8: ‘8’ is hier als getal of datum bewaard."),
        ("C8", "x" * 8_001, "cel C8: Deze tekst heeft 8001 tekens."),
        ("F9", "nog een antwoord", "cel F9: Hier hoort niets te staan."),
    ],
)
def test_what_does_not_belong_is_told_with_its_place(
    first: Assessor, place: str, value: object, sentence: str
) -> None:
    client = client_of(first)

    def fill(book: Any) -> None:
        scored("goed", "matig")(book)
        book[SHEET][place] = value

    words = refused(client, first.lot, filled_in(downloaded(client, first.lot), fill))

    assert sentence in words
    assert "Er is niets bewaard." in words


@pytest.mark.parametrize("conflicts", ["", "A"])
def test_without_a_file_nothing_is_compared(first: Assessor, conflicts: str) -> None:
    panel.declares(first, *conflicts)

    answer = client_of(first).post(address(first.lot, "worksheet"))

    assert (answer.status_code, "is_compared" in answer.context) == (422, False)


def test_another_file_is_refused(first: Assessor) -> None:
    client = client_of(first)

    assert "Bewaar het als .xlsx, .ods en kies" in refused(client, first.lot, b"a;b\n1;2\n", "lijst.csv")
    assert "beschadigd" in refused(client, first.lot, b"PK\x03\x04 geen zip")
