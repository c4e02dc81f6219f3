"""Sheets and the workbook read back with openpyxl: what they allow, print, name and refuse."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.workbook import (
    Between,
    Column,
    Name,
    OneOf,
    Sheet,
    Workbook,
)
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.procurement.documents.examples import PROPERTIES, scores_sheet, workbook


def opened(book: Workbook, *, values: bool = False):
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(book)), data_only=values)


def test_only_inputs_are_unlocked_on_a_protected_sheet():
    sheet = opened(workbook()).worksheets[0]

    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet is True
    assert unlocked == {"C3", "C4"}


def test_the_sheet_is_set_up_for_screen_and_paper():
    sheet = opened(workbook()).worksheets[0]

    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:F4")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$2", "$A:$A")
    assert [sheet.column_dimensions[letter].width for letter in "ABF"] == [30, 12, 6]


@pytest.mark.parametrize(("columns", "wide"), [(19, 1), (20, 2), (36, 3)])
def test_a_wide_sheet_is_printed_on_more_pages_rather_than_too_small_to_read(columns, wide):
    sheet = Sheet(
        title="x", rows=[], columns=(Column(10),) * columns, landscape=True, title_columns=("A", "C")
    )

    setup = opened(workbook(sheet)).active.page_setup
    assert (setup.fitToWidth, setup.fitToHeight) == (wide, 0)


def test_a_sheet_that_says_where_pages_start_is_scaled_and_not_fitted():
    sheet = opened(
        workbook(Sheet(title="x", rows=[], columns=(Column(60), Column(60)), page_starts=(31, 61)))
    ).active

    assert [(each.id, each.man) for each in sheet.row_breaks.brk] == [(30, True), (60, True)]
    assert (sheet.page_setup.scale, sheet.page_setup.fitToWidth) == (76, None)


def test_validations_refuse_what_the_scale_does_not_have():
    rules = opened(workbook()).worksheets[0].data_validations.dataValidation

    found = [(rule.type, str(rule.sqref), rule.formula1, rule.formula2, rule.error) for rule in rules]
    assert found == [
        ("decimal", "C3:C4", "0", "10", 'Een "cijfer" van 0 tot 10'),
        ("list", "F3:F4", '"ja,nee"', None, None),
    ]


def test_names_highlights_links_and_hidden_sheets():
    book = opened(workbook())

    sheet = book.worksheets[0]
    assert book.defined_names["weging"].attr_text == "'Lot 1 & ''rest'' x'!$B$3:$B$4"
    assert [(str(r.sqref), r.rules[0].formula) for r in sheet.conditional_formatting] == [
        ("A3:F4", ["$C3<8"])
    ]
    assert sheet["A6"].hyperlink.location == "Lijst!A1"
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible", "hidden"]


def test_the_workbook_says_what_it_is():
    book = opened(workbook())

    assert (book.properties.title, book.properties.creator) == ("Scores", "Inkoop")
    assert book.properties.language == "nl-NL"
    assert book.custom_doc_props["TenderId"].value == "T-2026-014"


def test_the_same_values_give_the_same_bytes():
    assert xlsx_bytes(workbook()) == xlsx_bytes(workbook())


@pytest.mark.parametrize(
    "title", ["", " ", "x" * 32, "a/b", "a:b", "[a]", "a?", "a*", "'a", "a'", "a\\b", "a\x00"]
)
def test_a_sheet_name_excel_refuses_is_refused(title):
    with pytest.raises(DocumentError, match="sheet name"):
        xlsx_bytes(workbook(Sheet(title=title, rows=[])))


def test_sheet_names_differ_in_more_than_capitals():
    with pytest.raises(DocumentError, match="already used"):
        xlsx_bytes(workbook(Sheet(title="Lot", rows=[]), Sheet(title="LOT", rows=[])))


def test_a_workbook_shows_at_least_one_sheet():
    with pytest.raises(DocumentError, match="can be seen"):
        xlsx_bytes(workbook(Sheet(title="Lot", rows=[], hidden=True)))


@pytest.mark.parametrize("name", ["A1", "R1C1", "c", "2e", "met spatie", ""])
def test_a_name_that_reads_like_a_cell_is_refused(name):
    book = Workbook(
        title="x",
        language="nl",
        properties=PROPERTIES,
        sheets=(Sheet(title="x", rows=[]),),
        names=(Name(name, "x!$A$1"),),
    )

    with pytest.raises(DocumentError, match="name"):
        xlsx_bytes(book)


@pytest.mark.parametrize("choices", [("a,b", "c"), (), ("x" * 300,)])
def test_choices_that_do_not_fit_a_list_are_refused(choices):
    sheet = Sheet(title="x", rows=[], validations=(OneOf(area="A1", choices=choices),))

    with pytest.raises(DocumentError, match="list for A1"):
        xlsx_bytes(workbook(sheet))


def test_a_range_with_decimals_is_written_as_it_is():
    sheet = Sheet(
        title="x", rows=[], validations=(Between(area="A1", lowest=Decimal("0.5"), highest=Decimal(9)),)
    )

    rule = opened(workbook(sheet)).active.data_validations.dataValidation[0]
    assert (rule.formula1, rule.formula2) == ("0.5", "9")


def test_every_part_is_announced():
    with ZipFile(BytesIO(xlsx_bytes(workbook(scores_sheet())))) as package:
        types = etree.fromstring(package.read("[Content_Types].xml"))
        names = set(package.namelist())

    announced = {node.get("PartName").lstrip("/") for node in types if node.get("PartName")}
    assert announced == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}


def part(book: Workbook, name: str):
    with ZipFile(BytesIO(xlsx_bytes(book))) as package:
        return etree.fromstring(package.read(name))


def test_the_workbook_is_calculated_when_opened():
    assert part(workbook(), "xl/workbook.xml").find("{*}calcPr").get("fullCalcOnLoad") == "1"


def test_an_ampersand_in_the_name_of_a_sheet_is_printed_below_it():
    footer = part(workbook(), "xl/worksheets/sheet1.xml").findtext(".//{*}oddFooter")

    assert footer == "&LLot 1 && 'rest' x&R&P / &N"


def test_fonts_are_written_in_the_order_of_the_schema():
    fonts = part(workbook(), "xl/styles.xml").iter("{*}font")

    order = ["b", "u", "sz", "color", "name", "family"]
    written = [[etree.QName(child).localname for child in font] for font in fonts]
    assert [sorted(names, key=order.index) for names in written] == written
