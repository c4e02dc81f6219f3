"""The parts of an .odt, and what a reader sees in them."""

import re
import zipfile
from io import BytesIO

from lxml import etree

from procurement.documents.model import (
    Document,
)
from procurement.documents.writers.odt import odt_bytes

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
KEPT = "\ue000"  # stands for a space that a text:s element wrote


def parts(tree: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(odt_bytes(tree))) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(tree: Document, name: str) -> etree._Element:
    return etree.fromstring(parts(tree)[name])


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=SPACES)


def shown(node: etree._Element) -> str:
    """The text of a paragraph as a reader of OpenDocument sees it: white space is folded, elements stay."""
    return re.sub(" +", " ", _pieces(node)).strip(" ").replace(KEPT, " ")


def _pieces(node: etree._Element) -> str:
    pieces = [_folded(node.text)]
    for child in node:
        match etree.QName(child).localname:
            case "s":
                pieces.append(KEPT * int(child.get(f"{{{SPACES['text']}}}c", "1")))
            case "tab":
                pieces.append("\t")
            case "line-break":
                pieces.append("\n")
            case _:
                pieces.append(_pieces(child))
        pieces.append(_folded(child.tail))
    return "".join(pieces)


def _folded(text: str | None) -> str:
    return re.sub("[ \t\r\n]+", " ", text or "")
