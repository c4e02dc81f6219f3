"""On paper a sheet of many bids or criteria is more pages wide; no title is cut off by the edge of one."""

import pytest

from procurement.documents.sheets.paper import pages_wide
from procurement.documents.workbook import Cell, Sheet, Workbook
from tests.tenders.reports.large_lot import large_lot, large_workbook
from tests.tenders.reports.making import assessed

WIDE = ("Invoer 1", "Totaal 1", "Vergelijking 1", "Wat als 1")
REPEATED = 2  # columns


def workbook(bids: int) -> Workbook:
    return large_workbook(assessed(large_lot(bids)))


def sheet_of(book: Workbook, title: str) -> Sheet:
    return next(sheet for sheet in book.sheets if sheet.title == title)


def above_the_headings(sheet: Sheet) -> list[tuple[int, Cell]]:
    """Each cell of words with its column, from 1."""
    rows = list(sheet.rows)[:3]
    return [
        (column, cell)
        for row in rows
        for column, cell in enumerate(row, start=1)
        if isinstance(cell, Cell) and cell.value
    ]


@pytest.mark.parametrize("title", WIDE)
def test_what_comes_back_on_each_page_stays_within_the_columns_that_come_back(title: str) -> None:
    sheet = sheet_of(workbook(12), title)

    found = above_the_headings(sheet)

    assert pages_wide(sheet) > 1
    assert sheet.title_columns == ("A", "B")
    assert [(column, cell.span) for column, cell in found if column <= REPEATED]
    assert all(cell.span <= REPEATED for column, cell in found if column <= REPEATED)


def test_the_totals_say_that_minimum_scores_are_not_tested_again() -> None:
    sheet = sheet_of(workbook(2), "Totaal 1")

    words = [str(cell.value) for _column, cell in above_the_headings(sheet)]

    assert words[-1] == (
        "Minimumscores en grenzen toetst Excel niet opnieuw: wie meedoet, volgt alleen uit de kolom Status "
        "van ‘Invoer 1’."
    )
