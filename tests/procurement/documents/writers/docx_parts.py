"""The parts of a .docx."""

from io import BytesIO
from zipfile import ZipFile

from procurement.documents.model import Document
from procurement.documents.writers.docx import docx_bytes


def parts(tree: Document) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx_bytes(tree))) as package:
        return {name: package.read(name) for name in package.namelist()}
