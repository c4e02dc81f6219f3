"""A table of product footprints that comes as a spreadsheet."""

from fractions import Fraction

import pytest

from procurement.incoming import Cell, CellKind, Row, Sheet
from tenders.lifecycle.table.reading import read_sheet
from tenders.lifecycle.table.refusals import UnreadableTable


def sheet(*rows: tuple[tuple[CellKind, str], ...]) -> Sheet:
    """The first row is the third of the sheet."""
    return Sheet(
        "Blad",
        tuple(
            Row.of(number, [Cell(column, kind, value) for column, (kind, value) in enumerate(row, 1)])
            for number, row in enumerate(rows, 3)
        ),
    )


HEADINGS = tuple((CellKind.TEXT, text) for text in ("manufacturer", "name", "gwp_total", "lifetime"))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (CellKind.NUMBER, "1.234", "1.234"),
        (CellKind.NUMBER, "161.25", "161.25"),
        (CellKind.NUMBER, "0.12345678901", "0.12345678901"),
        (CellKind.NUMBER, "161", "161"),
        (CellKind.TEXT, "161.5", "161.5"),
    ],
)
def test_a_number_of_a_spreadsheet_is_what_it_is(kind: CellKind, value: str, expected: str) -> None:
    found = read_sheet(sheet(HEADINGS, ((CellKind.TEXT, "Acme"), (CellKind.TEXT, "Book"), (kind, value))))

    assert [(row.line, row.total.amount) for row in found.rows] == [(4, Fraction(expected))]


def test_a_text_in_a_spreadsheet_that_could_be_a_thousand_is_refused_at_its_place() -> None:
    typed = ((CellKind.TEXT, "Acme"), (CellKind.TEXT, "Book"), (CellKind.TEXT, "1.234"))

    found = read_sheet(sheet(HEADINGS, typed))

    assert found.rows == ()
    assert found.problems[0].to("nl").startswith("regel 4, gwp_total: ‘1.234’ is niet duidelijk")


@pytest.mark.parametrize("rows", [(), (HEADINGS[:2],)])
def test_a_sheet_that_is_no_such_table_is_refused_whole(
    rows: tuple[tuple[tuple[CellKind, str], ...]],
) -> None:
    with pytest.raises(UnreadableTable):
        read_sheet(sheet(*rows))
