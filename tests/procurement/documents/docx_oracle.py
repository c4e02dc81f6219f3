"""The same tree through python-docx's own interface: slow, and a second opinion on what the body must be."""

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from lxml import etree

from procurement.documents.model import (
    Clause,
    Definitions,
    Document,
    Field,
    Footnote,
    Heading,
    LineBreak,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Point,
    Provision,
    Reference,
    Run,
    SectionBreak,
    Table,
    TableOfContents,
    plain,
)
from procurement.documents.numbering import outline
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.docx_oracle_contents import add_contents
from tests.procurement.documents.docx_oracle_fields import LOCALES, add_field
from tests.procurement.documents.docx_oracle_tables import add_table
from tests.procurement.documents.docx_oracle_xml import clean, copied, element, wide_section

STYLES = {
    "body": None,
    "title": "Title",
    "subtitle": "Subtitle",
    "lead": "Inleiding",
    "formula": "Formule",
    "small": "Kleine tekst",
    "keep together": "Bijeen houden",
    "information": "Toelichting",
    "warning": "Let op",
}


def canonical(body: bytes) -> str:
    """One tag a line, so that a difference is easy to find."""
    return etree.canonicalize(body.decode()).replace("><", ">\n<")


def written_body(document: Document) -> str:
    """What our writer makes of it."""
    with ZipFile(BytesIO(docx_bytes(document))) as package:
        return canonical(package.read("word/document.xml"))


def oracle_body(document: Document) -> str:
    """What python-docx makes of it."""
    return canonical(_Oracle(document).bytes())


class _Oracle:
    def __init__(self, document: Document) -> None:
        empty = Document(
            title=document.title, language=document.language, properties=document.properties, blocks=()
        )
        self.tree = document
        self.word = docx.Document(BytesIO(docx_bytes(empty)))
        self.outline = outline(document)
        self.linked = any(isinstance(block, TableOfContents) for block in document.blocks)
        self.names: dict[str, str] = {}
        for number, anchor in enumerate(self.outline.targets, start=1):
            self.names[anchor] = self.bookmark_name(anchor, number)
        self.bookmarks = self.entries = self.lists = self.tables = self.footnotes = 0
        self.landscape = document.landscape
        self.on_new_page = False
        self.parent = self.word.element.body
        self.upright = self.word.element.body.sectPr
        self.wide = wide_section(self.upright, document)

    def bytes(self) -> bytes:
        final = self.word.element.body.sectPr
        for block, following in zip(self.tree.blocks, (*self.tree.blocks[1:], None), strict=True):
            if isinstance(block, PageBreak) and isinstance(following, Heading | Clause):
                self.on_new_page = True
            else:
                self.gap = not isinstance(following, PageBreak | SectionBreak)
                self.block(block)
        if self.landscape:
            self.word.element.body.replace(final, copied(self.wide))
        for text in self.word.element.body.iter(qn("w:t")):
            if text.text.strip() != text.text:
                text.set(qn("xml:space"), "preserve")
        return etree.tostring(self.word.element)

    def bookmark_name(self, anchor: str, number: int) -> str:
        name = "r_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)[:32]
        taken = {each.lower() for each in self.names.values()}
        return f"{name}_{number}" if name.lower() in taken else name

    def block(self, block) -> None:
        match block:
            case Heading():
                self.heading(block)
            case Paragraph():
                name = STYLES[block.style.value]
                if self.parent is not self.word.element.body and name is None:
                    name = "Artikeltekst"
                self.marked(self.paragraph(name), block.content, block.anchor)
            case Note():
                paragraph = self.paragraph(STYLES[block.kind.value])
                if self.parent is not self.word.element.body:
                    element("w:ind", paragraph._p.get_or_add_pPr(), left=851, right=142)
                self.inlines(paragraph, block.content)
            case Listing():
                self.listing(block)
            case Table():
                within_clause = self.parent is not self.word.element.body
                add_table(self, block, gap=within_clause or self.gap)
            case Definitions():
                self.definitions(block)
            case Clause():
                self.clause(block)
            case Provision():
                self.marked(self.paragraph("Artikellid"), block.content, block.anchor)
                self.points(block.points, ("Artikelonderdeel", "Artikelsubonderdeel"))
            case TableOfContents():
                add_contents(self, block)
            case PageBreak():
                self.paragraph("Tussenruimte").add_run().add_break(WD_BREAK.PAGE)
            case SectionBreak(landscape=landscape):
                ended = self.wide if self.landscape else self.upright
                self.paragraph("Tussenruimte")._p.get_or_add_pPr().append(copied(ended))
                self.landscape = landscape

    def paragraph(self, style=None):
        paragraph = self.word.add_paragraph(style=style)
        if self.parent is not self.word.element.body:
            self.parent.append(paragraph._p)
        return paragraph

    def heading(self, heading: Heading) -> None:
        paragraph = self.paragraph(f"{'Bijlage' if heading.annex else 'Heading'} {heading.level}")
        self.begin_page(paragraph)
        if not heading.numbered and heading.level < 4:
            element("w:numId", element("w:numPr", paragraph._p.get_or_add_pPr()), val=0)
        self.entry(paragraph, heading.content, heading.anchor)

    def begin_page(self, paragraph) -> None:
        if self.on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self.on_new_page = False

    def entry(self, paragraph, content, anchor) -> None:
        made = self.outline.entries[self.entries].anchor
        self.entries += 1
        self.marked(paragraph, content, anchor, made if self.linked else "")

    def marked(self, paragraph, content, anchor, made="") -> None:
        name = self.names.get(anchor, made)
        if name:
            start = element("w:bookmarkStart", paragraph._p, id=self.bookmarks, name=name)
        self.inlines(paragraph, content)
        if name:
            element("w:bookmarkEnd", paragraph._p, id=start.get(qn("w:id")))
            self.bookmarks += 1

    def inlines(self, paragraph, content) -> None:
        for inline in content:
            match inline:
                case Run():
                    run = paragraph.add_run(clean(inline.text))
                    if inline.bold:
                        run.bold = True
                    if inline.italic:
                        run.italic = True
                    if inline.language:
                        element("w:lang", run._r.get_or_add_rPr(), val=LOCALES[inline.language])
                case LineBreak():
                    paragraph.add_run().add_break()
                case Field():
                    add_field(self, paragraph, inline)
                case Footnote():
                    self.footnotes += 1
                    run = paragraph.add_run(style="footnote reference")
                    element("w:footnoteReference", run._r, id=self.footnotes)
                case Reference(anchor=anchor):
                    target = self.outline.targets[anchor]
                    number = "\\n" if target.whole else "\\w"
                    switch = f"{number} \\h" if target.numbered else "\\h"
                    self.simple_field(paragraph, f" REF {self.names[anchor]} {switch} ", target.label)

    def control(self, parent, tag, alias):
        sdt = element("w:sdt", parent)
        properties = element("w:sdtPr", sdt)
        alias = clean(alias[:64]).replace("\n", " ").replace("\t", " ")
        element("w:alias", properties, val=alias)
        element("w:tag", properties, val=tag)
        return element("w:sdtContent", sdt)

    def simple_field(self, paragraph, instruction, cached) -> None:
        run = paragraph.add_run(clean(cached))
        element("w:fldSimple", paragraph._p, instr=instruction).append(run._r)

    def definitions(self, block: Definitions) -> None:
        for each in block.items:
            paragraph = self.paragraph("Begripsbepaling")
            if self.parent is not self.word.element.body:
                element("w:ind", paragraph._p.get_or_add_pPr(), left=709)
            self.marked(paragraph, (Run(each.term, bold=True),), each.anchor)
            self.inlines(paragraph, (Run(": "), *each.meaning))

    def listing(self, listing: Listing) -> None:
        name, number = ("List Number", 10 + self.lists) if listing.ordered else ("List Bullet", 3)
        self.lists += listing.ordered
        for item in listing.items:
            paragraph = self.paragraph(name)
            numbered = element("w:numPr", paragraph._p.get_or_add_pPr())
            element("w:ilvl", numbered, val=item.level)
            element("w:numId", numbered, val=number)
            if item is listing.items[-1]:
                element("w:spacing", paragraph._p.pPr, after=120)
            self.inlines(paragraph, item.content)

    def points(self, points: tuple[Point, ...], styles) -> None:
        for point in points:
            self.marked(self.paragraph(styles[0]), point.content, point.anchor)
            self.points(point.points, styles[1:])

    def clause(self, clause: Clause) -> None:
        digest = f"#{clause.digest[:12]}" if clause.digest else ""
        body = self.word.element.body
        inside = self.control(body, f"clause:{clause.code}@{clause.version}{digest}", plain(clause.title))
        sdt = inside.getparent()
        body.insert(len(body) - 2, sdt)  # before the section properties, where python-docx adds
        self.parent = inside
        heading = self.paragraph("Artikel")
        self.begin_page(heading)
        if clause.outline > 1:
            element("w:outlineLvl", heading._p.get_or_add_pPr(), val=clause.outline - 1)
        self.entry(heading, clause.title, clause.anchor)
        for block in clause.body:
            self.block(block)
        self.parent = body
