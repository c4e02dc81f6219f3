"""House styles of imagined organisations, made with python-docx."""

import struct
import zipfile
import zlib
from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def house_style(*, logo: bool = True, change=None) -> bytes:
    """Verdana, purple headings, 3 cm margins, a logo in the header, an address in the footer."""
    word = docx.Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Verdana", Pt(9)
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x6A, 0x1B, 0x9A)
    own = word.styles.add_style("Artikel", WD_STYLE_TYPE.PARAGRAPH)
    own.font.bold = True
    own.base_style = normal
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    if logo:
        section.header.paragraphs[0].add_run().add_picture(BytesIO(picture()), width=Cm(2))
    section.footer.paragraphs[0].text = "Gemeente Voorbeeldstad · Postbus 1"
    if change:
        change(word)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def as_template(content: bytes) -> bytes:
    return repacked(content, {"[Content_Types].xml": lambda part: part.replace(DOCUMENT_TYPE, TEMPLATE_TYPE)})


def repacked(content: bytes, changes) -> bytes:
    """`changes` by part name: from the bytes of the part to others, or None to leave it out."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = changes.get(name, lambda part: part)
            part = change(old.read(name))
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def picture() -> bytes:
    """A purple square of 8 by 8 as PNG."""
    rows = b"".join(b"\x00" + b"\x6a\x1b\x9a" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def numbered_headings(end: str = ".", form: str = "decimal"):
    """The first three headings with a numbering of the file's own."""

    def change(word) -> None:
        numbering = word.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(index + 1))}{end}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="851" w:hanging="851"/></w:pPr></w:lvl>'
            for index in range(3)
        )
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
        numbering.insert(0, parse_xml(abstract))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
        for level in (1, 2, 3):
            look = word.styles[f"Heading {level}"].element.get_or_add_pPr()
            numbers = look.get_or_add_numPr()
            numbers.get_or_add_ilvl().set(qn("w:val"), str(level - 1))
            numbers.get_or_add_numId().set(qn("w:val"), "77")

    return change
