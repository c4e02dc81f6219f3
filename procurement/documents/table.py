"""A table of a text document."""

from dataclasses import dataclass
from enum import StrEnum

from procurement.documents.errors import DocumentError
from procurement.documents.inline import Content


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column. `width` is its share of the text width against the other columns."""

    title: Content
    width: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """One table row, a content for each column; `emphasis` for totals and the winning bid."""

    cells: tuple[Content, ...]
    emphasis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading row that repeats on every page. `alt` describes it to who cannot see it.

    `keep_together`: all rows on one page, for a block of signatures.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    alt: str = ""
    anchor: str = ""
    keep_together: bool = False

    def __post_init__(self) -> None:
        where = f"table {self.caption or self.alt!r}"
        if not self.columns:
            raise DocumentError(f"{where}: no columns")
        if any(column.width < 1 for column in self.columns):
            raise DocumentError(f"{where}: a column is narrower than 1")
        if not (self.caption or self.alt):
            raise DocumentError("table: give a caption or an alternative text, for readers who cannot see it")
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise DocumentError(
                    f"{where}, row {number}: {len(row.cells)} cells, {len(self.columns)} columns"
                )
