"""Names of cells and ranges, and texts in formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import area, cell, column_letters, counted_on, on_sheet, text_literal


@given(st.integers(1, 16384))
def test_columns_are_named_as_excel_names_them(number):
    assert column_letters(number) == get_column_letter(number)


@pytest.mark.parametrize("number", [0, 16385])
def test_a_column_outside_the_sheet_is_refused(number):
    with pytest.raises(DocumentError, match="1 to 16384"):
        column_letters(number)


def test_cells_and_areas():
    assert cell(3, 4) == "C4"
    assert cell(3, 4, fixed_column=True) == "$C4"
    assert area((1, 2), (28, 9), fixed=True) == "$A$2:$AB$9"


@pytest.mark.parametrize(
    ("sheet", "reference"),
    [
        ("Lijst", "Lijst!A1"),
        ("Lot 1", "'Lot 1'!A1"),
        ("A1", "'A1'!A1"),
        ("R2C3", "'R2C3'!A1"),
        ("'s", "'''s'!A1"),
    ],
)
def test_a_sheet_name_is_quoted_where_needed(sheet, reference):
    assert on_sheet(sheet, "A1") == reference


def test_quotes_in_a_text_are_doubled():
    assert text_literal('de "beste"') == '"de ""beste"""'


def test_a_text_too_long_for_a_formula_is_refused():
    with pytest.raises(DocumentError, match="255"):
        text_literal("x" * 256)


SAME = (
    lambda n: f"IF($C{n}=\"100%\",Blad2!A{n + 7}*$B$4,'Lot A9'!C{n})",
    lambda n: f"SUM(A{n}:B{n + 1})+7",
    lambda _n: "A1*2",
    lambda n: f"A{n * n}",  # goes up by more than one
    lambda n: f"A{n}" if n < 6 else f"B{n}",
    lambda n: f"A{n}*{n}",
    lambda n: f"A{100 - n}",
)


@pytest.mark.parametrize("formula", SAME)
@pytest.mark.parametrize("numbers", [range(0), range(1, 2), range(1, 4), range(1, 8), range(9, 13)])
def test_formulas_that_are_counted_on_are_those_made_one_by_one(formula, numbers):
    assert counted_on(formula, numbers) == [formula(number) for number in numbers]
