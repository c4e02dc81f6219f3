"""A text document as a tree of frozen values: what a contract or a report says, not how a format says it.

Numbers of headings, articles and tables are never text: a writer lets the format number, and
`procurement.documents.numbering` computes the same numbers where a format wants them written out.
Short constructors are in `procurement.documents.compose`.
"""

from dataclasses import dataclass
from enum import StrEnum

from procurement.documents.errors import DocumentError
from procurement.documents.inline import (
    Content,
    Field,
    FieldKind,
    Footnote,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Reference,
    Run,
    plain,
)
from procurement.documents.properties import Properties
from procurement.documents.table import Align, Column, Row, Table
from procurement.language import Language

__all__ = [
    "Align", "Block", "Clause", "ClauseBlock", "Column", "Content", "Definition", "Definitions",
    "Document", "Field", "FieldKind", "Footnote", "Heading", "Inline", "LineBreak", "ListItem",
    "Listing", "Note", "NoteKind", "PageBreak", "PageCount", "PageNumber", "Paragraph",
    "ParagraphStyle", "Point", "Provision", "Reference", "Row", "Run", "SectionBreak", "Table",
    "TableOfContents", "plain",
]  # fmt: skip


class ParagraphStyle(StrEnum):
    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    LEAD = "lead"
    FORMULA = "formula"
    SMALL = "small"
    KEEP_TOGETHER = "keep together"  # stays on the page of the next block: a signature block, a lead-in


class NoteKind(StrEnum):
    INFORMATION = "information"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 to 4. A numbered heading gets 1, 1.1, 1.1.1 from the format; level 4 is never numbered.

    `annex`: counted in the row of the annexes, which is Annex A (Dutch: Bijlage A), A.1, A.1.1.
    """

    level: int
    content: Content
    numbered: bool = True
    anchor: str = ""
    annex: bool = False

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise DocumentError(f"heading {plain(self.content)!r}: level {self.level}; allowed are 1 to 4")
        if self.annex and (self.level == 4 or not self.numbered):
            raise DocumentError(
                f"annex {plain(self.content)!r}: a heading of an annex is numbered, level 1 to 3"
            )


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Content
    style: ParagraphStyle = ParagraphStyle.BODY
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """`level` 0 to 2: how deep the item is nested."""

    content: Content
    level: int = 0

    def __post_init__(self) -> None:
        if self.level not in (0, 1, 2):
            raise DocumentError(f"list item {plain(self.content)!r}: level {self.level}; allowed are 0 to 2")


@dataclass(frozen=True, slots=True)
class Listing:
    """Bullets, or (`ordered`) 1. / a. / i. that begins again with every list."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A short text set apart: something to know, or something to look out for."""

    content: Content
    kind: NoteKind = NoteKind.INFORMATION


@dataclass(frozen=True, slots=True)
class Point:
    """Part of a provision: (a), and below that (i)."""

    content: Content
    points: tuple["Point", ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered paragraph of an article (Dutch: lid): 1.1."""

    content: Content
    points: tuple[Point, ...] = ()
    anchor: str = ""

    def __post_init__(self) -> None:
        for point in self.points:
            for below in point.points:
                if below.points:
                    raise DocumentError(
                        f"point {plain(below.content)!r}: no third level of points; rewrite it"
                    )


@dataclass(frozen=True, slots=True)
class Definition:
    """One term and its meaning; a reference to it prints the term."""

    term: str
    meaning: Content
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """The defined terms, in the order in which they are to stand."""

    items: tuple[Definition, ...]


ClauseBlock = Provision | Paragraph | Listing | Table | Note | Definitions


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One article of a contract, traceable to the text it came from.

    `code`, `version` and `digest` (SHA-256 of the source text) travel with the text in the file.
    `outline` is its place in the table of contents: 2 where chapters of level 1 stand above it.
    """

    code: str
    version: str
    title: Content
    body: tuple[ClauseBlock, ...]
    digest: str = ""
    anchor: str = ""
    outline: int = 1


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The headings and clauses up to outline `levels`, with `title` above it."""

    title: str
    levels: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """What follows starts on a new page, upright or `landscape`."""

    landscape: bool = False


Block = (
    Heading
    | Paragraph
    | Listing
    | Table
    | Note
    | Definitions
    | Clause
    | TableOfContents
    | PageBreak
    | SectionBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. A tab in `header` or `footer` moves what follows to the right margin.

    Without them the house header (title, tender) and footer (version, page x of y) are used.
    """

    title: str
    language: Language
    properties: Properties
    blocks: tuple[Block, ...]
    header: Content | None = None
    footer: Content | None = None
    landscape: bool = False
