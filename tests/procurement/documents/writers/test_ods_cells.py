"""Cells as another program would find them in the XML, and as our own confined reader gives them back."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.sheets.looks import LOOKS
from procurement.documents.text import cleaned
from procurement.documents.workbook import Cell, CellLike, Column, OneOf, Sheet, Style, Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.ods.looks import CELLS, FIGURES
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import CellKind, read_rows
from tests.procurement.documents.examples import workbook
from tests.procurement.documents.writers.nasty_texts import TEXTS
from tests.procurement.documents.writers.ods_parts import SPACES, attributes, found, part


def one_row(*cells: CellLike, columns: Sequence[Column] = ()) -> Workbook:
    return workbook(Sheet(title="x", rows=[cells], columns=tuple(columns)))


def cells_of(book: Workbook) -> list[etree._Element]:
    return found(part(book), "//table:table-row[1]/*")


def test_every_style_and_number_format_has_a_look() -> None:
    assert set(CELLS) == set(Style)
    assert {look.number_format for look in LOOKS.values()} <= set(FIGURES)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Decimal("0.10"), {"value-type": "float", "value": "0.10"}),
        (Cell(Decimal("0.125"), style=Style.PERCENT), {"value-type": "percentage", "value": "0.125"}),
        (Cell(3, style=Style.EURO), {"value-type": "currency", "currency": "EUR", "value": "3"}),
        (date(2026, 11, 21), {"value-type": "date", "date-value": "2026-11-21"}),
        (False, {"value-type": "boolean", "boolean-value": "false"}),
        (Cell(2, "1+1"), {"formula": "of:=1+1", "value-type": "float", "value": "2"}),
        (Cell("a\nb", "A2"), {"formula": "of:=[.A2]", "value-type": "string", "string-value": "a\nb"}),
        (Cell("", "A2"), {"formula": "of:=[.A2]", "value-type": "string", "string-value": ""}),
        (Cell(None, "NA()"), {"formula": "of:=NA()"}),
        ("=1+1", {"value-type": "string"}),
        (Cell(), {}),
    ],
)
def test_a_value_keeps_its_type_beside_its_formula(cell: CellLike, said: dict[str, str]) -> None:
    [written] = cells_of(one_row(cell))

    shown = attributes(written)
    del shown["style-name"]
    assert shown == said


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (Decimal("NaN"), "not a number Excel can hold"),
        (10**15, "more digits than Excel keeps"),
        ("x" * 32_768, "32768 characters; a cell takes 32767"),
        (1.5, "not float"),
        (datetime(2026, 1, 1), "not datetime"),  # noqa: DTZ001
        (date(1899, 1, 1), "1 March 1900"),
        (Cell(1, "=1"), "starts with '='"),
        (Cell(1, "1+" * 4_097 + "1"), "Excel takes 8192"),
        (Cell(1, "FOO(1)"), "FOO has no counterpart"),
    ],
)
def test_what_cannot_be_held_is_refused_with_its_place(value: CellLike, why: str) -> None:
    sheet = Sheet(title="Lot 1", rows=[["kop"], ["naam", value]])

    with pytest.raises(DocumentError, match=f"sheet 'Lot 1', cell B2: .*{why}") as refused:
        ods_bytes(workbook(sheet))

    assert refused.value.place == "'Lot 1'!B2"


def test_the_longest_formula_is_read_back_by_our_own_reader() -> None:
    longest = "+".join(["$A$1"] * 1_638)

    [[row]] = [sheet.rows for sheet in read_rows(ods_bytes(one_row(Cell(1, longest))), "a.ods").sheets]

    assert (len(longest), row.cells[0].value) == (8_189, "1")


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8), st.sampled_from(list(Style)))
def test_typed_text_reads_back_as_text(texts: list[str], style: Style) -> None:
    sheet = Sheet(title="x", rows=[[each, Cell(each, style=style), Cell(each, "A1&B1")] for each in texts])

    read = {row.number: row.cells for row in read_rows(ods_bytes(workbook(sheet)), "a.ods").sheets[0].rows}

    for number, text in enumerate(texts, start=1):
        kept = cleaned(text)
        columns = {cell.column: (cell.kind, cell.value) for cell in read.get(number, ())}
        expected = {1: (CellKind.TEXT, kept), 2: (CellKind.TEXT, kept)} if kept else {}
        assert columns == {**expected, 3: (CellKind.TEXT, kept) if kept else (CellKind.EMPTY, "")}


@pytest.mark.parametrize("text", ["\n\nlaat", "twee  spaties", " rand ", "a\tb", "eind\n"])
def test_white_space_is_kept(text: str) -> None:
    read = read_rows(ods_bytes(one_row(text)), "a.ods").sheets[0].rows[0].cells[0]

    assert read.value == text


def test_spaces_that_a_program_would_fold_stand_in_elements_of_their_own() -> None:
    [cell] = cells_of(one_row("twee  en   drie"))

    assert found(cell, "text:p/text:s/@text:c") == ["2", "3"]


def test_a_tab_stands_in_an_attribute_too_because_libreoffice_drops_the_other() -> None:
    [cell] = cells_of(one_row("a\tb\nc"))

    assert attributes(cell)["string-value"] == "a\tb\nc"


def test_of_two_rules_for_one_cell_the_first_counts() -> None:
    rules = tuple(OneOf(area="A1", choices=(choice,)) for choice in "ab")

    [cell] = cells_of(workbook(Sheet(title="x", rows=[["a"]], validations=rules)))

    assert attributes(cell)["content-validation-name"] == "rule1"


NUMBERS = st.decimals(-(10**14), 10**14, allow_nan=False, places=6) | st.integers(-(10**14), 10**14)
VALUES = TEXTS | NUMBERS | st.booleans() | st.dates(min_value=date(1900, 3, 1))


def typed(value: CellLike) -> CellLike:
    """A date needs a look in Excel; without one it is a number there."""
    return Cell(value, style=Style.DATE) if isinstance(value, date) else value


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(VALUES | st.none(), max_size=6), max_size=6))
def test_both_formats_hold_the_same_cells(rows: list[list[CellLike]]) -> None:
    book = workbook(Sheet(title="x", rows=[[typed(value) for value in row] for row in rows]))

    open_document, excel = read_rows(ods_bytes(book), "a.ods"), read_rows(xlsx_bytes(book), "a.xlsx")

    assert open_document == excel


def test_the_example_is_the_same_in_both_formats() -> None:
    book = workbook()

    assert read_rows(ods_bytes(book), "a.ods") == read_rows(xlsx_bytes(book), "a.xlsx")


def test_a_bare_text_has_the_look_of_its_column_and_a_number_beside_it_that_of_a_number() -> None:
    text, number = cells_of(one_row("a", Decimal(1), columns=[Column(), Column()]))

    assert [attributes(each)["style-name"] for each in (text, number)] == [
        CELLS[Style.TEXT],
        CELLS[Style.NUMBER],
    ]


def test_a_cell_across_columns_covers_the_next_and_makes_its_row_higher() -> None:
    text = Cell("lang " * 40, style=Style.WRAPPED, span=3)
    cells = cells_of(one_row(text, None, None, "d", columns=[Column(20)] * 4))

    assert [etree.QName(each).localname for each in cells] == [
        "table-cell",
        "covered-table-cell",
        "covered-table-cell",
        "table-cell",
    ]
    assert attributes(cells[0])["number-columns-spanned"] == "3"
    assert cells[0].getparent().get(f"{{{SPACES['table']}}}style-name") == "r54"


def test_a_row_in_which_lines_are_typed_grows_unless_high_text_stands_across_it() -> None:
    long = "lang " * 40
    rows = [
        [Cell(style=Style.INPUT_TEXT), "a"],
        [Cell(style=Style.INPUT_NUMBER), Cell(long, style=Style.WRAPPED)],
        [Cell(style=Style.INPUT_TEXT), Cell(long, style=Style.WRAPPED, span=2)],
    ]

    content = part(workbook(Sheet(title="x", rows=rows, columns=(Column(20),) * 3)))

    styles = found(content, "//table:table-row/@table:style-name")
    assert styles == ["r15g", "r132", "r67"]
    growing = found(content, "//style:style[*/@style:use-optimal-row-height='true']/@style:name")
    assert [style in growing for style in styles] == [True, False, False]


def test_cells_left_out_between_others_are_counted() -> None:
    cells = cells_of(one_row("a", None, None, "b", None))

    assert [attributes(each).get("number-columns-repeated") for each in cells] == [None, "2", None]


def test_rows_are_read_once_and_in_order() -> None:
    asked = []

    def stream() -> Iterator[list[int]]:
        for number in range(3):
            asked.append(number)
            yield [number]

    rows = found(part(workbook(Sheet(title="x", rows=stream()))), "//table:table-row/*/@office:value")
    assert (rows, asked) == (["0", "1", "2"], [0, 1, 2])
