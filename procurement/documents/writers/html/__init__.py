"""A piece of HTML from the same tree as Word and OpenDocument, to stand within a page.

Numbers are written out, all text is escaped, and there is no script, no style attribute and no address
outside the piece. Classes begin with `doc-`; which look they get is the page's own affair.
"""

from procurement.documents.model import Document
from procurement.documents.writers.html.body import Body
from procurement.documents.writers.html.setting import Landmark, Setting

__all__ = ["Landmark", "Setting", "html_text"]


def html_text(document: Document, setting: Setting | None = None) -> str:
    """The document as one element, safe to put into a page. Raises `DocumentError` as the others do."""
    return "".join(Body.of(document, setting or Setting()).pieces())
