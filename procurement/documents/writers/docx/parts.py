"""All parts of one Word file: the shell's own, with the document's text, header, footer and properties."""

from collections.abc import Iterator

from procurement.documents.house import footer_of, header_of
from procurement.documents.house_style.value import HouseStyle, Margin
from procurement.documents.model import Content, Document, TableOfContents
from procurement.documents.numbering import ANNEX_LABEL, outline
from procurement.documents.package import LOCALE, XML, Part, core_properties, custom_properties
from procurement.documents.provenance import clause_properties
from procurement.documents.writers.docx.body import Body, paragraph
from procurement.documents.writers.docx.bookmarks import bookmarks
from procurement.documents.writers.docx.footnotes import footnotes_pieces
from procurement.documents.writers.docx.frame import Shell
from procurement.documents.writers.docx.inline import Marks, runs
from procurement.documents.writers.docx.numbers import numbering_xml
from procurement.documents.writers.docx.shell import shell

_KNOWN_LAST = ("word/numbering.xml", "word/footnotes.xml")
"""What stands in them is known when the body has been written."""


def parts(document: Document, style: HouseStyle | None = None) -> Iterator[Part]:
    frame = shell(document.language, style)
    linked = any(isinstance(block, TableOfContents) for block in document.blocks)
    marks = bookmarks(outline(document), LOCALE[document.language], linked=linked)
    own = _own_parts(document, marks.marks, frame)
    body = Body(document, frame, marks)
    for name, shared in frame.parts.items():
        if name == "word/document.xml":
            yield name, body.pieces()
        elif name not in _KNOWN_LAST:
            yield name, own.get(name, shared)
    annex = ANNEX_LABEL.to(document.language)
    yield "word/numbering.xml", f"{XML}{numbering_xml(annex, body.lists, frame.heading_levels)}".encode()
    yield "word/footnotes.xml", footnotes_pieces(marks.marks.footnotes or [])


def _own_parts(document: Document, marks: Marks, frame: Shell) -> dict[str, bytes]:
    header = _margin_texts(frame.header, "Header", header_of(document), marks)
    footer = _margin_texts(frame.footer, "Footer", footer_of(document), marks)
    return {
        "docProps/core.xml": core_properties(document.title, document.language, document.properties),
        "docProps/custom.xml": custom_properties(document.properties, clause_properties(document.blocks)),
        "word/header1.xml": header[0],
        "word/header2.xml": header[1],
        "word/footer1.xml": footer[0],
        "word/footer2.xml": footer[1],
    }


def _margin_texts(frame: Margin, style: str, content: Content, marks: Marks) -> tuple[bytes, bytes]:
    """The same header or footer for upright and for wide pages, which differ in where the right tab is."""
    inner = runs(content, Marks(marks.targets, marks.locale, None))
    upright, wide = (
        f"{XML}{frame.opening}{paragraph(name, inner)}{frame.closing}" for name in (style, f"{style}Wide")
    )
    return upright.encode(), wide.encode()
