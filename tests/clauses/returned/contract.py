"""A small contract as it is sent out, and the file of it, made once."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from clauses.assembly.assemble import Assembly, assemble
from clauses.assembly.contract import ContractHead, contract
from clauses.assembly.library import newest, read_library
from clauses.returned import ContractForm, compare_returned, contract_form, returned_from
from clauses.returned.differences import Differences
from procurement.documents.writers.docx import docx_bytes
from procurement.incoming.guard import examine
from procurement.incoming.limits import STANDARD
from procurement.incoming.text.docx import Takers, read_docx
from procurement.incoming.text.values import TextDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CODES = ("definitions", "reporting", "audit-right", "penalties", "change-of-contract", "change-of-law")
VALUES = {"reporting": {"contact_address": "duurzaam@gemeente.example"}}
HEAD = ContractHead(
    title="Contractbijlage laptops",
    reference="T-2026-014",
    authority="Gemeente Voorbeeld",
    created=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
    contract="C-7",
    version="1",
    digest="ab" * 32,
)


@cache
def assembly(language: str = "nl") -> Assembly:
    library = {clause.code: clause for clause in newest(read_library())}
    return assemble([library[code] for code in CODES], None, VALUES, language)


@cache
def issued(language: str = "nl") -> bytes:
    return docx_bytes(contract(assembly(language), HEAD))


@cache
def form(language: str = "nl") -> ContractForm:
    return contract_form(assembly(language), text_of(issued(language)))


def text_of(content: bytes) -> TextDocument:
    """The reader within this process, without the walls around it; those have tests of their own."""
    paragraphs, changes, comments, properties = [], [], [], {}
    takers = Takers(paragraphs.append, changes.append, comments.append, properties.__setitem__)
    read_docx(examine(content, "a.docx"), STANDARD, takers)
    return TextDocument(
        paragraphs=tuple(paragraphs), changes=tuple(changes), comments=tuple(comments), properties=properties
    )


def compared(content: bytes, newest_versions=None, language: str = "nl") -> Differences:
    return compare_returned(form(language), returned_from(text_of(content)), newest_versions or {})


def edited(change, content: bytes | None = None, part: str = "word/document.xml", added=None) -> bytes:
    """The file with one part changed: `change` gets its root, or its text when that is not XML."""
    with ZipFile(BytesIO(content or issued())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if change:
        root = etree.fromstring(parts[part])
        change(root)
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts |= added or {}
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, body in parts.items():
            package.writestr(ZipInfo(name), body, ZIP_DEFLATED)
    return stream.getvalue()


def control(root, code):
    """The content control of a clause."""
    return next(
        each
        for each in root.iter(f"{W}sdt")
        if each.find(f"{W}sdtPr/{W}tag") is not None
        and each.find(f"{W}sdtPr/{W}tag").get(f"{W}val").startswith(f"clause:{code}@")
    )


def paragraphs(root, code):
    return list(control(root, code).find(f"{W}sdtContent").iter(f"{W}p"))


def xml(text: str):
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{text}</x>')[0]


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def paragraph(text: str, style: str = "Provision"):
    return xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>')


def replaced(root, code, old, new):
    """Some words of a clause typed over."""
    for text in control(root, code).iter(f"{W}t"):
        if old in (text.text or ""):
            text.text = text.text.replace(old, new, 1)
            return
    raise AssertionError(f"{old!r} does not stand in one run of {code}")
