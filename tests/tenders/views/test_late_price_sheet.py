"""A price that follows its bid: read from the bidder's price sheet into the form, and sealed as if typed."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.returned_sheets import Answer
from tenders.lifecycle.statement import inputs_of
from tenders.models import LifecycleAnswer, Lot, SealedBid, SealedPrices, Tender
from tenders.procedure.phases import Phase
from tests import calculated, cast, priced, sealed
from tests.guards import without_guards
from tests.sealed import bids_page
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.views.bids_pages import of_bid
from tests.tenders.views.filled_price_sheets import ANSWERS, CANARIES, CANARY, filled_in

pytestmark = pytest.mark.django_db

PRICES = {"price-input-0": "41.627,53", "price-input-1": "120", "price-input-2": "86,6667"}
STORED = {"price_line:1": "41627.53", "price_line:2": "120", "price_line:3": "86.6667"}


@pytest.fixture
def lot() -> Lot:
    """One bid without its prices; the deadline has passed."""
    return with_a_bid(priced.open_for_bids())


@pytest.fixture
def early() -> Lot:
    """The same before the deadline."""
    row = priced.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=1))
    cast.published(Tender.objects.get(), Phase.SUBMISSION)
    return with_a_bid(Lot.objects.get(pk=row.pk))


def with_a_bid(row: Lot) -> Lot:
    sealed.sealed(row, sealed.new_bid(CANARY, prices={}, chamber_of_commerce="12345678"))
    return row


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client


def read(client: Client, lot: Lot, answers: Mapping[str, Answer] = ANSWERS, **more: Any) -> Any:
    """With the receipt form."""
    file = filled_in(lot, answers, **more)
    return client.post(bids_page(lot), {"price_sheet": "1", "price_sheet-file": file})


def read_late(client: Client, lot: Lot, answers: Mapping[str, Answer] = ANSWERS, **more: Any) -> Any:
    """On the page of the opened bid."""
    return client.post(of_bid(lot), {"sheet": "1", "sheet-file": filled_in(lot, answers, **more)})


def sign(lot: Lot) -> None:
    client = Client()
    client.force_login(cast.person(Role.LAWYER))
    assert (
        client.post(of_bid(lot), {"sign": "1", "late-reason": "De kluis ging later open."}).status_code == 302
    )


def opened(lot: Lot) -> Lot:
    sealed.opened(lot)
    sign(lot)
    return lot


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_prices_stand_in_the_form_of_the_receipt_and_are_sealed_as_typed(
    officer: Client, early: Lot, kind: str
) -> None:
    receipt = SealedBid.objects.get().receipt
    page = read(officer, early, kind=kind)

    assert (page.status_code, SealedPrices.objects.count()) == (200, 0)
    shown = page.context["prices"].initial
    assert shown == PRICES
    assert f"de inschrijver {CANARY}, KvK-nummer 12345678" in page.content.decode()
    sent = {"prices": "1", "prices-receipt": receipt} | {
        f"prices-{name}": text for name, text in shown.items()
    }
    assert officer.post(bids_page(early), sent).status_code == 302
    with without_guards("tenders_tender"):
        Tender.objects.update(deadline=cast.DEADLINE)
    priced.prices_opened(Lot.objects.get())
    assert dict(LifecycleAnswer.objects.values_list("code", "value")) == STORED


def test_a_wrong_sheet_is_refused_with_its_cells(officer: Client, early: Lot) -> None:
    page = read(officer, early, {**ANSWERS, "price_line:3": "duur"})

    assert (page.status_code, page.context["prices"].initial) == (422, {})
    assert "blad Prijzen, cel G11:" in page.content.decode()
    assert "Er is niets verzegeld." in page.content.decode()
    assert "Typ zijn prijzen in het formulier, of vraag de inschrijver" in page.content.decode()


def test_after_the_deadline_no_sheet_is_read_for_a_receipt(officer: Client, lot: Lot) -> None:
    page = read(officer, lot)

    assert (page.status_code, page.context["prices"].initial) == (422, {})
    assert "Een prijs aanvullen of vervangen kon tot" in page.content.decode()
    assert 'name="price_sheet"' not in page.content.decode()


def test_the_second_person_reads_the_sheet_of_an_opened_bid_and_seals_it(officer: Client, lot: Lot) -> None:
    opened(lot)
    events = Event.objects.count()

    page = read_late(officer, lot)

    assert (page.status_code, SealedPrices.objects.count(), Event.objects.count()) == (200, 0, events)
    shown = page.context["late"].form.initial
    assert (shown, page.context["late"].remarks) == (PRICES, ())
    sent = {"price": "1"} | {f"price-{name}": text for name, text in shown.items()}
    assert officer.post(of_bid(lot), sent).status_code == 302
    assert SealedPrices.objects.get().bid.opened.code == "A"
    again = officer.get(of_bid(lot)).content.decode()
    assert [word for word in CANARIES[2:] if word in again] == []


def test_two_buttons_in_one_request_are_the_first_of_them(officer: Client, lot: Lot) -> None:
    opened(lot)
    prices = {f"price-{name}": text for name, text in PRICES.items()}

    bare = officer.post(of_bid(lot), {"price": "1", "sheet": "1", "sign": "1"})
    assert (bare.status_code, SealedPrices.objects.count()) == (409, 0)
    both = {"price": "1", "sheet": "1", "sheet-file": filled_in(lot), **prices}
    assert officer.post(of_bid(lot), both).status_code == 302
    assert SealedPrices.objects.count() == 1


def test_without_the_signature_of_somebody_else_no_sheet_is_read(officer: Client, lot: Lot) -> None:
    sealed.opened(lot)

    page = read_late(officer, lot)

    assert (page.status_code, page.context["late"].form.initial) == (422, {})
    assert "Iemand anders tekent eerst" in page.content.decode()


def test_who_signed_reads_no_sheet_in_the_same_name(client: Client, lot: Lot) -> None:
    opened(lot)
    client.force_login(cast.person(Role.LAWYER))

    assert read_late(client, lot).status_code == 422


def test_the_sheet_of_a_bidder_with_another_number_is_refused(officer: Client, lot: Lot) -> None:
    page = read_late(officer, opened(lot), {**ANSWERS, "chamber_of_commerce": "87654321"})

    assert (page.status_code, page.context["late"].form.initial) == (422, {})
    assert "KvK-nummer 87654321; deze inschrijving is van 12345678" in page.content.decode()


def test_another_name_on_the_sheet_is_told_beside_the_prices(officer: Client, lot: Lot) -> None:
    page = read_late(officer, opened(lot), {**ANSWERS, "supplier": "Fuut B.V."})

    assert page.context["late"].form.initial == PRICES
    assert f"de naam ‘Fuut B.V.’; deze inschrijving is van ‘{CANARY}’" in page.content.decode()


@pytest.mark.parametrize(
    ("left_out", "known", "said"),
    [
        (("supplier", "chamber_of_commerce"), "12345678", ["geen naam", "geen KvK-nummer"]),
        (("chamber_of_commerce",), "12345678", ["geen KvK-nummer"]),
        (("supplier",), "12345678", ["geen naam"]),
        ((), "", ["van de inschrijver is geen KvK-nummer bekend"]),
        (("supplier", "chamber_of_commerce"), "", ["geen naam", "geen KvK-nummer"]),
    ],
)
def test_what_does_not_show_whose_sheet_it_is_is_told_beside_the_prices(
    officer: Client, left_out: tuple[str, ...], known: str, said: list[str]
) -> None:
    row = priced.open_for_bids()
    sealed.sealed(row, sealed.new_bid(CANARY, prices={}, chamber_of_commerce=known))

    page = read_late(officer, opened(row), {**ANSWERS, **dict.fromkeys(left_out)})

    remarks = [each.nl for each in page.context["late"].remarks]
    assert page.context["late"].form.initial == PRICES
    assert len(remarks) == len(said)
    assert [words for words, remark in zip(said, remarks, strict=True) if words not in remark] == []
    assert all(CANARY in remark for remark in remarks)


def test_a_wrong_sheet_of_an_opened_bid_is_refused_with_its_cells(officer: Client, lot: Lot) -> None:
    page = read_late(officer, opened(lot), {**ANSWERS, "price_line:2": None, "price_line:3": "duur"})

    assert page.status_code == 422
    assert "blad Prijzen, cel G11:" in page.content.decode()


def test_what_is_no_price_and_differs_from_the_bid_is_told_and_left(officer: Client) -> None:
    lot = calculated.open_for_bids()
    prices = {each.code for each in inputs_of(calculated.PLAN) if each.is_price}
    given = {code: value for code, value in answers(calculated.PLAN).items() if code not in prices and value}
    given |= {"laptop:lifetime": "6", "laptop:refurbished": "no"}
    sealed.sealed(lot, sealed.new_bid(CANARY, values=given, prices={}, as_received=True))
    opened(lot)

    page = read_late(officer, lot, {"laptop:lifetime": Decimal(7), "laptop:refurbished": "ja"})

    said = [each.nl for each in page.context["late"].remarks]
    assert any("‘7’, in de geopende inschrijving ‘6’" in text for text in said)
    assert any("‘ja’, in de geopende inschrijving ‘nee’" in text for text in said)


def test_a_lot_with_one_typed_price_asks_no_sheet(officer: Client) -> None:
    lot = sealed.open_for_bids()
    sealed.sealed(lot, sealed.new_bid(CANARY, prices={}))

    opened(lot)
    assert 'name="sheet"' not in officer.get(of_bid(lot)).content.decode()
