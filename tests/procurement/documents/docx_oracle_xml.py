"""What the oracle needs below python-docx: single elements, and text cleaned by a rule of its own."""

import unicodedata
from io import BytesIO
from zipfile import ZipFile

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from procurement.documents.model import Document
from procurement.documents.writers.docx import docx_bytes

BIDI = "\u061c\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


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


def copied(node):
    return etree.fromstring(etree.tostring(node))


def wide_section(upright, document: Document):
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
