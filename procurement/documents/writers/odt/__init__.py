"""OpenDocument text (ODF 1.3), rendered natively from the same tree as Word; no office program is needed."""

from io import BytesIO
from typing import IO

from procurement.documents.model import Document
from procurement.documents.package import write_package
from procurement.documents.writers.odt.parts import KIND, parts


def write_odt(document: Document, stream: IO[bytes]) -> None:
    """Write the document as .odt. Raises `DocumentError` for what cannot be written."""
    write_package(stream, parts(document), kind=KIND)


def odt_bytes(document: Document) -> bytes:
    """The document as the bytes of an .odt file."""
    stream = BytesIO()
    write_odt(document, stream)
    return stream.getvalue()
