"""The same tree through python-docx's own interface: slow, and a second opinion on what the body must be."""

import unicodedata
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from lxml import etree

from procurement.documents.model import (
    Align,
    Clause,
    Document,
    Field,
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
ALIGNED = {Align.LEFT: None, Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER, Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT}
BIDI = "\u061c\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


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


def clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(c for c in kept if c not in BIDI and c not in "\ufffe\uffff")


def element(tag, parent=None, **attributes):
    node = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), str(value))
    if parent is not None:
        parent.append(node)
    return node


class _Oracle:
    def __init__(self, document: Document) -> None:
        empty = Document(
            title=document.title, language=document.language, properties=document.properties, blocks=()
        )
        self.tree = document
        self.word = docx.Document(BytesIO(docx_bytes(empty)))
        self.outline = outline(document)
        self.linked = any(isinstance(block, TableOfContents) for block in document.blocks)
        self.names = {
            anchor: "r_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)[:30] + f"_{n}"
            for n, anchor in enumerate(self.outline.targets, start=1)
        }
        self.bookmarks = self.entries = self.lists = self.tables = 0
        self.landscape = document.landscape
        self.parent = self.word.element.body
        self.upright = self.word.element.body.sectPr
        self.wide = _wide(self.upright, document)

    def bytes(self) -> bytes:
        final = self.word.element.body.sectPr
        for block in self.tree.blocks:
            self.block(block)
        if self.landscape:
            self.word.element.body.replace(final, _copy(self.wide))
        for text in self.word.element.body.iter(qn("w:t")):
            text.set(qn("xml:space"), "preserve")
        return etree.tostring(self.word.element)

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
                self.inlines(self.paragraph(STYLES[block.kind.value]), block.content)
            case Listing():
                self.listing(block)
            case Table():
                self.table(block)
            case Clause():
                self.clause(block)
            case Provision():
                self.marked(self.paragraph("Artikellid"), block.content, block.anchor)
                self.points(block.points, ("Artikelonderdeel", "Artikelsubonderdeel"))
            case TableOfContents():
                self.contents(block)
            case PageBreak():
                self.paragraph().add_run().add_break(WD_BREAK.PAGE)
            case SectionBreak(landscape=landscape):
                ended = self.wide if self.landscape else self.upright
                self.paragraph()._p.get_or_add_pPr().append(_copy(ended))
                self.landscape = landscape

    def paragraph(self, style=None):
        paragraph = self.word.add_paragraph(style=style)
        if self.parent is not self.word.element.body:
            self.parent.append(paragraph._p)
        return paragraph

    def heading(self, heading: Heading) -> None:
        paragraph = self.paragraph(f"Heading {heading.level}")
        if not heading.numbered and heading.level < 4:
            element("w:numId", element("w:numPr", paragraph._p.get_or_add_pPr()), val=0)
        self.entry(paragraph, heading.content, heading.anchor)

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
                case LineBreak():
                    paragraph.add_run().add_break()
                case Field():
                    self.field(paragraph, inline)
                case Reference(anchor=anchor):
                    target = self.outline.targets[anchor]
                    switch = "\\w \\h" if target.numbered else "\\h"
                    self.simple_field(paragraph, f" REF {self.names[anchor]} {switch} ", target.label)

    def field(self, paragraph, field: Field) -> None:
        run = paragraph.add_run(f"[{clean(field.label)}]", style="Nog in te vullen")
        content = self.control(paragraph._p, f"field:{field.name}", field.label)
        content.append(run._r)

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
        tag = f"clause:{clause.code}@{clause.version}{digest}"
        body = self.word.element.body
        inside = self.control(body, tag, plain(clause.title))
        sdt = inside.getparent()
        body.insert(len(body) - 2, sdt)  # before the section properties, where python-docx adds
        self.parent = inside
        heading = self.paragraph("Artikel")
        if clause.outline > 1:
            element("w:outlineLvl", heading._p.get_or_add_pPr(), val=clause.outline - 1)
        self.entry(heading, clause.title, clause.anchor)
        for block in clause.body:
            self.block(block)
        self.parent = body

    def contents(self, contents: TableOfContents) -> None:
        self.paragraph("TOC Heading").add_run(contents.title)
        shown = [entry for entry in self.outline.entries if entry.level <= contents.levels]
        paragraph = None
        for index, entry in enumerate(shown):
            paragraph = self.paragraph(f"toc {entry.level}")
            if index == 0:
                self.begin(paragraph, f' TOC \\o "1-{contents.levels}" \\h \\z \\u ', paragraph._p)
            name = self.names.get(entry.anchor, entry.anchor)
            link = element("w:hyperlink", paragraph._p, anchor=name, history=1)
            for text in (*((entry.number, "\t") if entry.number else ()), entry.text, "\t"):
                link.append(paragraph.add_run(clean(text))._r)
            self.begin(paragraph, f" PAGEREF {name} \\h ", link)
            self.mark(paragraph, link, "end")
        if paragraph is None:
            paragraph = self.paragraph()
            self.begin(paragraph, f' TOC \\o "1-{contents.levels}" \\h \\z \\u ', paragraph._p)
        self.mark(paragraph, paragraph._p, "end")

    def begin(self, paragraph, instruction, parent) -> None:
        self.mark(paragraph, parent, "begin", dirty="true")
        run = paragraph.add_run()
        text = element("w:instrText", run._r)
        text.text = instruction
        text.set(qn("xml:space"), "preserve")
        parent.append(run._r)
        self.mark(paragraph, parent, "separate")

    def mark(self, paragraph, parent, kind, **more) -> None:
        run = paragraph.add_run()
        element("w:fldChar", run._r, fldCharType=kind, **more)
        parent.append(run._r)

    def table(self, tree: Table) -> None:
        if tree.caption:
            self.caption(tree)
        width = 14002 if self.landscape else 9070
        table = self.word.add_table(len(tree.rows) + 1, len(tree.columns), style="Tenderwijzer tabel")
        if self.parent is not self.word.element.body:
            self.parent.append(table._tbl)
        self.table_properties(table, tree, width)
        widths = _widths(tree, width)
        for grid, share in zip(table._tbl.tblGrid, widths, strict=True):
            grid.set(qn("w:w"), str(share))
        for index, row in enumerate(table.rows):
            height = row._tr.get_or_add_trPr()
            element("w:cantSplit", height)
            if index == 0:
                element("w:tblHeader", height)
            for cell, share, content, column in zip(
                row.cells, widths, _contents(tree, index), tree.columns, strict=True
            ):
                emphasis = index > 0 and tree.rows[index - 1].emphasis
                cell.width = Twips(share)
                if emphasis:
                    element("w:shd", cell._tc.get_or_add_tcPr(), val="clear", color="auto", fill="EAF0F2")
                paragraph = cell.paragraphs[0]
                paragraph.style = "Tabelkop" if index == 0 else "Tabeltotaal" if emphasis else "Tabeltekst"
                paragraph.alignment = ALIGNED[column.align]
                self.inlines(paragraph, content)
        self.paragraph("Na tabel")

    def table_properties(self, table, tree: Table, width: int) -> None:
        properties = table._tbl.tblPr
        for child in list(properties)[1:]:
            properties.remove(child)
        element("w:tblW", properties, w=width, type="dxa")
        element("w:tblLayout", properties, type="fixed")
        looks = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        element("w:tblLook", properties, val="0020", **looks)
        for tag, text in (
            ("w:tblCaption", tree.caption or tree.alt),
            ("w:tblDescription", tree.alt or tree.caption),
        ):
            element(tag, properties, val=clean(text).replace("\n", " ").replace("\t", " "))

    def caption(self, tree: Table) -> None:
        self.tables += 1
        paragraph = self.paragraph("Caption")
        if tree.anchor:
            start = element("w:bookmarkStart", paragraph._p, id=self.bookmarks, name=self.names[tree.anchor])
        paragraph.add_run("Tabel " if self.tree.language == "nl" else "Table ")
        self.simple_field(paragraph, " SEQ Table \\* ARABIC ", str(self.tables))
        if tree.anchor:
            element("w:bookmarkEnd", paragraph._p, id=start.get(qn("w:id")))
            self.bookmarks += 1
        paragraph.add_run(f"  {clean(tree.caption)}")


def _contents(tree: Table, index: int):
    return tree.rows[index - 1].cells if index else tuple(column.title for column in tree.columns)


def _widths(tree: Table, width: int) -> list[int]:
    shares = [column.width for column in tree.columns]
    widths = [width * share // sum(shares) for share in shares[:-1]]
    return [*widths, width - sum(widths)]


def _copy(node):
    return etree.fromstring(etree.tostring(node))


def _wide(upright, document: Document):
    """The landscape section, as the writer gives it to a document that is landscape as a whole."""
    with ZipFile(
        BytesIO(
            docx_bytes(
                Document(
                    title=document.title,
                    language=document.language,
                    properties=document.properties,
                    blocks=(),
                    landscape=True,
                )
            )
        )
    ) as package:
        return etree.fromstring(package.read("word/document.xml")).find(f".//{upright.tag}")
