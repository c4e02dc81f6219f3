"""The price sheet for bidders: what stands in it, and what comes back of it."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import CellKind, read_rows
from procurement.language import Language
from procurement.returned_sheets import Answer, BlankKind, check_identity, identity_of, issued, read_back
from tenders.lifecycle.plan import Plan
from tenders.scoring.price_lines import PriceLine
from tenders.workbooks.price import stated_in
from tenders.workbooks.price_checks import is_on_the_edge
from tenders.workbooks.price_entries import Entry, entries_of
from tests.priced import PRICES
from tests.procurement.returned_sheets.changes import forged, with_cell, without_row
from tests.tenders.lifecycle import build_plan
from tests.tenders.lifecycle.build_statement import answers as statement
from tests.tenders.workbooks.build_price import ANSWERS, IDENTITY, KEY, asked, form, sent, with_typed_price


def problems(table: object) -> list[tuple[str, str]]:
    return [(each.place.nl, each.text.nl) for each in read_back(form(), table).problems]  # type: ignore[arg-type]


@pytest.mark.parametrize("answers", [ANSWERS, {}, {"price_line:2": Decimal("0.0001")}])
def test_what_goes_out_comes_back_the_same(answers: dict[str, object]) -> None:
    table = sent(answers)  # type: ignore[arg-type]

    check_identity(identity_of(table, KEY), form().identity)
    returned = read_back(form(), table)

    assert returned.problems == ()
    assert {key: found for key, found in returned.answers.items() if found is not None} == answers


def test_the_answers_become_what_the_form_of_a_bid_takes() -> None:
    stated = stated_in(asked(), read_back(form(), sent()).answers, "nl")

    assert (stated.supplier, stated.chamber_of_commerce) == ("Anemoon & Zn. <bv>", "01234567")
    assert (stated.values, stated.prices) == ({}, PRICES)


# 24.715.969,67499999: LibreOffice makes it ,68.
EDGE, ON_THE_EDGE = Decimal("1234.5677"), Decimal("20019.9387")


def test_a_product_of_more_digits_than_a_spreadsheet_keeps_may_be_a_cent_off() -> None:
    line = PriceLine(number=1, description="Uren", unit="uur", quantity=EDGE)
    of = form(asked(Plan(price_lines=(line,))))
    table = sent({"price_line:1": ON_THE_EDGE}, of)
    for at in ("H9", "H10"):
        table = forged(table, "Prijzen", at, "24715969.68")

    assert read_back(of, table).problems == ()


@pytest.mark.parametrize(
    ("product", "is_on_it"),
    [
        ("24715969.67499999", True),
        ("24715969.675", False),
        ("24715969.67500001", False),
        ("24715969.6749", False),
        ("1083.33375", False),
        ("0", False),
    ],
)
def test_only_what_is_hardly_less_than_half_a_cent_is_left_to_the_spreadsheet(
    product: str, is_on_it: bool
) -> None:
    assert is_on_the_edge(Decimal(product)) is is_on_it


def test_no_price_is_printed_of_what_was_stated() -> None:
    assert "899" not in repr(stated_in(asked(), ANSWERS, "nl"))


def cells(language: Language = "nl") -> dict[str, object]:
    book = load_workbook(BytesIO(xlsx_bytes(issued(form(language=language), {}, KEY))))
    return {cell.coordinate: cell for row in book.worksheets[0] for cell in row}


def test_amounts_and_their_sum_are_locked_formulas_and_prices_are_open() -> None:
    found = cells()

    assert [found[at].value for at in ("H9", "H12")] == [  # type: ignore[attr-defined]
        '=IF(ISNUMBER(G9),ROUND(D9*G9,2),"")',
        "=SUM(H9:H11)",
    ]
    locked = {at: found[at].protection.locked for at in ("C4", "C5", "D9", "G9", "G11", "H9", "H12", "I9")}  # type: ignore[attr-defined]
    assert locked == {
        "C4": False, "C5": False, "D9": True, "G9": False, "G11": False, "H9": True, "H12": True, "I9": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "Vul de prijs van regel 3 in."), ("en", "Fill in the price of line 3.")]
)
def test_an_empty_sheet_says_what_to_do_and_marks_no_meaning_by_colour_alone(
    language: Language, said: str
) -> None:
    table = sent({}, form(language=language))
    told = {cell.value for row in table.sheets[0].rows for cell in row.cells if cell.kind is CellKind.TEXT}

    assert said in told


def test_the_sheet_is_set_up_for_print_and_named() -> None:
    book = load_workbook(BytesIO(xlsx_bytes(issued(form(), {}, KEY))))
    sheet = book["Prijzen"]

    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == (
        "A9", "$8:$8", "landscape",
    )  # fmt: skip
    assert sheet.page_setup.paperSize == 9
    assert {"totaal", "prijs_per_eenheid"} <= set(book.defined_names)
    assert sheet.protection.sheet


@pytest.mark.parametrize(
    ("at", "value", "words"),
    [
        ("G9", "-1", "0"),
        ("G10", "150.01", "150"),
        ("G11", "1.00001", "4"),
    ],
)
def test_a_price_that_cannot_be_is_told_at_its_cell(at: str, value: str, words: str) -> None:
    [(place, text), *_] = problems(with_cell(sent(), "Prijzen", at, CellKind.NUMBER, value))

    assert place == f"blad Prijzen, cel {at}"
    assert words in text


def test_a_text_and_a_formula_are_no_price() -> None:
    written = problems(with_cell(sent(), "Prijzen", "G9", CellKind.TEXT, "negenhonderd"))
    formula = problems(with_cell(sent(), "Prijzen", "G9", CellKind.NUMBER, "900", formula=True))

    assert [place for place, _ in (*written, *formula)] == ["blad Prijzen, cel G9"] * 2


def test_another_quantity_or_description_is_a_changed_cell() -> None:
    quantity = problems(with_cell(sent(), "Prijzen", "D9", CellKind.NUMBER, "10"))
    words = problems(with_cell(sent(), "Prijzen", "C9", CellKind.TEXT, "Tablet"))

    assert [quantity[0][0], words[0][0]] == ["blad Prijzen, cel D9", "blad Prijzen, cel C9"]


def test_a_sum_that_is_not_that_of_the_lines_is_forged() -> None:
    [(place, text)] = problems(forged(sent(), "Prijzen", "H12", "1"))

    assert place == "blad Prijzen, cel H12"
    assert "95.878,33" in text


def test_a_line_that_was_removed_is_told() -> None:
    assert problems(without_row(sent(), "Prijzen", 10))


def test_lines_of_another_tender_are_another_sheet() -> None:
    other = form(asked(version="versie 2 van 1 oktober 2026"))

    assert other.identity.digest != form().identity.digest
    assert form().identity.tender == IDENTITY.tender


def test_a_price_typed_as_it_is_stands_below_the_lines() -> None:
    answers = {**ANSWERS, "criterion:O": Decimal("1250.5")}
    made = form(with_typed_price())

    returned = read_back(made, sent(answers, made))

    assert returned.problems == ()
    assert stated_in(with_typed_price(), returned.answers, "nl").prices == {**PRICES, "O": "1250.5"}


def test_an_open_document_comes_back_too() -> None:
    table = read_rows(ods_bytes(issued(form(), ANSWERS, KEY)), "prijzenblad.ods")

    returned = read_back(form(), table)

    assert returned.problems == ()
    assert returned.answers["price_line:3"] == Decimal("86.6667")


@pytest.mark.parametrize("way", ["purchase", "lease"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_that_a_calculation_asks_comes_back_as_it_was_stated(language: Language, way: str) -> None:
    plan = build_plan.plan()
    given = {code: value for code, value in statement(plan, way).items() if value}
    what = asked(plan)
    made = form(what, language)
    entries = [each for each in entries_of(what) if each.key in given]
    filled = {each.key: _answer(each, given[each.key], language) for each in entries}

    returned = read_back(made, sent(filled, made))
    stated = stated_in(what, returned.answers, language)

    assert returned.problems == ()
    assert {**stated.values, **stated.prices} == given
    assert [sheet.title for sheet in made.fill({}).sheets][:2] == (
        ["Prijzen", "Gegevens"] if language == "nl" else ["Prices", "Data"]
    )


def _answer(entry: Entry, value: str, language: Language) -> Answer:
    """As somebody fills it in."""
    if entry.options:
        return dict(entry.options)[value].to(language)
    return Decimal(value) if entry.kind is BlankKind.NUMBER else value


def test_small_numbers_stand_free_of_the_words_beside_them() -> None:
    made = load_workbook(BytesIO(xlsx_bytes(issued(form(), ANSWERS, KEY))))["Prijzen"]

    places = [made[at].alignment.horizontal for at in ("C6", "A9", "E9")]

    assert (places, made["C6"].data_type) == (["center"] * 3, "f")
