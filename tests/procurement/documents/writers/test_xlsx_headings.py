"""The names by which NVDA and JAWS find the headings of a table."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from procurement.documents.workbook import Sheet, Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.procurement.documents.examples import PROPERTIES


def names_of(*sheets: Sheet) -> dict[str, str]:
    book = Workbook(title="Scores", language="nl", properties=PROPERTIES, sheets=sheets)
    opened = openpyxl.load_workbook(BytesIO(xlsx_bytes(book)))
    return {name: each.attr_text for name, each in opened.defined_names.items()}


def table(title: str) -> Sheet:
    return Sheet(
        title=title, rows=[["Scores"], ["Code", "Naam"], ["A", "Aa"]], frozen="A3", title_rows=(1, 2)
    )


def test_headings_over_the_columns_and_beside_the_rows_are_named() -> None:
    beside = replace(table("Totaal 1"), frozen="C3", title_columns=("A", "B"))

    named = names_of(table("Bewijs"), beside)

    assert named == {"ColumnTitle_1": "Bewijs!$A$2", "Title_2": "'Totaal 1'!$B$2"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(table("Scores"), title_rows=(1, 1)), id="a title above several tables"),
        pytest.param(replace(table("Scores"), title_rows=None), id="no headings"),
        pytest.param(replace(table("Scores"), hidden=True), id="hidden"),
    ],
)
def test_what_is_no_heading_of_a_table_gets_no_name(other: Sheet) -> None:
    shown = Sheet(title="Leeswijzer", rows=[["Tekst"]])

    named = names_of(shown, other)

    assert named == {}
