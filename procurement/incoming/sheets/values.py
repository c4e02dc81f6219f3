"""What is read out of a table: sheets of rows of cells, all of it values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class CellKind(StrEnum):
    """How `Cell.value` is to be read."""

    TEXT = "text"
    NUMBER = "number"  # plain notation, as `Decimal` takes it
    DATE = "date"  # 2026-11-21 or 2026-11-21T09:30:00
    BOOLEAN = "boolean"  # true or false
    ERROR = "error"  # the error of a formula, such as #N/A
    EMPTY = "empty"  # a formula without a stored result
    UNCLEAR = "unclear"  # no number, date or boolean although it says so, or one that can be read in two ways


class Mark(StrEnum):
    """What an importer should know before it uses the value."""

    FORMULA = "formula"  # the value is only what the file says the result is
    LIKE_FORMULA = "like formula"  # a text that a spreadsheet would calculate when it is pasted
    TURNS_DIRECTION = "turns direction"
    CONTROL = "control"  # characters that cannot be seen


class Cell(NamedTuple):
    """`column` counts from 1. A named tuple, because a table has a hundred thousand of them."""

    column: int
    kind: CellKind
    value: str
    marks: frozenset[Mark] = frozenset()


class Shape(NamedTuple):
    """What many rows have in common: where they have cells, and of what sort."""

    columns: tuple[int, ...]
    kinds: tuple[CellKind, ...]
    marks: tuple[frozenset[Mark], ...]


class Row(NamedTuple):
    """`number` counts from 1; cells without content are left out."""

    number: int
    shape: Shape
    values: tuple[str, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Made anew each time: of a long list a row is little more than its values."""
        return tuple(map(Cell, self.shape.columns, self.shape.kinds, self.values, self.shape.marks))

    @classmethod
    def of(cls, number: int, cells: Sequence[Cell]) -> "Row":
        shape = Shape(
            tuple(cell.column for cell in cells),
            tuple(cell.kind for cell in cells),
            tuple(cell.marks for cell in cells),
        )
        return cls(number, shape, tuple(cell.value for cell in cells))


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[str, ...] = ()  # cells shown as one, as the file says it: "A1:C1"


@dataclass(frozen=True, slots=True)
class Table:
    """All sheets of a file, in order."""

    sheets: tuple[Sheet, ...]


def place(column: int, row: int) -> str:
    """As Excel names a cell: B3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
