"""Several values in one cell: on the pages, in the award report and in the workbook."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.documents import document_bytes
from tenders.services.evaluate import evaluate_lot
from tests import cast, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    lot = meeting.published(meeting.judged_lot(Lot.Combination.MEAN), Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def explained(page: Any) -> Any:
    return next(one for one in page.context["explained"] if one.leaf.code == "K")


def test_the_explanation_shows_each_value_and_who_said_why(officer: Client, lot: Lot) -> None:
    page = officer.get(reverse("tenders:explanation", args=[lot.pk, "A"]))

    found = explained(page)
    assert found.offered == "goed; voldoende; matig"
    assert [line.split(":")[0] for line in found.motivation.split("\n")] == [
        "Beoordelaar A", "Beoordelaar B", "Beoordelaar C",
    ]  # fmt: skip
    assert str(found.working.rounded) == "8.00"


def test_the_grid_shows_the_values_without_a_field_to_type_in(officer: Client, lot: Lot) -> None:
    page = officer.get(reverse("tenders:scores", args=[lot.pk]))

    assert "goed / voldoende / matig" in page.content.decode()


def test_the_workbook_has_a_column_for_each_assessor(lot: Lot) -> None:
    _, _, content = document_bytes(tender=lot.tender, name="beoordeling.xlsx", language="nl")

    sheets = load_workbook(BytesIO(content))
    cells = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert {f"Service – beoordelaar {number}" for number in (1, 2, 3)} <= cells


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_award_report_is_made(lot: Lot, language: Any) -> None:
    name, _, content = document_bytes(tender=lot.tender, name="gunningsadvies.docx", language=language)

    assert (name, content[:2]) == ("T-1-gunningsadvies.docx", b"PK")
