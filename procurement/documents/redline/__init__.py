"""A contract against an earlier one, as a Word file with native tracked changes.

It works on what the Word writer made of both, so that all the writer can do can be compared. Clauses are
recognised by the codes of their content controls, wherever they went. Accepting all changes gives the new
document and rejecting all gives the old one, apart from what Word does not track: the table of contents,
bookmarks, headers, footers and the properties of the file, which are those of the new document. Content
controls stand around what both documents have: around anything else one would stay behind, empty.
"""

from datetime import datetime

from procurement.documents.house_style.value import HouseStyle
from procurement.documents.model import Document
from procurement.documents.redline.package import redlined
from procurement.documents.writers.docx import docx_bytes


def redline(
    old: Document, new: Document, *, author: str, at: datetime, style: HouseStyle | None = None
) -> bytes:
    """The new document as .docx, its changes since the old one marked by `author` at `at` (with time zone).

    Both are written in `style`. Raises `DocumentError` for a document that cannot be written.
    """
    return redlined(docx_bytes(old, style), docx_bytes(new, style), author=author, at=at)
