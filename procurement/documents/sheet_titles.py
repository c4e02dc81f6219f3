"""Names of sheets: what Excel accepts."""

import re
from collections.abc import Iterable

from procurement.documents.errors import DocumentError
from procurement.documents.text import cleaned

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")
_KEPT_BY_EXCEL = "history"


def check_sheet_titles(titles: Iterable[str]) -> None:
    """Raise `DocumentError` for a name that Excel refuses."""
    used = {_KEPT_BY_EXCEL}
    for title in titles:
        if not title.strip() or len(title) > LONGEST or cleaned(title) != title:
            raise DocumentError(f"sheet name {title!r}: give 1 to {LONGEST} visible characters")
        if _FORBIDDEN.search(title) or title != title.strip("'"):
            raise DocumentError(f"sheet name {title!r}: without [ ] : * ? / \\ and no ' at either end")
        if title.casefold() in used:
            raise DocumentError(f"sheet name {title!r}: already used, or kept by Excel for itself")
        used.add(title.casefold())
