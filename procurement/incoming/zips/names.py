"""Names of entries that could lead outside the container, or be read as another entry."""

import re
import unicodedata

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused

LONGEST_NAME = 255  # characters
_DRIVE = re.compile(r"[A-Za-z]:")


def refuse_odd_name(name: str) -> None:
    """Raises `Refused` for absolute paths, `..`, backslashes, NUL and whatever cannot be seen."""
    parts = name.removesuffix("/").split("/")
    is_odd = (
        not name.isprintable()
        or "\\" in name
        or len(name) > LONGEST_NAME
        or _DRIVE.match(name)
        or any(part in ("", ".", "..") or part != part.strip() for part in parts)
    )
    if is_odd:
        raise Refused(Code.ODD_PATH, name)


def refuse_twice(names: list[str]) -> None:
    """Two names that one disk or another keeps as one: capitals and ways to write an accent do not count."""
    seen = set()
    for name in names:
        same = unicodedata.normalize("NFKC", name).casefold().removesuffix("/")
        if same in seen:
            raise Refused(Code.DUPLICATE_ENTRY, name)
        seen.add(same)
