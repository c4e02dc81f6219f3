"""What passes between the two processes comes over as it was, also at the limits."""

import pytest

from procurement.incoming import STANDARD, Code, Refused
from procurement.incoming.apart.lines import (
    LONGEST_LINE,
    NotUnderstood,
    SheetLines,
    rows_line,
    said_by,
    table_of,
    written,
)
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Shape

END = written({"end": True})


def shape_of(columns: int) -> Shape:
    return Shape(tuple(range(1, columns + 1)), (CellKind.TEXT,) * columns, (frozenset(),) * columns)


@pytest.mark.parametrize("letter", ["\u00e9", "\U0001f4bb", '"'])
def test_a_row_with_all_characters_of_the_limits_is_no_line_without_end(letter: str) -> None:
    text, count = letter * STANDARD.cell_characters, STANDARD.characters // STANDARD.cell_characters

    line = rows_line([1], shape_of(count), [[text]] * count)

    assert len(line) < LONGEST_LINE
    assert table_of([written({"sheet": "Blad"}), line, END]).sheets[0].rows[0].values == (text,) * count


def test_a_line_that_is_too_long_is_told_with_its_sheet_and_row() -> None:
    lines: list[bytes] = []

    with pytest.raises(Refused) as refused:
        SheetLines(lines.append, "Blad", False).rows([7], shape_of(1), [["x" * (LONGEST_LINE + 1)]])

    assert (refused.value.refusal.code, refused.value.refusal.place) == (Code.TOO_MUCH_TEXT, "Blad!7")


def test_rows_of_one_shape_come_over_as_they_were() -> None:
    lines: list[bytes] = []
    shape = Shape((2, 4), (CellKind.TEXT, CellKind.EMPTY), (frozenset(), frozenset({Mark.FORMULA})))

    sheet = SheetLines(lines.append, "Blad", True)
    sheet.rows([3, 5], shape, [["a", "b\nc"], ["", ""]])
    sheet.merged(["A1:B1"])

    [read] = table_of([*lines, END]).sheets
    assert read.rows == (Row(3, shape, ("a", "")), Row(5, shape, ("b\nc", "")))
    assert read.rows[1].cells == (
        Cell(2, CellKind.TEXT, "b\nc"),
        Cell(4, CellKind.EMPTY, "", frozenset({Mark.FORMULA})),
    )
    assert (read.title, read.hidden, read.merged) == ("Blad", True, ("A1:B1",))


ROWS = {"rows": [1], "columns": [1], "kinds": ["text"], "marks": [[]], "values": ["a"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"rows": [True]},
        {"rows": ["1"]},
        {"rows": 1},
        {"rows": [1, 2]},
        {"columns": []},
        {"columns": ["1"]},
        {"kinds": ["tekst"]},
        {"kinds": [1]},
        {"kinds": [[]]},
        {"marks": []},
        {"marks": [1]},
        {"marks": [[1]]},
        {"values": []},
        {"values": ["a\0b"]},
        {"values": [1]},
        {"values": "a"},
        {"columns": [], "kinds": [], "marks": [], "values": []},
    ],
    ids=str,
)
def test_rows_that_are_not_whole_are_not_understood(wrong: dict[str, object]) -> None:
    with pytest.raises(NotUnderstood):
        table_of([written({"sheet": "Blad"}), written({**ROWS, **wrong}), END])


def test_half_a_character_in_a_name_comes_over() -> None:
    assert list(said_by([written({"name": "a\ud83d"}), written({"end": True})])) == [{"name": "a\ud83d"}]
