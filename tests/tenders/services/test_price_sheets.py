"""The price sheet as bidders get it: part of what is published, and the same bytes for ever."""

import hashlib
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from procurement.incoming import read_rows
from procurement.organisations.models import Role
from procurement.returned_pages import sheet_key
from procurement.returned_sheets import identity_of
from tenders.models import Lot, PublishedDocument
from tenders.procedure.phases import Phase
from tenders.services.documents import bidder_documents, document_bytes, document_names, open_document_bytes
from tests import calculated, cast, priced
from tests.guards import lift_guards
from tests.tenders.views.life_cycle_pages import client

pytestmark = pytest.mark.django_db

NAME = "prijzenblad.xlsx"


def test_a_lot_with_lines_has_a_sheet_among_what_bidders_get() -> None:
    assert bidder_documents(priced.lot().tender) == ("gunningscriteria.docx", "overeenkomst.docx", NAME)


def test_a_lot_with_one_typed_price_has_none() -> None:
    assert NAME not in document_names(cast.lot().tender)


def test_a_lot_that_calculates_its_cost_has_one() -> None:
    assert NAME in document_names(calculated.lot().tender)


def test_of_several_lots_each_has_its_own() -> None:
    lot = priced.lot()
    cast.lot(lot.tender, number=2)

    assert bidder_documents(lot.tender)[-1] == "prijzenblad-perceel-1.xlsx"


def test_a_draft_that_cannot_be_read_has_none() -> None:
    lot = priced.lot()
    Lot.objects.filter(pk=lot.pk).update(award_parameters={"onzin": []}, award_method="bestaat niet")

    assert isinstance(document_names(lot.tender), tuple)


def test_what_was_published_is_given_whatever_the_program_would_make_now() -> None:
    tender = priced.open_for_bids().tender
    lift_guards("tenders_publisheddocument")
    PublishedDocument.objects.filter(name=NAME, language="nl").update(content=b"zoals toen")

    assert document_bytes(tender=tender, name=NAME, language="nl")[2] == b"zoals toen"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_downloaded_are_the_very_bytes_that_were_published(language: str) -> None:
    tender = priced.open_for_bids().tender
    kept = PublishedDocument.objects.get(publication__tender=tender, name=NAME, language=language)

    filename, kind, content = document_bytes(tender=tender, name=NAME, language=language)  # type: ignore[arg-type]

    assert (filename, content) == ("T-1-prijzenblad.xlsx", bytes(kept.content))
    assert kind == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert kept.digest == hashlib.sha256(content).hexdigest()


def test_the_sheet_says_what_it_is_and_has_no_prices() -> None:
    tender = priced.open_for_bids().tender
    content = document_bytes(tender=tender, name=NAME, language="nl")[2]

    identity = identity_of(read_rows(content, NAME), sheet_key())

    assert (identity.kind, identity.tender, identity.lot, identity.version) == (
        "price-sheet",
        "T-1",
        "1",
        "1",
    )
    sheet = load_workbook(BytesIO(content))["Prijzen"]
    assert [sheet[f"G{row}"].value for row in (9, 10, 11)] == [None] * 3
    assert sheet["A2"].value == "Laptops (T-1), Perceel 1: Laptops, versie 1 van 14 september 2026"


def test_the_same_sheet_as_open_document() -> None:
    tender = priced.open_for_bids().tender

    filename, kind, content = open_document_bytes(tender=tender, name="prijzenblad.ods", language="nl")

    assert (filename, kind) == (
        "T-1-prijzenblad.ods", "application/vnd.oasis.opendocument.spreadsheet",
    )  # fmt: skip
    excel = identity_of(
        read_rows(document_bytes(tender=tender, name=NAME, language="nl")[2], NAME), sheet_key()
    )
    assert identity_of(read_rows(content, filename), sheet_key()) == excel


@pytest.mark.parametrize("name", [NAME, "prijzenblad.ods"])
def test_the_page_has_it_and_so_has_the_published_version(name: str) -> None:
    tender = priced.open_for_bids().tender
    page = client().get(reverse("tenders:documents", args=[tender.pk])).content.decode()
    address = reverse("tenders:document", args=[tender.pk, name])

    response = client(Role.LAWYER).get(address)

    assert (response.status_code, address in page) == (200, True)
    published = client().get(reverse("tenders:published_document", args=[tender.pk, 1, NAME]))
    assert (published.status_code, published["Content-Type"].endswith("spreadsheetml.sheet")) == (200, True)


def test_a_draft_is_downloaded_as_a_draft() -> None:
    lot = priced.lot()
    content = document_bytes(tender=lot.tender, name=NAME, language="nl")[2]

    identity = identity_of(read_rows(content, NAME), sheet_key())

    assert identity.version == ""
    cast.published(lot.tender, Phase.SUBMISSION)
    published = document_bytes(tender=lot.tender, name=NAME, language="nl")[2]
    assert identity_of(read_rows(published, NAME), sheet_key()).version == "1"
