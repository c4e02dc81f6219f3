"""A sheet under construction: it knows which row comes next."""

from collections.abc import Sequence

from procurement.documents.workbook import Cell, CellLike, Style


class Grid:
    def __init__(self) -> None:
        self.rows: list[Sequence[CellLike]] = []

    @property
    def next(self) -> int:
        """The number of the row that `add` will make, from 1."""
        return len(self.rows) + 1

    def add(self, *cells: CellLike) -> int:
        self.rows.append(cells)
        return len(self.rows)

    def blank(self) -> int:
        return self.add()

    def title(self, text: str) -> int:
        return self.add(Cell(text, style=Style.TITLE))

    def section(self, text: str, columns: int) -> int:
        return self.add(
            Cell(text, style=Style.SECTION), *(Cell(style=Style.SECTION) for _ in range(columns - 1))
        )

    def headings(self, *texts: str) -> int:
        return self.add(*(Cell(text, style=Style.HEADING) for text in texts))
