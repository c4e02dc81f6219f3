"""The documents page: downloads under our own names, for members only."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast

pytestmark = pytest.mark.django_db

ZIP = b"PK\x03\x04"


@pytest.fixture
def lot() -> Lot:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    return lot


def address(lot: Lot) -> str:
    return reverse("tenders:documents", args=[lot.tender_id])


def download(lot: Lot, name: str, language: str = "nl") -> str:
    return f"{reverse('tenders:document', args=[lot.tender_id, name])}?language={language}"


def test_without_a_ranking_the_page_says_what_the_rest_waits_for(client: Client, lot: Lot) -> None:
    client.force_login(cast.person(Role.OFFICER))

    offered = client.get(address(lot)).context["offered"]

    assert [(each.name, each.available) for each in offered] == [
        ("gunningscriteria.docx", True),
        ("overeenkomst.docx", True),
        ("gunningsadvies.docx", False),
        ("beoordeling.xlsx", False),
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "name", ["gunningscriteria.docx", "overeenkomst.docx", "gunningsadvies.docx", "beoordeling.xlsx"]
)
def test_every_offered_document_downloads(client: Client, lot: Lot, name: str, language: str) -> None:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    client.force_login(cast.person(Role.LAWYER))

    response = client.get(download(lot, name, language))

    assert response["Content-Disposition"] == f'attachment; filename="T-1-{name}"'
    assert response.content[:4] == ZIP


def test_the_snapshot_of_a_calculation_is_offered_once_for_all_languages(client: Client, lot: Lot) -> None:
    found = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    client.force_login(cast.person(Role.LAWYER))
    name = f"momentopname-perceel-{lot.number}.json"

    offered = client.get(address(lot)).context["offered"]
    response = client.get(download(lot, name))

    assert [(each.name, each.kind) for each in offered if not each.in_languages] == [(name, "JSON")]
    assert response.content == found.snapshot.encode()


def test_a_faulty_draft_lists_what_to_do(client: Client) -> None:
    lot = cast.lot_with_bids()
    lot.criteria.filter(code="P").update(weight=50)
    client.force_login(cast.person(Role.OFFICER))

    page = client.get(download(lot, "gunningscriteria.docx"))

    assert (page.status_code, len(page.context["obstacles"])) == (409, 1)


def test_a_lot_that_is_not_ready_offers_no_document(client: Client) -> None:
    lot = cast.lot_with_bids()
    lot.criteria.filter(code="P").update(weight=50)
    client.force_login(cast.person(Role.OFFICER))

    page = client.get(address(lot))

    text = page.content.decode()
    assert (len(page.context["obstacles"]), text.count("?language=")) == (1, 0)
    assert text.count("Daarom zijn er nog geen documenten.") == 1


def test_a_text_that_excel_cannot_hold_names_its_place(client: Client) -> None:
    lot = cast.lot_with_bids()
    lot.criteria.get(code="K").levels.filter(code="goed").update(description="x" * 40_000)
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    client.force_login(cast.person(Role.OFFICER))

    page = client.get(download(lot, "beoordeling.xlsx"))

    assert (page.status_code, page.context["refused"][:21]) == (409, "'Criteria en regels'!")


def test_each_of_several_lots_has_a_contract_to_download(client: Client) -> None:
    first = cast.lot_with_bids()
    cast.lot(of=first.tender, number=2)
    cast.published(first.tender, Phase.EVALUATION)
    client.force_login(cast.person(Role.OFFICER))

    offered = [each.name for each in client.get(address(first)).context["offered"]]
    contract = client.get(download(first, "overeenkomst-perceel-2.docx"))

    assert offered[1:4] == ["overeenkomst.docx", "overeenkomst-perceel-1.docx", "overeenkomst-perceel-2.docx"]
    assert contract.content[:4] == ZIP


@pytest.mark.parametrize("name", ["geheim.docx", "gunningsadvies.docx"])
def test_what_is_not_there_cannot_be_downloaded(client: Client, lot: Lot, name: str) -> None:
    client.force_login(cast.person(Role.OFFICER))

    assert client.get(download(lot, name)).status_code == 404


@pytest.mark.parametrize(("role", "of"), [(Role.JUROR, "Amaranth"), (Role.OFFICER, "Bellis")])
def test_others_find_nothing(client: Client, lot: Lot, role: Role, of: str) -> None:
    client.force_login(cast.person(role, of))

    found = [client.get(page).status_code for page in (address(lot), download(lot, "gunningscriteria.docx"))]

    assert found == [404, 404]


@pytest.mark.parametrize("name", ["gunningscriteria.odt", "overeenkomst.odt", "gunningsadvies.odt"])
def test_every_word_text_downloads_as_open_document_too(client: Client, lot: Lot, name: str) -> None:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    client.force_login(cast.person(Role.LAWYER))

    response = client.get(download(lot, name))

    assert response["Content-Disposition"] == f'attachment; filename="T-1-{name}"'
    assert response["Content-Type"] == "application/vnd.oasis.opendocument.text"
    assert response.content[30:38] == b"mimetype"


def test_a_workbook_is_no_open_document_text(client: Client, lot: Lot) -> None:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    client.force_login(cast.person(Role.LAWYER))

    assert client.get(download(lot, "beoordeling.odt")).status_code == 404
