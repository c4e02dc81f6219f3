"""Rows of a worksheet that follow each other with the same tags: taken at once, or else cell by cell."""

from collections.abc import Sequence

from procurement.incoming.guard.markup import Markup
from procurement.incoming.sheets.plain_columns import column_read
from procurement.incoming.sheets.row_shapes import RowShape
from procurement.incoming.sheets.texts import marks_of
from procurement.incoming.sheets.values import CellKind, Shape
from procurement.incoming.sheets.xlsx_sheet import SheetReader

Texts = Sequence[str]
_DIGITS = str.maketrans("123456789", "0" * 9)  # what a formula fetches does not depend on which digits it has


class Group:
    """`add` rows, and `give` them to the guard and to the rows of the reader."""

    def __init__(self, reader: SheetReader, guard: Markup) -> None:
        self._reader, self._guard = reader, guard
        self._shape = RowShape((), 0)
        self._numbers: list[int] = []
        self._texts: list[Texts] = []

    def add(self, shape: RowShape, number: int, texts: Texts) -> bool:
        """False for a row that is for the parser: out of order, or too much for the guard."""
        if shape is not self._shape:
            self.give()
            self._shape = shape
        if number <= (self._numbers[-1] if self._numbers else self._reader.rows.number):
            return False
        if not self._guard.takes(shape.weight):
            return False
        self._numbers.append(number)
        self._texts.append(texts)
        return True

    def give(self) -> None:
        """Raises `Refused`."""
        if not self._numbers:
            return
        columns = list(zip(*self._texts, strict=True))
        if self._is_taken_at_once(columns):
            formulas = (columns[cell.formula] for cell in self._shape.cells if cell.formula is not None)
            for column in formulas:
                self._guard.refuse_fetching({formula.translate(_DIGITS) for formula in column})
        else:
            for number, texts in zip(self._numbers, self._texts, strict=True):
                self._take(number, texts)
        self._reader.pass_rows(self._numbers[-1])
        self._numbers, self._texts = [], []

    def _is_taken_at_once(self, columns: Sequence[Texts]) -> bool:
        found: list[tuple[int, CellKind, bool]] = []
        values: list[Texts] = []
        for cell in self._shape.cells:
            if cell.value is not None:
                read = column_read(cell, columns[cell.value], self._reader.workbook)
            else:
                read = CellKind.EMPTY, [""] * len(self._numbers)
            if read is None:
                return False
            if cell.value is not None or cell.has_formula:
                found.append((cell.column, read[0], cell.has_formula))
                values.append(read[1])
        if not found:
            return True
        numbers, kinds, formulas = zip(*found, strict=True)
        marks = (marks_of(CellKind.EMPTY, "", formula=each) for each in formulas)
        return self._reader.rows.alike(self._numbers, Shape(numbers, kinds, tuple(marks)), values)

    def _take(self, number: int, texts: Texts) -> None:
        rows, workbook = self._reader.rows, self._reader.workbook
        rows.begin(number)
        for cell in self._shape.cells:
            self._guard.refuse_fetching(() if cell.formula is None else (texts[cell.formula],))
            stored = "" if cell.value is None else texts[cell.value]
            kind, value = workbook.read(cell.kind, cell.style, stored)
            rows.add(cell.column, kind, value, formula=cell.has_formula)
        rows.finish()
