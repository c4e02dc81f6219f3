"""Names of sheets: what Excel accepts, and how to make such a name from what people typed."""

import re
from collections.abc import Iterable

from procurement.documents.errors import DocumentError
from procurement.documents.text import cleaned

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")
_KEPT_BY_EXCEL = "history"


def sheet_title(text: str, taken: Iterable[str] = ()) -> str:
    """A name Excel accepts, as close to `text` as can be and unlike the names `taken`."""
    used = {title.casefold() for title in taken} | {_KEPT_BY_EXCEL}
    wanted = " ".join(_FORBIDDEN.sub(" ", cleaned(text)).split()).strip("' ") or "-"
    title, ordinal = wanted[:LONGEST].strip("' "), 1
    while title.casefold() in used:
        ordinal += 1
        ending = f" {ordinal}"
        title = wanted[: LONGEST - len(ending)].rstrip("' ") + ending
    return title


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
