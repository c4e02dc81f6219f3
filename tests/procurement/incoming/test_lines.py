"""What passes between the two processes comes over as it was, also at the limits."""

import pytest

from procurement.incoming import STANDARD
from procurement.incoming.apart.lines import LONGEST_LINE, row_line, said_by, written
from procurement.incoming.sheets.values import Cell, CellKind, Row


@pytest.mark.parametrize("letter", ["\u00e9", "\U0001f4bb", '"'])
def test_a_row_with_all_characters_of_the_limits_is_no_line_without_end(letter: str) -> None:
    text, count = letter * STANDARD.cell_characters, STANDARD.characters // STANDARD.cell_characters

    line = row_line(
        Row(1, tuple(Cell(column, CellKind.TEXT, text, frozenset()) for column in range(1, count + 1)))
    )

    assert len(line) < LONGEST_LINE
    assert text in str(next(said_by([line])))


def test_half_a_character_in_a_name_comes_over() -> None:
    assert list(said_by([written({"name": "a\ud83d"}), written({"end": True})])) == [{"name": "a\ud83d"}]
