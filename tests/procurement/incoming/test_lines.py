"""Of what the reading process says about rows nothing is believed that has not the shape it always has."""

import json
from typing import Any

import pytest

from procurement.incoming.apart.lines import NotUnderstood, RowLines, table_of, written
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Sheet, Table

SHEET, END = written({"sheet": "Blad", "hidden": False}), written({"end": True})


def table(*rows: Any) -> Table:
    return table_of([SHEET, json.dumps({"rows": rows}).encode(), END])


def test_rows_come_over_as_they_were_read() -> None:
    odd = Cell(3, CellKind.TEXT, "=é", frozenset({Mark.LIKE_FORMULA}))
    rows = [Row(number, (Cell(1, CellKind.NUMBER, "1.5"), odd)) for number in range(1, 1_000)]
    said: list[bytes] = []
    lines = RowLines(said.append)

    give = lines.sheet("Blad", True)
    for row in rows:
        give(row)
    lines.flush()

    assert table_of([*said, END]) == Table((Sheet("Blad", tuple(rows), hidden=True),))
    assert 3 < len(said) < 100


FORGED = {
    "no row": 7,
    "short": [1, [1], ["text"], ["a"]],
    "number that is none": ["1", [1], ["text"], ["a"], []],
    "column that is none": [1, ["1"], ["text"], ["a"], []],
    "column that is true": [1, [True], ["text"], ["a"], []],
    "unknown kind": [1, [1], ["code"], ["a"], []],
    "kind that is a list": [1, [1], [["text"]], ["a"], []],
    "value that is a number": [1, [1], ["text"], [5], []],
    "more values than columns": [1, [1], ["text"], ["a", "b"], []],
    "more columns than values": [1, [1, 2], ["text"], ["a"], []],
    "marks of another cell": [1, [1], ["text"], ["a"], [[], ["formula"]]],
    "marks that are no list": [1, [1], ["text"], ["a"], ["formula"]],
}


@pytest.mark.parametrize("row", FORGED.values(), ids=FORGED)
def test_a_row_in_another_shape_is_not_understood(row: Any) -> None:
    with pytest.raises(NotUnderstood):
        table(row)


def test_rows_that_are_no_list_are_not_understood() -> None:
    with pytest.raises(NotUnderstood):
        table_of([SHEET, written({"rows": 5}), END])
