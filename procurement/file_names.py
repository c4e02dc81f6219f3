"""Names of files that somebody else chose, made safe to store, to show and to save under."""

import unicodedata

LONGEST = 120
_FORBIDDEN = set('<>:"|?*')  # what a file system somewhere refuses
_UNSEEN = (
    "Cc",
    "Cf",
    "Cs",
    "Co",
    "Cn",
    "Zl",
    "Zp",
)  # control, format (the reading direction too), unassigned
NAMELESS = "bestand"


def clean_name(name: str) -> str:
    """The last part of a path, composed, without what cannot be seen; never empty, at most 120 characters."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(each for each in last if unicodedata.category(each) not in _UNSEEN)
    bare = "".join("_" if each in _FORBIDDEN else each for each in shown).strip(" .")
    return _shortened(bare) or NAMELESS


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, point, ending = name.rpartition(".")
    if not point or len(ending) > 10:
        return name[:LONGEST].rstrip(" .")
    return f"{stem[: LONGEST - len(ending) - 1].rstrip(' .')}.{ending}"
