"""Whole rows or columns that were put in or taken out are told in one sentence."""

from dataclasses import replace

import pytest

from procurement.incoming import Cell, CellKind, Row, Table
from procurement.returned_sheets import read_back
from tests.procurement.returned_sheets.build import form, sent
from tests.procurement.returned_sheets.changes import with_cell, without_row


def found(table):
    """The problems as (place, sentence)."""
    return [(each.place.nl, each.text.nl) for each in read_back(form(), table).problems]


def moved(table, *, rows=0, columns=0, above=1, left_of=1):
    """What stands from this row and column on, moved; what comes in the place of something is gone."""

    def at(row):
        return row + rows if row >= above else row

    def cells(row):
        kept = (cell for cell in row.cells if not left_of + columns <= cell.column < left_of)
        return tuple(
            Cell(cell.column + columns, cell.kind, cell.value, cell.marks) if cell.column >= left_of else cell
            for cell in kept
        )

    def of(sheet):
        kept = (row for row in sheet.rows if not above + rows <= row.number < above)
        return replace(sheet, rows=tuple(Row.of(at(row.number), cells(row)) for row in kept))

    return Table(tuple(of(sheet) if sheet.title == "Prijzen" else sheet for sheet in table.sheets))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rows": 1, "above": 5}, "rijen ingevoegd (1): wat in rij 5 hoort, staat in rij 6."),
        ({"rows": 12, "above": 1}, "rijen ingevoegd (12): wat in rij 1 hoort, staat in rij 13."),
        ({"rows": -2, "above": 6}, "rijen weggehaald (2), vanaf rij 4."),
        ({"columns": 1, "left_of": 2}, "kolommen ingevoegd (1): wat in kolom B hoort, staat in kolom C."),
        ({"columns": -1, "left_of": 2}, "kolommen weggehaald (1), vanaf kolom A."),
    ],
)
def test_rows_or_columns_that_moved_are_one_sentence(change, words):
    [(place, sentence)] = found(moved(sent(), **change))

    assert (place, words in sentence) == ("blad Prijzen", True)


def test_a_row_that_was_put_in_may_say_something():
    table = with_cell(moved(sent(), rows=1, above=5), "Prijzen", "A5", CellKind.TEXT, "Extra regel")

    assert [place for place, _text in found(table)] == ["blad Prijzen"]


def test_one_row_that_is_gone_is_one_sentence():
    assert [place for place, _text in found(without_row(sent(), "Prijzen", 3))] == ["blad Prijzen"]


def test_what_is_wrong_on_another_sheet_is_told_beside_it():
    table = with_cell(moved(sent(), rows=1, above=5), "Keuze", "A2", CellKind.TEXT, "Anders")

    assert [place for place, _text in found(table)] == ["blad Keuze, cel A2", "blad Prijzen"]


def test_a_cell_that_was_changed_is_told_at_its_place():
    table = with_cell(sent(), "Prijzen", "A5", CellKind.TEXT, "Toetsenbord")

    assert [place for place, _text in found(table)] == ["blad Prijzen, cel A5"]


def last_row_one_up(table):
    """The words of row 10 in row 9 as well."""
    return with_cell(
        with_cell(table, "Prijzen", "A9", CellKind.TEXT, "Open"), "Prijzen", "D9", CellKind.BOOLEAN, "true"
    )


def test_rows_that_changed_places_are_told_cell_by_cell():
    exchanged = with_cell(last_row_one_up(sent()), "Prijzen", "A10", CellKind.TEXT, "Dag")

    assert {place for place, _text in found(exchanged)} == {
        f"blad Prijzen, cel {at}" for at in ("A9", "D9", "A10")
    }


def test_the_words_of_the_last_row_in_the_row_above_are_told_at_their_place():
    assert {place for place, _text in found(last_row_one_up(sent()))} == {
        f"blad Prijzen, cel {at}" for at in ("A9", "D9")
    }


def test_a_moved_row_beside_a_changed_cell_is_told_cell_by_cell():
    table = with_cell(moved(sent(), rows=1, above=5), "Prijzen", "A8", CellKind.TEXT, "Anders")

    assert len(found(table)) > 3


def test_a_sheet_that_is_empty_has_not_moved():
    table = sent()
    empty = Table(tuple(replace(each, rows=()) if each.title == "Prijzen" else each for each in table.sheets))

    assert len(found(empty)) > 3
