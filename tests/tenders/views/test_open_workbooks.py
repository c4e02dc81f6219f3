"""Every workbook that is offered in Excel is offered as OpenDocument too, with the same cells."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from procurement.incoming import Sheet, read_rows
from procurement.organisations.models import Role
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast, evidence
from tests.calculated import opened, prices_opened
from tests.tenders.views.deviations_pages import reasons
from tests.tenders.views.life_cycle_pages import two_bids

pytestmark = pytest.mark.django_db

OPEN = "application/vnd.oasis.opendocument.spreadsheet"
YEAR = {"start": "2026-01-01", "end": "2026-12-31"}


def the_deviations() -> str:
    reasons(cast.tender(), text="=1+1 <b>vet</b>")
    return reverse("tenders:deviations_workbook")


def the_evidence() -> str:
    evidence.used(evidence.piece(title="=cmd|'/c calc'!A0"), cast.lot_with_bids())
    return reverse("tenders:evidence_workbook")


def the_costs() -> str:
    return reverse("tenders:cost_workbook", args=[prices_opened(opened(two_bids())).pk])


def the_report() -> str:
    cast.published(cast.lot_with_bids().tender)
    return reverse("tenders:board_report")


WORKBOOKS = (the_deviations, the_evidence, the_costs, the_report)


def client() -> Client:
    found = Client()
    found.force_login(cast.person(Role.OFFICER))
    return found


def sheets(answer: HttpResponse) -> tuple[Sheet, ...]:
    name = answer["Content-Disposition"].split('"')[1]
    return read_rows(answer.content, name).sheets


@pytest.mark.parametrize("make", WORKBOOKS)
def test_the_workbook_is_there_in_both_forms_with_the_same_cells(make: Callable[[], str]) -> None:
    address, asked = make(), client()

    excel, open_document = (asked.get(address, {**YEAR, "file": kind}) for kind in ("xlsx", "ods"))

    assert open_document["Content-Type"] == OPEN
    assert open_document["Content-Disposition"] == excel["Content-Disposition"].replace(".xlsx", ".ods")
    assert sheets(open_document) == sheets(excel)
    assert sum(len(sheet.rows) for sheet in sheets(excel)) > 1


@pytest.mark.parametrize("make", WORKBOOKS)
def test_another_kind_of_file_is_not_there(make: Callable[[], str]) -> None:
    assert client().get(make(), {**YEAR, "file": "exe"}).status_code == 404


def test_the_scores_of_a_tender_are_there_in_both_forms() -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    names = ("beoordeling.xlsx", "beoordeling.ods")

    excel, open_document = (
        client().get(reverse("tenders:document", args=[lot.tender_id, name])) for name in names
    )

    assert open_document["Content-Disposition"] == 'attachment; filename="T-1-beoordeling.ods"'
    assert open_document["Content-Type"] == OPEN
    assert sheets(open_document) == sheets(excel)


def test_every_page_that_offers_excel_offers_open_document() -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    evidence.piece()
    reasons(cast.tender(reference="T-2"))
    pages = {
        reverse("tenders:documents", args=[lot.tender_id]): "beoordeling.ods/?language=",
        reverse("tenders:deviations"): "file=ods",
        reverse("tenders:evidence_register"): "file=ods",
    }

    found = {page: client().get(page).content.decode().count(link) for page, link in pages.items()}

    assert found == dict.fromkeys(pages, 2)
