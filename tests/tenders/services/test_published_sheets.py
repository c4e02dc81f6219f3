"""A price sheet of an earlier release comes back to this one, which would print other words."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Text
from procurement.returned_pages import sheet_key
from procurement.returned_sheets import Answer, issued
from tenders.models import Lot, PublishedDocument
from tenders.services import price_sheets
from tenders.services.phases import Refused
from tenders.workbooks import price_checks, price_layout, price_places
from tenders.workbooks.price import Stated
from tests import calculated, priced
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db
ANSWERS: Mapping[str, Answer] = {
    "supplier": "Fuut B.V.",
    "chamber_of_commerce": "12345678",
    "price_line:1": Decimal("899.95"),
    "price_line:2": Decimal(120),
}
PRICES = {"price_line:1": "899.95", "price_line:2": "120"}
OTHER = Text(nl="Andere woorden", en="Other words")


@pytest.fixture
def lot() -> Lot:
    return priced.open_for_bids()


@pytest.fixture
def released(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The next release: other words, and another name of the sheet, so that every blank stands elsewhere."""

    def release() -> None:
        for module, name in ((price_layout, "_TITLE"), (price_checks, "_LINE"), (price_places, "_PRICES")):
            monkeypatch.setattr(module, name, OTHER)

    return release


def filled_in(lot: Lot, answers: Mapping[str, Answer] = ANSWERS, kind: str = "xlsx") -> bytes:
    _asked, form = price_sheets._sheet(lot, "nl", price_sheets._newest(lot))
    return (ods_bytes if kind == "ods" else xlsx_bytes)(issued(form, answers, sheet_key()))


def read(lot: Lot, content: bytes, kind: str = "xlsx") -> Stated:
    return price_sheets.read_price_sheet(lot, content, f"prijzenblad.{kind}")


def changed(content: bytes, at: str, value: object, sheet: str = "Prijzen") -> bytes:
    book, stream = load_workbook(BytesIO(content)), BytesIO()
    book[sheet][at] = value
    book.save(stream)
    return stream.getvalue()


def refusal(lot: Lot, content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(lot, content)
    return " ".join(reason.nl for reason in refused.value.reasons)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_sheet_that_is_out_is_read_after_a_release_with_other_words_and_places(
    lot: Lot, released: Callable[[], None], kind: str
) -> None:
    out = filled_in(lot, kind=kind)
    released()

    stated = read(lot, out, kind)

    assert (stated.prices, stated.supplier, stated.chamber_of_commerce) == (PRICES, "Fuut B.V.", "12345678")


def test_the_very_file_that_was_published_is_read_too(lot: Lot, released: Callable[[], None]) -> None:
    kept = PublishedDocument.objects.get(name=price_sheets.ONE_LOT, language="nl")
    released()

    assert read(lot, changed(bytes(kept.content), "G9", 12.5)).prices == {"price_line:1": "12.5"}


def test_a_sheet_of_the_new_release_is_read_as_well(lot: Lot, released: Callable[[], None]) -> None:
    released()

    assert read(lot, filled_in(lot)).prices == PRICES


def test_what_was_published_stands_fixed_in_the_words_of_then(lot: Lot, released: Callable[[], None]) -> None:
    out = filled_in(lot)
    released()

    assert (
        "blad Prijzen, cel A1: Deze cel is veranderd. Hier hoort te staan: ‘Prijzenblad – Perceel 1: Laptops’"
        in refusal(lot, changed(out, "A1", "Andere woorden"))
    )
    assert "blad Prijzen, cel D9: Deze cel is veranderd. Hier hoort te staan: ‘100’" in refusal(
        lot, changed(out, "D9", 1)
    )
    assert "blad Prijzen, cel H9: Hier hoort een formule te staan." in refusal(lot, changed(out, "H9", 1))


@pytest.mark.parametrize(
    ("value", "words"), [("=1+1", "Hier staat een formule."), (150.01, "te hoog"), ("duur", "geen getal")]
)
def test_an_answer_is_held_as_ever(lot: Lot, released: Callable[[], None], value: object, words: str) -> None:
    out = filled_in(lot)
    released()

    said = refusal(lot, changed(out, "G10", value))

    assert ("blad Prijzen, cel G10:" in said, words in said) == (True, True)


def test_without_the_published_file_an_earlier_sheet_is_refused(
    lot: Lot, released: Callable[[], None]
) -> None:
    out = filled_in(lot)
    released()
    lift_guards("tenders_publisheddocument")
    PublishedDocument.objects.filter(name=price_sheets.ONE_LOT).delete()

    assert "Dit blad hoort bij een oudere versie." in refusal(lot, out)


def test_another_digest_than_that_of_the_published_file_is_refused(
    lot: Lot, released: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as between:
        between.setattr(price_layout, "_HELP", OTHER)
        out = filled_in(lot)  # of a release that never published anything here
    released()

    assert "Dit blad hoort bij een oudere versie." in refusal(lot, out)


def test_a_calculation_is_read_from_both_its_sheets(released: Callable[[], None]) -> None:
    lot = calculated.open_for_bids()
    given: dict[str, Answer] = {
        "laptop:supply.form": "koop",
        "laptop:supply.price": Decimal("7391.57"),
        "laptop:lifetime": Decimal(6),
    }
    out = filled_in(lot, given)
    released()

    stated = read(lot, out)

    assert stated.prices == {"laptop:supply.price": "7391.57"}
    assert stated.values == {"laptop:supply.form": "purchase", "laptop:lifetime": "6"}
