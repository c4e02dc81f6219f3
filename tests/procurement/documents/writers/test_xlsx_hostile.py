"""Whatever people type reads back as the same text: never a formula, never markup."""

from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from procurement.documents.text import cleaned
from procurement.documents.workbook import Cell, Sheet, Style
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.procurement.documents.examples import workbook
from tests.procurement.documents.writers.nasty_texts import TEXTS


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8), st.sampled_from(list(Style)))
def test_typed_text_reads_back_as_text(texts, style):
    sheet = Sheet(title="x", rows=[[text, Cell(text, style=style), Cell(text, "A1&B1")] for text in texts])

    read = openpyxl.load_workbook(BytesIO(xlsx_bytes(workbook(sheet)))).active

    expected = [cleaned(text) for text in texts]
    for column in (1, 2):
        cells = [read.cell(row, column) for row in range(1, len(texts) + 1)]
        assert [cell.value or "" for cell in cells] == expected
        assert {cell.data_type for cell in cells} <= {"s", "n"}  # "n": openpyxl's type of an empty cell
        assert [cell.data_type for cell in cells if cell.value] == ["s" for text in expected if text]
