"""A file that is not the evaluation workbook of this tender is refused with words."""

from typing import Any

import pytest

from procurement.documents.properties import Properties
from procurement.documents.workbook import Sheet, Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.returned_pages import sheet_key
from procurement.returned_sheets.identity import Identity, identity_sheet
from tenders.models import Lot
from tests import cast
from tests.tenders.views.evaluation_pages import calculated, changed, downloaded, said, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return calculated(cast.lot_with_bids())


def test_the_workbook_of_another_tender_or_of_another_organisation_is_refused(lot: Lot) -> None:
    other = calculated(cast.lot_with_bids(cast.tender(reference="T-2")))
    content = downloaded(other)

    page = sent(lot, content)

    assert (page.status_code, page.context["found"]) == (422, None)
    assert "Dit blad is van een andere aanbesteding (T-2). Kies het blad van T-1." in said(page)


def where(book: Any, sheet: str, text: str) -> Any:
    """The first cell on the sheet with this text."""
    return next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == text)


def test_a_workbook_without_identity_or_with_another_one_is_refused(lot: Lot) -> None:
    def without(book: Any) -> None:
        del book["_tenderwijzer"]

    def renumbered(book: Any) -> None:
        where(book, "_tenderwijzer", "1/1:1").value = "1/1:2"

    gone, other = (sent(lot, changed(downloaded(lot), change)) for change in (without, renumbered))

    assert (gone.status_code, "niet met Tenderwijzer gemaakt" in said(gone)) == (422, True)
    assert (other.status_code, "Het kenmerk van dit bestand is veranderd." in said(other)) == (422, True)


def test_a_price_sheet_is_another_kind_of_workbook(lot: Lot) -> None:
    identity = Identity(kind="price-sheet", organisation=str(lot.tender.organisation_id), tender="T-1")
    properties = Properties(author="Gemeente", created=cast.NOW)
    sheets = (Sheet(title="Prijzen", rows=()), identity_sheet(identity, sheet_key(), {}))
    workbook = Workbook(title="Prijzen", language="nl", properties=properties, sheets=sheets)

    page = sent(lot, xlsx_bytes(workbook))

    assert (page.status_code, "Dit is een ander soort blad." in said(page)) == (422, True)
