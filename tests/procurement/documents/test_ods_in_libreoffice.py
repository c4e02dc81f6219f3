"""LibreOffice opens the OpenDocument workbook, computes the same as from Excel and finds what was set."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from procurement.documents.workbook import Cell, Column, Sheet, Style, Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.libreoffice import recalculated, saved_as, to_pdf, without_cached_values
from tests.procurement.documents.examples import workbook
from tests.procurement.documents.pdf_pages import pages

pytestmark = pytest.mark.libreoffice

TEXTS = [
    "=1+1",
    "twee  spaties",
    " rand ",
    "regel\nregel",
    "\n\nlaat",
    "a\tb",
    "<b>&\"'",
    "'03",
    "1,5",
    "TRUE",
]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def read_by_libreoffice(folder: Path, book: Workbook) -> openpyxl.Workbook:
    saved = saved_as(written(folder, "scores.ods", ods_bytes(book)), folder / "out", "xlsx")
    return openpyxl.load_workbook(saved)


def test_formulas_compute_the_same_as_from_excel(tmp_path: Path) -> None:
    scores = [
        written(tmp_path, "a.ods", ods_bytes(workbook())),
        written(tmp_path, "a.xlsx", xlsx_bytes(workbook())),
    ]

    open_document, excel = map(recalculated, scores)

    assert open_document == excel
    assert [row[3] for row in excel["Lot 1 & 'rest' x"][2:6]] == ["0.91", "1", "1.91", "A & B <BV>"]


def test_a_wrong_result_in_the_file_is_computed_again(tmp_path: Path) -> None:
    wrong = Sheet(title="x", rows=[[Cell(7, "1+1"), Cell("fout", '"g"&"oed"'), Cell(9, "A1+1")]])
    honest = ods_bytes(workbook(wrong))

    found = recalculated(written(tmp_path, "wrong.ods", honest))

    assert found == {"x": [["2", "goed", "3"]]}
    assert len(without_cached_values(honest)) < len(honest)


def test_what_people_typed_arrives_as_it_was(tmp_path: Path) -> None:
    wide = Sheet(
        title="x", rows=[[text, Cell(text, style=Style.WRAPPED)] for text in TEXTS], columns=(Column(20),) * 2
    )

    sheet = read_by_libreoffice(tmp_path, workbook(wide)).active

    assert [[cell.value for cell in row] for row in sheet] == [[text, text] for text in TEXTS]
    assert {cell.data_type for row in sheet for cell in row} == {"s"}


def test_all_that_was_set_is_found(tmp_path: Path) -> None:
    book = read_by_libreoffice(tmp_path, workbook())

    sheet = book.worksheets[0]
    setup = sheet.page_setup
    assert [each.sheet_state for each in book] == ["visible", "visible", "hidden"]
    assert (sheet.protection.sheet, sheet.auto_filter.ref) == (True, "A2:F4")
    assert {cell.coordinate for row in sheet for cell in row if not cell.protection.locked} == {"C3", "C4"}
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$2", "$A:$A")
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    rules = [(rule.type, str(rule.sqref), rule.error) for rule in sheet.data_validations.dataValidation]
    assert rules == [("decimal", "C3:C4", 'Een "cijfer" van 0 tot 10'), ("list", "F3:F4", None)]
    [[area, formula]] = [[str(each.sqref), each.rules[0].formula] for each in sheet.conditional_formatting]
    assert (area, formula) == ("A3:F4", ["$C3<8"])
    assert sheet["A6"].hyperlink.location == "'Lijst'!A1"
    assert book.defined_names["weging"].attr_text == "'Lot 1 & ''rest'' x'!$B$3:$B$4"
    assert (book.properties.title, book.properties.creator) == ("Scores", "Inkoop")
    assert book.custom_doc_props["TenderId"].value == "T-2026-014"
    assert "#,##0.00" in sheet["D3"].number_format


def test_the_workbook_becomes_pages(tmp_path: Path) -> None:

    scores = written(tmp_path, "scores.ods", ods_bytes(workbook()))

    assert pages(to_pdf(scores, tmp_path)) == 2


def test_the_pages_of_all_sheets_are_counted_on(tmp_path: Path) -> None:
    sheets = tuple(
        Sheet(title=f"Blad {number}", rows=(("Een",),), landscape=number == 2) for number in (1, 2, 3)
    )
    book = written(tmp_path, "scores.ods", ods_bytes(replace(workbook(), sheets=sheets, names=())))

    shown = subprocess.run(
        ["pdftotext", "-layout", to_pdf(book, tmp_path), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert re.findall(r"\d+ */ *\d+", shown) == ["1/3", "2/3", "3/3"]
