"""An evaluation workbook that comes back: held against what is recorded, and never taken over."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.libreoffice import saved_as
from tests.tenders.views.evaluation_pages import (
    calculated,
    changed,
    client,
    downloaded,
    forged,
    lines,
    said,
    sent,
)

pytestmark = pytest.mark.django_db

SAME = "Dit bestand zegt wat is vastgesteld."
OTHER = "Dit bestand zegt iets anders dan is vastgesteld."


@pytest.fixture
def lot() -> Lot:
    return calculated(cast.lot_with_bids())


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_downloaded_says_what_is_recorded_and_leaves_no_trace(
    lot: Lot, kind: str, language: str
) -> None:
    content = downloaded(lot, kind, language)
    events = Event.objects.count()

    page = sent(lot, content, f"beoordeling.{kind}")

    assert (page.status_code, lines(page), page.context["problems"]) == (200, {}, [])
    assert (SAME in said(page), "niet de nieuwste stand" in said(page)) == (True, False)
    assert "versie 1 van de criteria. De nieuwste versie is 1." in said(page)
    assert "Hoe het bestand ze toont, is niet vergeleken" in said(page)
    assert Event.objects.count() == events


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_file_saved_again_by_libreoffice_says_the_same(lot: Lot, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "beoordeling.xlsx"
    path.write_bytes(downloaded(lot))

    saved = saved_as(path, tmp_path / "out", kind)

    page = sent(lot, saved.read_bytes(), saved.name)
    assert (page.status_code, lines(page), page.context["problems"]) == (200, {}, [])


def test_a_score_and_a_price_that_were_changed_are_told_with_bid_and_criterion(lot: Lot) -> None:
    def change(book: Any) -> None:
        book["Invoer 1"]["F6"] = "goed"
        book["Invoer 1"]["E7"] = 1049.5

    page = sent(lot, changed(downloaded(lot), change))

    assert (page.status_code, OTHER in said(page)) == (422, True)
    assert lines(page) == {
        "input": [
            ("blad Invoer 1, cel F6", "A Leverancier A: Service", "voldoende", "goed"),
            ("blad Invoer 1, cel E7", "B Leverancier B: Prijs", "1.050", "1.049,5"),
        ]
    }


def test_a_formula_in_the_place_of_a_price_is_told_whatever_it_gives(lot: Lot) -> None:
    def change(book: Any) -> None:
        book["Invoer 1"]["E6"] = "=450+450"

    page = sent(lot, changed(downloaded(lot), change))

    [(place, _title, recorded, in_file)] = lines(page)["input"]
    assert (place, recorded, in_file) == (
        "blad Invoer 1, cel E6",
        "900",
        "een formule, met uitkomst (leeg)",
    )


def test_a_published_weight_that_was_changed_is_told_by_its_criterion(lot: Lot) -> None:
    def change(book: Any) -> None:
        book["Criteria en regels"]["G15"] = 40

    page = sent(lot, changed(downloaded(lot), change))

    assert page.status_code == 422
    assert lines(page) == {
        "weight": [("blad Criteria en regels, cel G15", "Gewicht van K Service", "15", "40")]
    }


def test_another_cell_that_was_changed_or_added_and_a_sheet_that_is_gone_are_told(lot: Lot) -> None:
    def change(book: Any) -> None:
        book["Invoer 1"]["C8"] = "geldig"
        book["Invoer 1"]["K2"] = "Gezien."
        del book["Vergelijking 1"]

    page = sent(lot, changed(downloaded(lot), change))

    assert page.status_code == 422
    assert [(place, recorded, in_file) for place, _title, recorded, in_file in lines(page)["fixed"]] == [
        ("blad Invoer 1, cel K2", "(leeg)", "Gezien."),
        ("blad Invoer 1, cel C8", "terzijde", "geldig"),
    ]
    assert [place for place, _text in page.context["problems"]] == ["blad Vergelijking 1"]


def test_ones_own_weights_are_allowed_and_told_as_such(lot: Lot) -> None:
    def change(book: Any) -> None:
        book["Wat als 1"]["I5"], book["Wat als 1"]["K5"] = 40, 45

    page = sent(lot, changed(downloaded(lot), change))

    assert (page.status_code, SAME in said(page)) == (200, True)
    assert [(place, recorded, in_file) for place, _title, recorded, in_file in lines(page)["trial"]] == [
        ("blad Wat als 1, cel I5", "60", "40"),
        ("blad Wat als 1, cel K5", "25", "45"),
    ]
    assert "Ze zijn niet bekendgemaakt en tellen niet mee." in said(page)


def test_a_total_and_a_rank_that_were_forged_are_named_by_their_cells(lot: Lot) -> None:
    content = forged(downloaded(lot), "J7", "99")

    page = sent(lot, forged(content, "L7", "1"))

    assert (page.status_code, list(lines(page))) == (422, ["result"])
    assert [(place, in_file) for place, _title, _recorded, in_file in lines(page)["result"]] == [
        ("blad Totaal 1, cel J7", "99"),
        ("blad Totaal 1, cel L7", "1"),
    ]


def test_a_file_of_an_earlier_calculation_is_held_against_that_one(lot: Lot) -> None:
    content = downloaded(lot)
    cast.bid(lot, "D", "950", "goed", "200")
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    earlier, newest = sent(lot, content), sent(lot, downloaded(lot))

    assert (earlier.status_code, SAME in said(earlier)) == (200, True)
    assert "Dit bestand toont niet de nieuwste stand." in said(earlier)
    assert [(each.lot, each.number, each.newest) for each in earlier.context["found"].lots] == [("1", 1, 2)]
    assert (newest.status_code, "niet de nieuwste stand" in said(newest)) == (200, False)


def test_the_page_stands_beside_the_download(lot: Lot) -> None:
    address = reverse("tenders:evaluation_check", args=[lot.tender_id])

    page = client().get(reverse("tenders:documents", args=[lot.tender_id]))

    assert page.content.decode().count(address) == 1
    assert client().get(address).status_code == 200


def test_many_bids_cost_no_more_queries(lot: Lot) -> None:
    few = queries_of(lot, downloaded(lot))
    for number in range(1, 7):
        cast.bid(lot, f"D{number}", str(900 + number), "goed", "200")
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    many = queries_of(lot, downloaded(lot))

    assert many == few


def queries_of(row: Lot, content: bytes) -> int:
    sent(row, content)
    with CaptureQueriesContext(connection) as captured:
        assert sent(row, content).status_code == 200
    return len(captured)
