"""Cells read back with openpyxl: values, formulas, types, looks."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.sheets.looks import LOOKS
from procurement.documents.workbook import (
    Cell,
    Column,
    Sheet,
    Style,
    Value,
    Workbook,
    number_style,
    total_style,
)
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import CellKind, read_rows
from tests.procurement.documents.examples import workbook


def opened(book: Workbook, *, values: bool = False):
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(book)), data_only=values)


def one_cell(cell: Cell | Value):
    return opened(workbook(Sheet(title="x", rows=[[cell]]))).active["A1"]


def rows(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_every_style_has_a_look():
    assert set(LOOKS) == set(Style)


def test_values_stand_beside_their_formulas():
    sheet = opened(workbook(), values=True).worksheets[0]

    assert rows(sheet)[2:] == [
        ["=1+1", 12.5, 7.25, 0.91, datetime(2026, 11, 21), True],  # noqa: DTZ001
        ["A & B <BV>", 12.5, 8, 1, None, False],
        ["Totaal", None, None, 1.91, None, None],
        ["Hoogste", None, None, "A & B <BV>", None, None],
    ]


def test_formulas_are_live():
    sheet = opened(workbook()).worksheets[0]

    formulas = {cell.coordinate: cell.value for row in sheet for cell in row if cell.data_type == "f"}
    assert formulas == {
        "D3": "=ROUND(B3*C3/100,2)",
        "D4": "=ROUND(B4*C4/100,2)",
        "D5": "=SUM(D3:D4)",
        "D6": "=INDEX(A3:A4,MATCH(MAX(D3:D4),D3:D4,0))",
    }


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-2", "@x", "\tx", '=HYPERLINK("u")', "TRUE", "1,5", "#REF!"]
)
def test_text_stays_text(text):
    cell = one_cell(text)

    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (Decimal("0.1"), 0.1),
        (Decimal("-3"), -3),
        (Decimal("1E+3"), 1000),
        (Decimal("0E-7"), 0),
        (999_999_999_999_999, 999_999_999_999_999),
        (True, True),
        ("", None),
    ],
)
def test_values_keep_their_type(value, read):
    cell = one_cell(value)

    assert cell.value == read
    assert type(cell.value) is type(read) or isinstance(read, int | float)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (Decimal("NaN"), "not a number Excel can hold"),
        (Decimal("Infinity"), "not a number Excel can hold"),
        (Decimal("1E+15"), "not a number Excel can hold"),
        (10**15, "more digits than Excel keeps"),
        ("x" * 32_768, "32768 characters; a cell takes 32767"),
        ("😀" * 16_384, "32768 characters; a cell takes 32767"),
        (1.5, "not float"),
        (datetime(2026, 1, 1), "not datetime"),  # noqa: DTZ001
        (Cell(1, "=1"), "starts with '='"),
        (Cell(1, ""), "is empty"),
        (Cell(1, "1+" * 4_097 + "1"), "Excel takes 8192"),
    ],
)
def test_what_excel_would_change_is_refused_with_its_place(value, why):
    sheet = Sheet(title="Lot 1", rows=[["kop"], ["naam", value]])

    with pytest.raises(DocumentError, match=f"sheet 'Lot 1', cell B2: .*{why}"):
        xlsx_bytes(workbook(sheet))


def test_the_longest_text_is_kept_whole():
    assert len(one_cell("x" * 32_767).value) == 32_767


def test_an_escape_of_excels_own_is_kept_as_typed():
    with ZipFile(BytesIO(xlsx_bytes(workbook(Sheet(title="x", rows=[["_x0041_ en _xyz"]]))))) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))

    assert sheet.findtext(".//{*}t") == "_x005F_x0041_ en _xyz"


def test_nothing_leaves_a_cell_out_and_an_empty_cell_has_the_look_of_its_column():
    sheet = Sheet(title="x", rows=[[None, Cell()]], columns=(Column(style=Style.INPUT_TEXT),) * 2)

    with ZipFile(BytesIO(xlsx_bytes(workbook(sheet)))) as package:
        written = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))

    assert [cell.get("r") for cell in written.iter("{*}c")] == ["B1"]


def test_number_formats_are_those_of_the_style():
    formats = [
        one_cell(Cell(Decimal(1), style=style)).number_format for style in (number_style(2), total_style(9))
    ]

    assert formats == ["[$-413]#,##0.00", "[$-413]#,##0.0000"]


def test_number_formats_are_in_the_language_of_the_workbook():
    styles = (Style.EURO, Style.DATE, Style.INPUT_DATE, Style.PERCENT, Style.PERCENT_POINTS, Style.NUMBER)
    sheet = Sheet(title="x", rows=[[Cell(None, style=style) for style in styles]])

    made = {
        language: [
            cell.number_format for cell in opened(replace(workbook(sheet), language=language)).active[1]
        ]
        for language in ("nl", "en")
    }

    assert made["nl"] == [
        '[$-413]"€" #,##0.00',
        "[$-413]d-m-yyyy",
        "[$-413]d-m-yyyy",
        "[$-413]0.00%",
        '[$-413]0.00"%"',
        "[$-413]General",
    ]
    assert made["en"] == [
        '[$-809]"€" #,##0.00',
        "[$-809]dd/mm/yyyy",
        "[$-809]dd/mm/yyyy",
        "[$-809]0.00%",
        '[$-809]0.00"%"',
        "[$-809]General",
    ]


def test_numbers_and_dates_are_read_back_as_what_they_are():
    row = [Cell(Decimal("0.5"), style=style) for style in (Style.EURO, Style.PERCENT, Style.NUMBER)]
    sheet = Sheet(title="x", rows=[[*row, Cell(date(2026, 9, 1), style=Style.DATE)]])

    books = [replace(workbook(sheet), language=language) for language in ("nl", "en")]
    found = [
        [cell.kind for cell in read_rows(xlsx_bytes(book), "x.xlsx").sheets[0].rows[0].cells]
        for book in books
    ]

    assert found == [[CellKind.NUMBER] * 3 + [CellKind.DATE]] * 2


def test_a_number_in_a_text_column_is_shown_as_a_number():
    sheet = opened(workbook(Sheet(title="x", rows=[["a", Decimal(1)]], columns=(Column(), Column())))).active

    assert [sheet["A1"].number_format, sheet["B1"].number_format] == ["@", "[$-413]General"]


def test_wrapped_text_makes_its_row_higher():
    sheet = opened(
        workbook(Sheet(title="x", rows=[["kort"], ["lang " * 40]], columns=(Column(20, Style.WRAPPED),)))
    ).active

    assert sheet.row_dimensions[1].height is None
    assert sheet.row_dimensions[2].height == 132


def test_a_cell_can_stand_across_columns_and_its_text_has_their_width():
    text = Cell("lang " * 40, style=Style.WRAPPED, span=3)
    sheet = opened(
        workbook(Sheet(title="x", rows=[[text, None, None, "d"]], columns=(Column(20),) * 4))
    ).active

    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert (sheet["D1"].value, sheet.row_dimensions[1].height) == ("d", 54)


def test_rows_are_read_once_and_in_order():
    asked = []

    def stream():
        for number in range(3):
            asked.append(number)
            yield [number]

    sheet = opened(workbook(Sheet(title="x", rows=stream()))).active
    assert rows(sheet) == [[0], [1], [2]]
    assert asked == [0, 1, 2]
