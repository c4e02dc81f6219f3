"""Short constructors, so that a report reads like the trade: `heading(1, "Prijs")`, `bold("niet")`."""

from collections.abc import Iterable

from procurement.documents.model import (
    Align,
    Column,
    Content,
    Definition,
    Field,
    FieldKind,
    Footnote,
    Heading,
    Inline,
    Listing,
    ListItem,
    Note,
    NoteKind,
    Paragraph,
    ParagraphStyle,
    Point,
    Provision,
    Reference,
    Row,
    Run,
    Table,
)

Part = str | Inline
"""What a person writes: plain text stands for a run."""

CellText = Part | Content


def content(*parts: Part) -> Content:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


def field(name: str, label: str) -> Field:
    return Field(name, label)


def choice_field(name: str, label: str, *choices: str) -> Field:
    return Field(name, label, FieldKind.CHOICE, choices)


def date_field(name: str, label: str) -> Field:
    return Field(name, label, FieldKind.DATE)


def footnote(*parts: Part) -> Footnote:
    return Footnote(content(*parts))


def ref(anchor: str) -> Reference:
    return Reference(anchor)


def title(*parts: Part) -> Paragraph:
    return Paragraph(content(*parts), ParagraphStyle.TITLE)


def subtitle(*parts: Part) -> Paragraph:
    return Paragraph(content(*parts), ParagraphStyle.SUBTITLE)


def heading(level: int, *parts: Part, numbered: bool = True, anchor: str = "") -> Heading:
    return Heading(level, content(*parts), numbered, anchor)


def annex(*parts: Part, level: int = 1, anchor: str = "") -> Heading:
    """Annex A, and within it A.1 (level 2) and A.1.1 (level 3)."""
    return Heading(level, content(*parts), anchor=anchor, annex=True)


def definition(term: str, *meaning: Part, anchor: str = "") -> Definition:
    return Definition(term, content(*meaning), anchor)


def paragraph(*parts: Part, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    return Paragraph(content(*parts), style)


def formula(*parts: Part) -> Paragraph:
    return Paragraph(content(*parts), ParagraphStyle.FORMULA)


def bullets(*items: CellText) -> Listing:
    return Listing(tuple(ListItem(_cell(item)) for item in items))


def steps(*items: CellText) -> Listing:
    """A numbered list: 1., 2., 3."""
    return Listing(tuple(ListItem(_cell(item)) for item in items), ordered=True)


def note(*parts: Part) -> Note:
    return Note(content(*parts))


def warning(*parts: Part) -> Note:
    return Note(content(*parts), NoteKind.WARNING)


def provision(*parts: Part, points: Iterable[Point] = (), anchor: str = "") -> Provision:
    return Provision(content(*parts), tuple(points), anchor)


def point(*parts: Part, points: Iterable[Point] = (), anchor: str = "") -> Point:
    return Point(content(*parts), tuple(points), anchor)


def column(heading_text: CellText, width: int = 1, align: Align = Align.LEFT) -> Column:
    return Column(_cell(heading_text), width, align)


def numbers(heading_text: CellText, width: int = 1) -> Column:
    """A column of figures: right-aligned."""
    return Column(_cell(heading_text), width, Align.RIGHT)


def row(*cells: CellText, emphasis: bool = False) -> Row:
    return Row(tuple(_cell(cell) for cell in cells), emphasis)


def table(
    columns: Iterable[Column], rows: Iterable[Row], *, caption: str = "", alt: str = "", anchor: str = ""
) -> Table:
    return Table(columns=tuple(columns), rows=tuple(rows), caption=caption, alt=alt, anchor=anchor)


def _cell(cell: CellText) -> Content:
    return cell if isinstance(cell, tuple) else content(cell)
