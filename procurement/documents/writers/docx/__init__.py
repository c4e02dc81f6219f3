"""Word: the tree as escaped text inside a shell (styles, numbering, headers) that python-docx makes once."""

from io import BytesIO
from typing import IO

from procurement.documents.model import Document
from procurement.documents.package import write_package
from procurement.documents.writers.docx.parts import parts


def write_docx(document: Document, stream: IO[bytes]) -> None:
    """Write the document as .docx. Raises `DocumentError` for what cannot be written."""
    write_package(stream, parts(document))


def docx_bytes(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    stream = BytesIO()
    write_docx(document, stream)
    return stream.getvalue()
