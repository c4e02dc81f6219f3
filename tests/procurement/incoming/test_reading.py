"""Lawful files are read as they stand, and what is odd about a value is told with it."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from procurement.documents.compose import paragraph
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import CellKind, Code, Limits, Mark, Refused, Table, read_rows, refuse_unsafe
from procurement.incoming.sentences import SENTENCES
from tests.procurement.documents.examples import document, scores_sheet, workbook
from tests.procurement.incoming.packages import cells, ods, ods_number, ods_row, xlsx
from tests.tree import ROOT


def values(table: Table) -> list[list[tuple[CellKind, str]]]:
    return [[(cell.kind, cell.value) for cell in row.cells] for row in table.sheets[0].rows]


def code_of(source: bytes | Path, name: str = "", limits: Limits | None = None) -> Code:
    with pytest.raises(Refused) as refused:
        read_rows(source, name, limits or Limits())
    return refused.value.refusal.code


def by_openpyxl() -> bytes:
    book, stream = Workbook(), BytesIO()
    book.active.append(["Prijs", Decimal("1250.50"), True, "=1+1"])
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_of_another_program_is_read_cell_by_cell() -> None:
    table = read_rows(by_openpyxl(), "prijzen.xlsx")

    [[text, number, boolean, formula]] = values(table)
    assert (text, number) == ((CellKind.TEXT, "Prijs"), (CellKind.NUMBER, "1250.5"))
    assert (boolean, formula[0]) == ((CellKind.BOOLEAN, "true"), CellKind.EMPTY)
    assert table.sheets[0].rows[0].cells[3].marks == {Mark.FORMULA}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_plain_table_is_read_with_every_usual_separator(separator: str) -> None:
    lines = [separator.join(line) for line in (["naam", "kg"], ["Laptop", "12"], ["Scherm", "7"])]

    found = values(read_rows("\r\n".join(lines).encode(), "tabel.csv"))

    assert [[value for _, value in row] for row in found] == [
        ["naam", "kg"],
        ["Laptop", "12"],
        ["Scherm", "7"],
    ]


def test_a_text_that_a_spreadsheet_would_calculate_is_marked() -> None:
    table = read_rows(b"naam;waarde\n=1+1;2\n", "tabel.csv")

    assert Mark.LIKE_FORMULA in table.sheets[0].rows[1].cells[0].marks


def test_a_number_in_an_open_document_is_read_in_plain_notation() -> None:
    table = read_rows(ods(ods_row(ods_number("12.5"))), "tabel.ods")

    assert values(table) == [[(CellKind.NUMBER, "12.5")]]


def test_what_our_own_writers_make_is_safe() -> None:
    tree, book = document(paragraph("De leverancier neemt de laptops terug.")), workbook(scores_sheet())

    refuse_unsafe(docx_bytes(tree), "contract.docx")
    refuse_unsafe(odt_bytes(tree), "contract.odt")
    refuse_unsafe(xlsx_bytes(book), "beoordeling.xlsx")


def test_more_than_the_limit_is_refused_with_the_limit_in_the_sentence() -> None:
    rows = cells('<c r="A1"><v>1</v></c>') + cells('<c r="A2"><v>1</v></c>', row=2)

    assert code_of(xlsx(rows), "a.xlsx", Limits(cells=1)) is Code.TOO_MANY_CELLS
    assert code_of(b"a;b\n" * 10, "a.csv", Limits(file_bytes=20)) is Code.FILE_TOO_LARGE


def test_a_file_on_disk_goes_by_its_name_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "tabel.csv"
    file.write_bytes(b"a;b\n1;2\n")

    table = read_rows(file)

    assert len(table.sheets[0].rows) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["tabel.csv"]


def test_what_takes_too_much_memory_is_a_refusal() -> None:
    """One row of nearly five million characters: more than what the interpreter has lying about."""
    texts = "".join(f'<c t="inlineStr"><is><t>{n:03}{"x" * 32_000}</t></is></c>' for n in range(150))
    rows = cells(texts)

    assert code_of(xlsx(rows), "a.xlsx", Limits(ratio=1_000, memory_bytes=8 * 1024 * 1024)) is Code.TOO_HEAVY


def test_the_page_about_files_tells_every_refusal() -> None:
    page = (ROOT / "docs" / "incoming-files.md").read_text(encoding="utf-8")

    rows = [f"| `{code.value}` | {said.nl} | {said.en} |" for code, said in SENTENCES.items()]
    assert [row for row in rows if row not in page.splitlines()] == []


def test_cells_that_are_shown_as_one_are_told_with_their_sheet() -> None:
    around = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>'
    spanned = ods_number("1", ' table:number-columns-spanned="2" table:number-rows-spanned="3"')

    sheets = [
        read_rows(source, name).sheets[0]
        for source, name in ((xlsx(around=around), "a.xlsx"), (ods(ods_row(spanned)), "a.ods"))
    ]

    assert [sheet.merged for sheet in sheets] == [("A1:B1", "A2:A3"), ("A1:B3",)]
