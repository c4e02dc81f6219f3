"""Counting what is read, so that no file gives more than the limits allow, whatever it refers to twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.texts import marks_of
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Shape, place


class Take(Protocol):
    """Takes one sheet: its rows in order, and after them the cells that are shown as one."""

    def rows(self, numbers: Sequence[int], shape: Shape, columns: Sequence[Sequence[str]]) -> None:
        """Rows of one shape; the values of each column have as many as there are rows."""

    def merged(self, areas: list[str]) -> None: ...


@dataclass(slots=True)
class Counter:
    """Over the whole file."""

    limits: Limits
    sheets: int = 0
    cells: int = 0
    characters: int = 0

    def sheet(self) -> None:
        self.sheets += 1
        if self.sheets > self.limits.sheets:
            raise Refused(Code.TOO_MANY_SHEETS, most=str(self.limits.sheets))

    def too_much(self, value: str) -> tuple[Code, int] | None:
        """Count a cell; the limit that it goes beyond, with the code for it."""
        self.cells += 1
        self.characters += len(value)
        limits = self.limits
        if self.cells > limits.cells:
            return Code.TOO_MANY_CELLS, limits.cells
        if len(value) > limits.cell_characters:
            return Code.LONG_TEXT, limits.cell_characters
        if self.characters > limits.characters:
            return Code.TOO_MUCH_TEXT, limits.characters
        return None

    def has_room(self, columns: Sequence[Sequence[str]]) -> bool:
        """Count all these values, if they stay within every limit; else none."""
        lengths = [len("".join(column)) for column in columns]
        cells = self.cells + sum(map(len, columns))
        characters, limits = self.characters + sum(lengths), self.limits
        if cells > limits.cells or characters > limits.characters or max(lengths) > limits.cell_characters:
            return False
        self.cells, self.characters = cells, characters
        return True


@dataclass(slots=True)
class Rows:
    """The rows of one sheet, which must come in order; each is given away as soon as it is complete."""

    title: str
    counter: Counter
    take: Take
    number: int = 0
    _cells: list[Cell] = field(default_factory=list)
    _column: int = 0

    def begin(self, number: int) -> None:
        if number <= self.number:
            raise Refused(Code.CELL_TWICE, f"{self.title}!{number}")
        self.number, self._cells, self._column = number, [], 0

    def add(self, column: int, kind: CellKind, value: str, *, formula: bool = False) -> None:
        """A cell; one without a value or a formula is left out. Raises `Refused` when it is too far, too long
        or there already.
        """
        if not value:
            if not formula:
                return
            kind = CellKind.EMPTY
        limits = self.counter.limits
        if column > limits.columns or self.number > limits.rows:
            raise Refused(Code.FAR_CELL, self._place(column), place(limits.columns, limits.rows))
        if column <= self._column:
            raise Refused(Code.CELL_TWICE, self._place(column))
        self._column = column
        if beyond := self.counter.too_much(value):
            raise Refused(beyond[0], self._place(column), str(beyond[1]))
        self._cells.append(Cell(column, kind, value, marks_of(kind, value, formula=formula)))

    def _place(self, column: int) -> str:
        return f"{self.title}!{place(column, self.number)}"

    def finish(self) -> None:
        if self._cells:
            row = Row.of(self.number, self._cells)
            self.take.rows((row.number,), row.shape, tuple((value,) for value in row.values))
        self._cells = []

    def alike(self, numbers: Sequence[int], shape: Shape, columns: Sequence[Sequence[str]]) -> bool:
        """Take rows at once, which come in order and after those before. False, and nothing is taken, where
        one of them goes beyond a limit.
        """
        limits = self.counter.limits
        is_near = numbers[-1] <= limits.rows and shape.columns[-1] <= limits.columns
        if not is_near or not self.counter.has_room(columns):
            return False
        self.take.rows(numbers, shape, columns)
        self.number = numbers[-1]
        return True

    def repeat(self, times: int) -> None:
        """The row that was just begun stands `times` times in the file."""
        cells = tuple(self._cells)
        self.finish()
        if not cells:
            self.number += times - 1
            return
        for _ in range(times - 1):
            self.begin(self.number + 1)
            for cell in cells:
                self.add(cell.column, cell.kind, cell.value, formula=Mark.FORMULA in cell.marks)
            self.finish()
