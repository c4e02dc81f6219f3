"""The same contract through python-docx, written well: the house shell, style ids without look-up, the cells
of a table taken once, and what the library lacks as elements of its own. No footnotes.
"""

from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from procurement.documents.model import (
    Clause,
    Definitions,
    Document,
    Field,
    FieldKind,
    Heading,
    Paragraph,
    Reference,
    Run,
    SectionBreak,
    Table,
    TableOfContents,
    plain,
)
from procurement.documents.numbering import outline


def write(document: Document, shell: bytes) -> bytes:
    writer = _Writer(document, shell)
    for block in document.blocks:
        writer.block(block)
    stream = BytesIO()
    writer.word.save(stream)
    return stream.getvalue()


class _Writer:
    def __init__(self, document: Document, shell: bytes) -> None:
        self.word = docx.Document(BytesIO(shell))
        self.outline = outline(document)
        self.parent = self.word.element.body
        self.end = self.parent.sectPr
        self.bookmarks = 0

    def block(self, block) -> None:
        match block:
            case Clause():
                self.clause(block)
            case Table():
                self.table(block)
            case TableOfContents():
                self.contents()
            case Definitions():
                for each in block.items:
                    self.inlines(self.paragraph("Definition"), (Run(f"{each.term}: "), *each.meaning))
            case Heading():
                self.inlines(self.paragraph("Annex1"), block.content)
            case Paragraph():
                self.inlines(self.paragraph("Title"), block.content)
            case SectionBreak():
                self.word.add_section()

    def paragraph(self, style: str):
        node = OxmlElement("w:p")
        node.style = style
        if self.parent is self.word.element.body:
            self.end.addprevious(node)
        else:
            self.parent.append(node)
        return node

    def run(self, parent, text: str, style: str = "") -> None:
        run = parent.add_r() if hasattr(parent, "add_r") else OxmlElement("w:r")
        if run.getparent() is None:
            parent.append(run)
        if style:
            run.style = style
        run.text = text

    def element(self, tag: str, parent, **attributes: object):
        node = OxmlElement(tag)
        for name, value in attributes.items():
            node.set(qn(f"w:{name}"), str(value))
        parent.append(node)
        return node

    def control(self, parent, tag: str, alias: str):
        sdt = self.element("w:sdt", parent)
        properties = self.element("w:sdtPr", sdt)
        self.element("w:alias", properties, val=alias)
        self.element("w:tag", properties, val=tag)
        return properties, self.element("w:sdtContent", sdt)

    def clause(self, clause: Clause) -> None:
        body = self.parent
        tag = f"clause:{clause.code}@{clause.version}#{clause.digest[:12]}"
        _, self.parent = self.control(body, tag, plain(clause.title))
        self.end.addprevious(self.parent.getparent())
        node = self.paragraph("Article")
        self.element("w:bookmarkStart", node, id=self.bookmarks, name=self.mark(clause.anchor))
        self.inlines(node, clause.title)
        self.element("w:bookmarkEnd", node, id=self.bookmarks)
        self.bookmarks += 1
        for part in clause.body:
            self.inlines(self.paragraph("Provision"), part.content)
            for each in part.points:
                self.inlines(self.paragraph("Point"), each.content)
        self.parent = body

    def mark(self, anchor: str) -> str:
        return f"r_{anchor.replace('-', '_')}"

    def inlines(self, node, content) -> None:
        for inline in content:
            match inline:
                case Run():
                    self.run(node, inline.text)
                case Field():
                    self.field(node, inline)
                case Reference(anchor=anchor):
                    instruction = f" REF {self.mark(anchor)} \\w \\h "
                    reference = self.element("w:fldSimple", node, instr=instruction)
                    self.run(reference, self.outline.targets[anchor].label)

    def field(self, node, field: Field) -> None:
        properties, inside = self.control(node, f"field:{field.name}", field.label)
        self.element("w:showingPlcHdr", properties)
        match field.kind:
            case FieldKind.CHOICE:
                listing = self.element("w:dropDownList", properties)
                for choice in field.choices:
                    self.element("w:listItem", listing, displayText=choice, value=choice)
            case FieldKind.DATE:
                date = self.element("w:date", properties)
                self.element("w:dateFormat", date, val="d MMMM yyyy")
                self.element("w:lid", date, val="nl-NL")
                self.element("w:storeMappedDataAs", date, val="dateTime")
                self.element("w:calendar", date, val="gregorian")
        self.run(inside, f"[{field.label}]", "OpenField")

    def contents(self) -> None:
        self.run(self.paragraph("TOCHeading"), "Inhoud")
        for index, entry in enumerate(self.outline.entries):
            node = self.paragraph("TOC1")
            if index == 0:
                self.begin(node, ' TOC \\o "1-1" \\h \\z \\u ')
            link = self.element("w:hyperlink", node, anchor=self.mark(entry.anchor), history=1)
            self.run(link, entry.lead)
            self.run(link, f"{entry.text}\t")
            self.begin(link, f" PAGEREF {self.mark(entry.anchor)} \\h ")
            self.character(link, "end")
        self.character(node, "end")

    def begin(self, parent, instruction: str) -> None:
        self.character(parent, "begin")
        run = self.element("w:r", parent)
        self.element("w:instrText", run).text = instruction
        self.character(parent, "separate")

    def character(self, parent, kind: str) -> None:
        self.element("w:fldChar", self.element("w:r", parent), fldCharType=kind)

    def table(self, block: Table) -> None:
        grid = self.word.add_table(len(block.rows) + 1, len(block.columns))
        grid._tbl.tblPr.get_or_add_tblStyle().val = "HouseTable"
        texts = [plain(column.title) for column in block.columns]
        texts += [plain(cell) for row in block.rows for cell in row.cells]
        for cell, text in zip(grid._cells, texts, strict=True):
            cell.width = Cm(2.6)
            paragraph = cell.paragraphs[0]
            paragraph._p.style = "TableText"
            paragraph.add_run(text)
        for line in grid.rows:
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        grid.rows[0]._tr.trPr.append(OxmlElement("w:tblHeader"))
