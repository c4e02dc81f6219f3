"""The words by which a text accepts something equivalent, and how they are put in."""

import re

_ACCEPTS = re.compile(r"\bgelijkwaardig\w*|\bequivalent\w*|\bdaarmee\s+vergelijkba(?:ar|re)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:geen|niet|zonder)\s+(?:\w+\s+){0,2}gelijkwaardig\w*|\bno(?:t)?\s+(?:\w+\s+){0,2}equivalent\w*",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of the|and|shall|must|with)\b", re.IGNORECASE)


def accepts_equivalents(sentence: str) -> bool:
    """Says yes to something equivalent; "gelijkwaardige normen worden niet aanvaard" says no."""
    return bool(_ACCEPTS.search(sentence)) and not _DENIES.search(sentence)


def with_equivalents(sentence: str, named: re.Pattern[str]) -> str:
    """The sentence with the words put in behind the last thing named in it."""
    last = list(named.finditer(sentence))[-1]
    words = " or equivalent" if _ENGLISH.search(sentence) else " of gelijkwaardig"
    return f"{sentence[: last.end()]}{words}{sentence[last.end() :]}"
