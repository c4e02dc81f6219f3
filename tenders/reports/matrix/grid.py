"""A sheet under construction: it knows which row comes next."""

from collections.abc import Sequence

from procurement.documents.workbook import Cell, CellLike, Column, Style

_READABLE = 130  # characters; a line of explanation runs no further over the columns
_ONE_PAGE = 192  # characters across a landscape page in its smallest print
REPEATED = 2  # columns that come back on each page, where a sheet repeats any: the code and the name


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

    def titled(self, short: str, whole: str, columns: Sequence[Column]) -> int:
        """On a sheet of more pages wide the short title comes back on each, and neither is cut off."""
        if _on_one_page(columns):
            return self.title(whole)
        repeated = (Cell(short, style=Style.TITLE, span=REPEATED), *(None for _ in range(REPEATED - 1)))
        return self.add(*repeated, *_next_to(whole, Style.BOLD, columns))

    def explained(self, text: str, columns: Sequence[Column]) -> int:
        """As `note`; on a sheet of more pages wide next to the columns that come back on each."""
        if _on_one_page(columns):
            return self.note(text, columns)
        return self.add(*(None for _ in range(REPEATED)), *_next_to(text, Style.MUTED, columns))

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


def _on_one_page(columns: Sequence[Column]) -> bool:
    return sum(column.width for column in columns) <= _ONE_PAGE


def _next_to(text: str, style: Style, columns: Sequence[Column]) -> tuple[CellLike, ...]:
    return across(text, style, max(_readable(columns) - REPEATED, 1))


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
