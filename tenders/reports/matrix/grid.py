"""A sheet under construction: it knows which row comes next."""

from collections.abc import Sequence

from procurement.documents.workbook import Cell, CellLike, Column, Style

_READABLE = 130  # characters; a line of explanation runs no further over the columns


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

    def note(self, text: str, columns: Sequence[Column]) -> int:
        """An explanation across as many columns as make one readable line."""
        return self.add(*across(text, Style.MUTED, _readable(columns)))

    def section(self, text: str, columns: int) -> int:
        return self.add(*across(text, Style.SECTION, columns))

    def headings(self, *cells: CellLike) -> int:
        """A bare text is the heading of a column of words; for figures see `over_figures`."""
        return self.add(
            *(Cell(each, style=Style.HEADING) if isinstance(each, str) else each for each in cells)
        )


def across(text: str, style: Style, columns: int) -> tuple[CellLike, ...]:
    """One cell that stands across so many columns."""
    return (Cell(text, style=style, span=columns), *(None for _ in range(columns - 1)))


def over_figures(text: str) -> Cell:
    """The heading of a column of figures."""
    return Cell(text, style=Style.HEADING_NUMBER)


def longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=0)


def _readable(columns: Sequence[Column]) -> int:
    width = 0
    for number, column in enumerate(columns, start=1):
        width += column.width
        if width >= _READABLE:
            return number
    return max(len(columns), 1)
