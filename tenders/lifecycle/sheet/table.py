"""A table of words: the same figures that a chart draws, for who reads or hears instead of looks."""

from dataclasses import dataclass

from procurement.language import Language
from tenders.charts.svg import Svg


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """Every cell is text in one language; the first cell of a row is its heading."""

    caption: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart never goes without its table."""

    svg: Svg
    table: ChartTable
    language: Language
