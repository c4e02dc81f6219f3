"""The body of a Word document, block by block, as XML text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from procurement.documents.model import (
    Clause,
    ClauseBlock,
    Content,
    Definitions,
    Document,
    Heading,
    Listing,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Point,
    Provision,
    Run,
    SectionBreak,
    Table,
    TableOfContents,
    plain,
)
from procurement.documents.numbering import TABLE_LABEL
from procurement.documents.provenance import source_of
from procurement.documents.writers.docx.bookmarks import Bookmarks
from procurement.documents.writers.docx.contents import contents_pieces
from procurement.documents.writers.docx.frame import Shell
from procurement.documents.writers.docx.inline import control, runs, simple_field, words
from procurement.documents.writers.docx.numbers import BULLETS, FIRST_LIST, NUMBER_INDENT
from procurement.documents.writers.docx.tables import table_xml

_STYLES = {
    ParagraphStyle.BODY: "",
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.FORMULA: "Formula",
    ParagraphStyle.SMALL: "Small",
    ParagraphStyle.KEEP_TOGETHER: "KeepTogether",
}
_NOTES = {NoteKind.INFORMATION: "Information", NoteKind.WARNING: "Warning"}
_PROVISION = '<w:p><w:pPr><w:pStyle w:val="Provision"/></w:pPr>'
_POINTS = tuple(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' for style in ("Point", "Subpoint"))
_GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
_LIST_END = '<w:spacing w:after="120"/>'
_NOTE_IN_CLAUSE = f'<w:ind w:left="{NUMBER_INDENT + 142}" w:right="142"/>'
_DEFINITION_IN_CLAUSE = f'<w:ind w:left="{NUMBER_INDENT}"/>'

_InOnePiece = ClauseBlock | Heading | Clause | PageBreak | SectionBreak
"""Every block but the contents, which are long."""


@dataclass(slots=True)
class Body:
    """What has been written so far that later blocks depend on."""

    document: Document
    shell: Shell
    marks: Bookmarks
    lists: int = 0
    tables: int = 0
    landscape: bool = False
    breaks: bool = False
    gap: bool = True

    def pieces(self) -> Iterator[str]:
        """The document part in pieces, from its first to its last tag."""
        self.landscape = self.document.landscape
        yield self.shell.opening
        for block, following in pairwise((*self.document.blocks, None)):
            if isinstance(block, PageBreak) and isinstance(following, Heading | Clause):
                self.breaks = True  # a break of its own would leave an empty page behind a full one
            elif isinstance(block, TableOfContents):
                yield from contents_pieces(block, self.marks)
            elif block is not None:
                self.gap = not isinstance(following, PageBreak | SectionBreak)
                yield self._block(block)
        yield self._section()
        yield self.shell.closing

    def _block(self, block: _InOnePiece) -> str:
        match block:
            case Clause():
                return self._clause(block)
            case Heading():
                return self._heading(block)
            case PageBreak():
                return paragraph("Gap", '<w:r><w:br w:type="page"/></w:r>')
            case SectionBreak(landscape=landscape):
                ended, self.landscape = self._section(), landscape
                return paragraph("Gap", "", ended)
            case _:
                return self._text_block(block, within_clause=False)

    def _text_block(self, block: ClauseBlock, *, within_clause: bool) -> str:
        match block:
            case Provision():
                return self._provision(block)
            case Paragraph():
                return self._paragraph(block, within_clause=within_clause)
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block, gap=within_clause or self.gap)
            case Note():
                inset = _NOTE_IN_CLAUSE if within_clause else ""
                return paragraph(_NOTES[block.kind], runs(block.content, self.marks.marks), inset)
            case Definitions():
                return self._definitions(block, _DEFINITION_IN_CLAUSE if within_clause else "")

    def _section(self) -> str:
        return self.shell.wide if self.landscape else self.shell.upright

    def _heading(self, heading: Heading) -> str:
        unnumbered = (
            "" if heading.numbered or heading.level == 4 else '<w:numPr><w:numId w:val="0"/></w:numPr>'
        )
        marked = self._entry_marked(heading.content)
        style = "Annex" if heading.annex else "Heading"
        return paragraph(f"{style}{heading.level}", marked, self._on_new_page() + unnumbered)

    def _on_new_page(self) -> str:
        """For the first paragraph behind a page break."""
        breaks, self.breaks = self.breaks, False
        return "<w:pageBreakBefore/>" if breaks else ""

    def _entry_marked(self, content: Content) -> str:
        return self.marks.around_entry(runs(content, self.marks.marks))

    def _paragraph(self, block: Paragraph, *, within_clause: bool) -> str:
        style = _STYLES[block.style]
        if within_clause and not style:
            style = "ArticleText"
        return paragraph(style, self._marked(block))

    def _definitions(self, block: Definitions, inset: str) -> str:
        lines = []
        for each in block.items:
            term = self.marks.around(each.anchor, runs((Run(each.term, bold=True),), self.marks.marks))
            meaning = runs((Run(": "), *each.meaning), self.marks.marks)
            lines.append(paragraph("Definition", f"{term}{meaning}", inset))
        return "".join(lines)

    def _listing(self, listing: Listing) -> str:
        number, style = BULLETS, "ListBullet"
        if listing.ordered:
            number, style = FIRST_LIST + self.lists, "ListNumber"
            self.lists += 1
        last = len(listing.items) - 1
        return "".join(
            paragraph(
                style,
                runs(item.content, self.marks.marks),
                _numbered(number, item.level) + (_LIST_END if index == last else ""),
            )
            for index, item in enumerate(listing.items)
        )

    def _table(self, table: Table, *, gap: bool) -> str:
        """With a little space below it, unless a page ends there: the space could not fit on that page."""
        width = self.shell.wide_text_width if self.landscape else self.shell.text_width
        body = table_xml(table, self.marks.marks, width)
        body = f"{body}{_GAP}" if gap else body
        return f"{self._caption(table)}{body}" if table.caption else body

    def _caption(self, table: Table) -> str:
        self.tables += 1
        label = words(f"{TABLE_LABEL.to(self.document.language)} ")
        number = simple_field("SEQ Table \\* ARABIC", str(self.tables))
        marked = self.marks.around(table.anchor, f"<w:r>{label}</w:r>{number}")
        return paragraph("Caption", f"{marked}<w:r>{words(f'  {table.caption}')}</w:r>")

    def _clause(self, clause: Clause) -> str:
        properties = control(f"clause:{source_of(clause)}", plain(clause.title))
        level = f'<w:outlineLvl w:val="{clause.outline - 1}"/>' if clause.outline > 1 else ""
        title = paragraph("Article", self._entry_marked(clause.title), self._on_new_page() + level)
        body = "".join(
            [
                self._provision(block)
                if type(block) is Provision  # nearly every one
                else self._text_block(block, within_clause=True)
                for block in clause.body
            ]
        )
        return f"<w:sdt>{properties}<w:sdtContent>{title}{body}</w:sdtContent></w:sdt>"

    def _provision(self, provision: Provision) -> str:
        inner = self._marked(provision) if provision.anchor else runs(provision.content, self.marks.marks)
        text = f"{_PROVISION}{inner}</w:p>"
        if not provision.points:
            return text
        return text + "".join([self._point(point, 0) for point in provision.points])

    def _point(self, point: Point, depth: int) -> str:
        inner = self._marked(point) if point.anchor else runs(point.content, self.marks.marks)
        text = f"{_POINTS[depth]}{inner}</w:p>"
        if not point.points:
            return text
        return text + "".join([self._point(below, depth + 1) for below in point.points])

    def _marked(self, block: Paragraph | Provision | Point) -> str:
        text = runs(block.content, self.marks.marks)
        return self.marks.around(block.anchor, text) if block.anchor else text


def paragraph(style: str, inner: str, extra: str = "") -> str:
    if style:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'
    return f"<w:p><w:pPr>{extra}</w:pPr>{inner}</w:p>" if extra else f"<w:p>{inner}</w:p>"


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
