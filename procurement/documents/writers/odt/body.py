"""The body of an OpenDocument text, block by block, as XML text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from procurement.documents.model import (
    Block,
    Clause,
    ClauseBlock,
    Content,
    Definitions,
    Document,
    Heading,
    Listing,
    ListItem,
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
)
from procurement.documents.numbering import TABLE_LABEL, Outline
from procurement.documents.opendocument import words
from procurement.documents.writers.odt.automatic import AutomaticStyles, Start
from procurement.documents.writers.odt.contents import contents_xml
from procurement.documents.writers.odt.inline import Targets, bookmarked, inlines
from procurement.documents.writers.odt.styles import TEXT_WIDTH, WIDE_TEXT_WIDTH
from procurement.documents.writers.odt.tables import table_xml

_STYLES = {
    ParagraphStyle.BODY: "Body",
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.FORMULA: "Formula",
    ParagraphStyle.SMALL: "Small",
    ParagraphStyle.KEEP_TOGETHER: "KeepTogether",
}
_NOTES = {NoteKind.INFORMATION: "Information", NoteKind.WARNING: "Warning"}
_POINTS = ("Point", "Subpoint")
_SEQUENCE = "Table"


@dataclass(slots=True)
class Body:
    """What has been written so far that later blocks depend on."""

    document: Document
    outline: Outline
    targets: Targets
    styles: AutomaticStyles = field(default_factory=AutomaticStyles)
    landscape: bool = False
    captions: int = 0
    articles: int = 0
    annexes: int = 0
    entries: int = 0

    def pieces(self) -> Iterator[str]:
        self.landscape = self.document.landscape
        if self.landscape:
            self.styles.start = Start.WIDE
        for block in self.document.blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Clause():
                return self._clause(block)
            case Heading():
                return self._heading(block)
            case TableOfContents():
                return contents_xml(block, self.outline.entries, self.styles)
            case PageBreak():
                self.styles.start = Start.PAGE
                return ""
            case SectionBreak(landscape=landscape):
                self.landscape = landscape
                self.styles.start = Start.WIDE if landscape else Start.UPRIGHT
                return ""
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
                return self._table(block)
            case Note():
                inset = "InClause" if within_clause else ""
                return self._line(f"{_NOTES[block.kind]}{inset}", self._runs(block.content))
            case Definitions():
                return self._definitions(block, within_clause=within_clause)

    def _runs(self, content: Content) -> str:
        return inlines(content, self.targets)

    def _line(self, style: str, inner: str) -> str:
        return f'<text:p text:style-name="{self.styles.paragraph(style)}">{inner}</text:p>'

    def _entry(self, content: Content) -> str:
        """The next heading or clause title in its bookmark: references and the contents lead there."""
        entry = self.outline.entries[self.entries]
        self.entries += 1
        return bookmarked(entry.anchor, self._runs(content))

    def _heading(self, heading: Heading) -> str:
        if heading.annex:
            return self._annex(heading)
        style, bare = f"Heading{heading.level}", ""
        if not heading.numbered and heading.level < 4:
            style, bare = f"{style}Bare", ' text:is-list-header="true"'
        return (
            f'<text:h text:style-name="{self.styles.paragraph(style)}"'
            f' text:outline-level="{heading.level}"{bare}>{self._entry(heading.content)}</text:h>'
        )

    def _annex(self, heading: Heading) -> str:
        """All headings of annexes are one list through the whole document."""
        level, style = heading.level, self.styles.paragraph(f"Annex{heading.level}")
        item = (
            f'<text:h text:style-name="{style}" text:outline-level="{level}">'
            f"{self._entry(heading.content)}</text:h>"
        )
        for _ in range(level - 1):
            item = f"<text:list><text:list-item>{item}</text:list-item></text:list>"
        self.annexes += 1
        first = 'xml:id="annexes"' if self.annexes == 1 else 'text:continue-list="annexes"'
        inner = f"<text:list-item>{item}</text:list-item>"
        return f'<text:list {first} text:style-name="Annexes">{inner}</text:list>'

    def _definitions(self, block: Definitions, *, within_clause: bool) -> str:
        style = "DefinitionInClause" if within_clause else "Definition"
        return "".join(
            self._line(style, bookmarked(each.anchor, self._runs((Run(each.term, bold=True),))) + meaning)
            for each in block.items
            for meaning in [self._runs((Run(": "), *each.meaning))]
        )

    def _paragraph(self, block: Paragraph, *, within_clause: bool) -> str:
        style = _STYLES[block.style]
        if within_clause and block.style is ParagraphStyle.BODY:
            style = "ArticleText"
        return self._line(style, bookmarked(block.anchor, self._runs(block.content)))

    def _listing(self, listing: Listing) -> str:
        """A list of its own each time, so that a numbered one begins again."""
        style, text = ("Steps", "ListNumber") if listing.ordered else ("Bullets", "ListBullet")
        items = self._items(listing.items, 0, text)
        return f'<text:list text:style-name="{style}">{items}</text:list>'

    def _items(self, items: Sequence[ListItem], level: int, style: str) -> str:
        written, at = "", 0
        while at < len(items):
            own = ""
            if items[at].level <= level:
                own = self._line(style, self._runs(items[at].content))
                at += 1
            end = at
            while end < len(items) and items[end].level > level:
                end += 1
            deeper = f"<text:list>{self._items(items[at:end], level + 1, style)}</text:list>"
            written += f"<text:list-item>{own}{deeper if end > at else ''}</text:list-item>"
            at = end
        return written

    def _table(self, table: Table) -> str:
        caption = self._caption(table) if table.caption else ""
        width = WIDE_TEXT_WIDTH if self.landscape else TEXT_WIDTH
        return caption + table_xml(table, self.targets, width, self.styles)

    def _caption(self, table: Table) -> str:
        self.captions += 1
        number = (
            f'<text:sequence text:ref-name="{_SEQUENCE}{self.captions}" text:name="{_SEQUENCE}"'
            f' text:formula="ooow:{_SEQUENCE}+1" style:num-format="1">{self.captions}</text:sequence>'
        )
        label = bookmarked(table.anchor, f"{words(f'{TABLE_LABEL.to(self.document.language)} ')}{number}")
        return self._line("Caption", f"{label}{words(f'  {table.caption}')}")

    def _article_list(self, inner: str) -> str:
        """All articles and their parts are one list through the whole document."""
        self.articles += 1
        first = 'xml:id="articles"' if self.articles == 1 else 'text:continue-list="articles"'
        return f'<text:list {first} text:style-name="Articles">{inner}</text:list>'

    def _clause(self, clause: Clause) -> str:
        title = self._line(f"Article{clause.outline}", self._entry(clause.title))
        first = self._article_list(f"<text:list-item>{title}</text:list-item>")
        return first + "".join(self._text_block(block, within_clause=True) for block in clause.body)

    def _provision(self, provision: Provision) -> str:
        text = self._line("Provision", bookmarked(provision.anchor, self._runs(provision.content)))
        inner = f"<text:list-item>{text}{self._points(provision.points, 0)}</text:list-item>"
        return self._article_list(f"<text:list-item><text:list>{inner}</text:list></text:list-item>")

    def _points(self, points: tuple[Point, ...], depth: int) -> str:
        if not points:
            return ""
        items = "".join(
            f"<text:list-item>{self._line(_POINTS[depth], bookmarked(each.anchor, self._runs(each.content)))}"
            f"{self._points(each.points, depth + 1)}</text:list-item>"
            for each in points
        )
        return f"<text:list>{items}</text:list>"
