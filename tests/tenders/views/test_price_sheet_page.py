"""A filled-in price sheet is read into the form of a bid, and nothing is stored before the bid is sealed."""

import logging
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.returned_sheets import Answer
from tenders.models import LifecycleAnswer, Lot, SealedBid, SealedPrices
from tenders.procedure.phases import Phase
from tests import calculated, cast, priced, sealed
from tests.sealed import bids_page
from tests.tenders.views.filled_price_sheets import ANSWERS, CANARIES, CANARY, filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return priced.open_for_bids()


def read(client: Client, lot: Lot, file: Any) -> Any:
    return client.post(bids_page(lot), {"sheet": "1", "sheet-file": file})


def shown(response: Any) -> dict[str, str]:
    """By the name of the field what stands in the form of a bid."""
    form = response.context["one"]
    return {name: form.initial[name] for name in form.initial if form.initial[name]}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_sheet_says_stands_in_the_form(officer: Client, lot: Lot, kind: str, language: str) -> None:
    response = read(officer, lot, filled_in(lot, kind=kind, language=language))

    assert response.status_code == 200
    assert shown(response) == {
        "supplier": CANARY,
        "chamber_of_commerce": "12345678",
        "price-input-0": "41.627,53",
        "price-input-1": "120",
        "price-input-2": "86,6667",
    }
    assert 'value="41.627,53"' in response.content.decode()
    assert "Nu is er nog niets bewaard." in response.content.decode()


def test_the_form_is_sent_as_it_stands_and_seals_in_one_event(officer: Client, lot: Lot) -> None:
    stated = shown(read(officer, lot, filled_in(lot)))
    before = Event.objects.count()
    key = lot.criteria.get(code="D1").pk

    response = officer.post(
        bids_page(lot),
        {"one": "1", "one-received_at": "27-10-2026 10:15:07", f"one-value-{key}": "280,25"}
        | {f"one-{name}": value for name, value in stated.items()},
    )

    assert response.status_code == 302
    new = Event.objects.order_by("sequence")[before:].values_list("action", flat=True)
    assert sorted(new) == ["bids.price_sealed", "bids.sealed"]
    priced.prices_opened(lot)
    answers = dict(LifecycleAnswer.objects.values_list("code", "value"))
    assert answers == {"price_line:1": "41627.53", "price_line:2": "120", "price_line:3": "86.6667"}


def test_reading_stores_nothing_anywhere(officer: Client, lot: Lot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    read(officer, lot, filled_in(lot))
    read(officer, lot, filled_in(lot, {**ANSWERS, "price_line:2": Decimal("41627.53")}))

    assert (SealedBid.objects.count(), SealedPrices.objects.count()) == (0, 0)
    assert [word for word in CANARIES if word in caplog.text] == []
    assert _readable_in_rows() == []
    kept = str(dict(officer.session.items()))  # in its row it is packed
    assert [word for word in CANARIES if word in kept] == []
    again = officer.get(bids_page(lot)).content.decode()
    assert [word for word in CANARIES if word in again] == []


def _readable_in_rows() -> list[tuple[str, str]]:
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            for row in cursor.fetchall():
                cells = [bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in row]
                found += [(name, word) for word in CANARIES if any(word.encode() in cell for cell in cells)]
    return found


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"price_line:2": Decimal("150.01")}, "blad Prijzen, cel G10:"),
        ({"price_line:1": Decimal("-1")}, "blad Prijzen, cel G9:"),
        ({"price_line:3": Decimal("1.00001")}, "blad Prijzen, cel G11:"),
        ({"price_line:3": "duur"}, "blad Prijzen, cel G11:"),
    ],
)
def test_a_wrong_price_is_told_at_its_cell(
    officer: Client, lot: Lot, changed: dict[str, Answer], words: str
) -> None:
    response = read(officer, lot, filled_in(lot, {**ANSWERS, **changed}))

    assert response.status_code == 422
    assert words in response.content.decode()
    assert "Er is niets verzegeld." in response.content.decode()
    assert not response.context["one"].initial


def test_a_sheet_without_a_price_is_not_said_to_be_read_in(officer: Client, lot: Lot) -> None:
    page = read(officer, lot, filled_in(lot, dict.fromkeys(ANSWERS)))

    said = page.content.decode()
    assert ("Op dit prijzenblad staat geen enkele prijs." in said, "is ingelezen" in said) == (True, False)


def test_the_officer_is_not_told_to_mend_the_sheet_of_a_bidder(officer: Client, lot: Lot) -> None:
    """The deadline has passed."""
    wrong = {"price_line:2": Decimal("150.01"), "price_line:3": "duur"}

    page = read(officer, lot, filled_in(lot, {**ANSWERS, **wrong}))

    said = page.content.decode()
    assert "‘duur’ is geen getal.</li>" in said
    assert "150,01 is te hoog; het hoogste is 150.</li>" in said
    assert "Na het uiterste tijdstip verandert de inschrijver niets meer: typ de prijzen" in said


def test_a_missing_price_is_told_when_the_bid_is_sealed(officer: Client, lot: Lot) -> None:
    stated = shown(read(officer, lot, filled_in(lot, {**ANSWERS, "price_line:2": None})))

    response = officer.post(
        bids_page(lot),
        {"one": "1", "one-received_at": "27-10-2026 10:15:07"}
        | {f"one-{name}": value for name, value in stated.items()},
    )

    assert (response.status_code, SealedBid.objects.count()) == (422, 0)
    assert "Vul de prijs van regel 2 in: Dock, per stuk." in response.content.decode()


def test_a_sheet_of_another_tender_is_refused(officer: Client, lot: Lot) -> None:
    other = cast.lot(cast.tender(reference="T-2"))
    priced.save(other, priced.LINES)
    other.criteria.filter(code="P").update(
        parameters={"floor": "80000", "ceiling": "120000", "outside": "clip"}
    )
    cast.published(other.tender, Phase.SUBMISSION)

    response = read(officer, lot, filled_in(other))

    assert response.status_code == 422
    assert "T-2" in response.content.decode()


def test_a_sheet_of_the_draft_is_refused_after_publication(officer: Client) -> None:
    lot = priced.lot()
    draft = filled_in(lot)
    cast.published(lot.tender, Phase.SUBMISSION)

    page = read(officer, lot, draft)

    said = page.content.decode()
    assert page.status_code == 422
    assert "De aanbesteding of het programma is daarna veranderd.</li>" in said
    assert ("uw antwoorden" in said, "typ de prijzen in het formulier" in said) == (False, True)


def test_before_publication_nothing_is_read(officer: Client) -> None:
    lot = priced.lot()

    assert read(officer, lot, filled_in(lot)).status_code == 409


@pytest.mark.parametrize("content", [b"", b"geen werkmap", b"PK\x03\x04stuk"])
def test_what_is_no_sheet_is_refused_in_words(officer: Client, lot: Lot, content: bytes) -> None:
    response = read(officer, lot, SimpleUploadedFile("prijzenblad.xlsx", content))

    assert response.status_code == 422


@pytest.mark.parametrize("who", [Role.LAWYER, Role.AUDITOR])
def test_only_who_registers_bids_reads_a_sheet(client: Client, lot: Lot, who: Role) -> None:
    client.force_login(cast.person(who))

    assert read(client, lot, filled_in(lot)).status_code == 403


def test_a_lot_without_a_price_sheet_has_no_place_to_read_one(officer: Client) -> None:
    lot = sealed.open_for_bids()

    assert 'name="sheet"' not in officer.get(bids_page(lot)).content.decode()
    assert read(officer, lot, SimpleUploadedFile("a.xlsx", b"x")).status_code == 422


def test_a_sheet_of_a_calculation_fills_in_both_parts(officer: Client) -> None:
    lot = calculated.open_for_bids()
    answers: dict[str, Answer] = {
        "supplier": CANARY,
        "laptop:supply.form": "koop",
        "laptop:supply.price": Decimal("7391.57"),
        "laptop:lifetime": Decimal(6),
        "laptop:refurbished": "nee",
    }

    response = read(officer, lot, filled_in(lot, answers))

    text = response.content.decode()
    assert response.status_code == 200
    assert sorted(shown(response).values()) == sorted([CANARY, "purchase", "7.391,57", "6", "no"])
    assert '<option value="purchase" selected' in text
