"""Word: the tree as escaped text inside a shell (styles, numbering, headers) that python-docx makes once."""

from io import BytesIO
from typing import IO

from procurement.documents.house_style.value import HouseStyle
from procurement.documents.model import Document
from procurement.documents.package import write_package
from procurement.documents.writers.docx.parts import parts


def write_docx(document: Document, stream: IO[bytes], style: HouseStyle | None = None) -> None:
    """Write the document as .docx, in our own house style or in that of an organisation.

    Raises `DocumentError` for what cannot be written.
    """
    write_package(stream, parts(document, style))


def docx_bytes(document: Document, style: HouseStyle | None = None) -> bytes:
    """The document as the bytes of a .docx file."""
    stream = BytesIO()
    write_docx(document, stream, style)
    return stream.getvalue()
