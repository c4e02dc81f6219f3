"""When do two codes look the same to a reader, or to a spreadsheet that ignores case?"""

import unicodedata


def as_read(code: str) -> str:
    """One form for codes that differ only in case, composed letters or spaces at the ends."""
    return unicodedata.normalize("NFKC", code).strip().casefold()
