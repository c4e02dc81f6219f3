"""A workbook as values: sheets of cells that have a value AND, where it is computed, a live formula.

A text is always a text: `=1+1` typed by a bidder stays those four characters. Only `Cell.formula`,
written by our own code, becomes a formula. Rows may be any iterable: a writer reads them once, in order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from procurement.documents.properties import Properties
from procurement.language import Language

Value = str | int | Decimal | bool | date | None


class Style(StrEnum):
    """The closed set of looks. INPUT cells are the only ones that stay unlocked on a protected sheet.

    TEXT and INPUT_TEXT keep what is typed in them later as text, `=1+1` too. Anything but a bare text
    in a TEXT cell gets NUMBER instead, so that Excel calculates and aligns it.
    """

    TEXT = "text"
    WRAPPED = "wrapped"
    TITLE = "title"  # top of the sheet
    HEADING = "heading"  # column heading
    HEADING_INPUT = "heading input"  # heading of a column of texts to fill in
    HEADING_NUMBER = "heading number"  # heading of a column of figures
    SECTION = "section"  # heading between rows
    BOLD = "bold"
    MUTED = "muted"
    WARNING = "warning"
    LINK = "link"
    CENTRED = "centred"
    NUMBER_0 = "number 0"
    NUMBER_1 = "number 1"
    NUMBER_2 = "number 2"
    NUMBER_3 = "number 3"
    NUMBER_4 = "number 4"
    NUMBER = "number"  # as many decimals as the value has
    PERCENT = "percent"  # 0.125 shows as 12,50%
    PERCENT_POINTS = "percent points"  # 12.5 shows as 12,50%
    EURO = "euro"
    DATE = "date"
    INPUT_TEXT = "input text"
    INPUT_NUMBER = "input number"
    INPUT_EURO = "input euro"
    INPUT_DATE = "input date"
    TOTAL_TEXT = "total text"
    TOTAL_0 = "total 0"
    TOTAL_1 = "total 1"
    TOTAL_2 = "total 2"
    TOTAL_3 = "total 3"
    TOTAL_4 = "total 4"
    TOTAL_EURO = "total euro"

    __hash__ = str.__hash__  # that of an enumeration takes five times as long, and every cell asks for it


def number_style(places: int) -> Style:
    """The number style with so many decimals (0 to 4; more shows as many as the value has)."""
    return Style(f"number {places}") if 0 <= places <= 4 else Style.NUMBER


def total_style(places: int) -> Style:
    """The total style with so many decimals, at most 4."""
    return Style(f"total {min(places, 4)}")


class Cell(NamedTuple):
    """A value, optionally the result of `formula` (English function names, commas, no leading `=`).

    `span` is the number of columns it stands across; the cells it covers are left out of the row (None).
    A named tuple, because a workbook has tens of thousands of them.
    """

    value: Value = None
    formula: str | None = None
    style: Style | None = None
    span: int = 1


CellLike = Cell | Value
"""A bare value takes the style of its column. None leaves the cell out; `Cell()` is empty in that style."""


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; `style` for the cells that do not name one."""

    width: int = 12
    style: Style = Style.TEXT
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """The cells in `area` ("B2:B40") take one of `choices`, or of the range `source` ("Keuze!$A$1:$A$9")."""

    area: str
    choices: tuple[str, ...] = ()
    source: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """The cells in `area` take a decimal number from `lowest` to `highest`."""

    area: str
    lowest: Decimal
    highest: Decimal
    message: str = ""


Validation = OneOf | Between


class HighlightLook(StrEnum):
    GOOD = "good"
    ATTENTION = "attention"
    WRONG = "wrong"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Show the cells in `area` with `look` where `formula` (written for its top left cell) is true."""

    area: str
    formula: str
    look: HighlightLook


@dataclass(frozen=True, slots=True)
class Link:
    """The cell at `at` ("B3") leads to `target` in the same workbook ("Uitslag!A1")."""

    at: str
    target: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name for a range, such as `weging` for `Criteria!$C$4:$C$20`."""

    name: str
    refers_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`frozen` is the first cell that scrolls ("B4"); `title_rows` the rows repeated in print (1, 3).

    `page_starts` are the rows that begin a new page in print.
    """

    title: str
    rows: Iterable[Sequence[CellLike]]
    columns: tuple[Column, ...] = ()
    frozen: str = ""
    title_rows: tuple[int, int] | None = None
    title_columns: tuple[str, str] | None = None
    autofilter: str = ""
    landscape: bool = False
    page_starts: tuple[int, ...] = ()
    protected: bool = False
    hidden: bool = False
    validations: tuple[Validation, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    title: str
    language: Language
    properties: Properties
    sheets: tuple[Sheet, ...]
    names: tuple[Name, ...] = ()
