"""The parts of an .ods, and the cells in them."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from procurement.documents.workbook import (
    Sheet,
    Workbook,
)
from procurement.documents.writers.ods import ods_bytes
from tests.procurement.documents.examples import workbook

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {short: f"{OASIS}:{short}:1.0" for short in ("office", "table", "text", "style")} | {
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "number": f"{OASIS}:datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def part(book: Workbook, name: str = "content.xml") -> etree._Element:
    with ZipFile(BytesIO(ods_bytes(book))) as package:
        return etree.fromstring(package.read(name))


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=SPACES)


def attributes(cell: etree._Element) -> dict[str, str]:
    return {etree.QName(name).localname: value for name, value in cell.items()}


CALC = {"calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"}


def one_sheet(**about: object) -> Workbook:
    return workbook(Sheet(**{"title": "x", "rows": [["a", "b"]], **about}))  # type: ignore[arg-type]
