"""When two texts say the same: programs change quotes and spaces by themselves, and nobody means that."""

import re
import unicodedata

from procurement.documents.redline.words import split_words
from procurement.incoming.text.values import REFERENCE_BEGINS, REFERENCE_ENDS

_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"',
        "‑": "-", "‐": "-", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
        "\ufeff": None,
    }
)  # fmt: skip
_WHITE = re.compile(r"\s+")
_REFERENCE = re.compile(f"{REFERENCE_BEGINS}([^{REFERENCE_ENDS}]*){REFERENCE_ENDS}")
_PIECE = re.compile(f"({REFERENCE_BEGINS}[^{REFERENCE_ENDS}]*{REFERENCE_ENDS})")


def flat(text: str) -> str:
    """One form for texts that read the same: quotes, kinds of space and hyphen, invisible signs.

    The number that a reference prints does not count.
    """
    same = unicodedata.normalize("NFC", text).translate(_SAME)
    return _REFERENCE.sub(REFERENCE_BEGINS, _WHITE.sub(" ", same))


def key(text: str) -> str:
    """The same for texts that say the same."""
    return flat(text).strip()


def readable(text: str) -> str:
    """The text as people read it: references as their number."""
    return _REFERENCE.sub(r"\1", text).strip()


def tokens(text: str) -> list[str]:
    """Words, spaces and marks; a reference with its number is one token."""
    return [token for piece in _PIECE.split(text) for token in _of(piece)]


def _of(piece: str) -> list[str]:
    return [piece] if piece.startswith(REFERENCE_BEGINS) else split_words(piece)


def token_key(token: str) -> str:
    """Equal for tokens that say the same; white space is one space."""
    if token.startswith(REFERENCE_BEGINS):
        return REFERENCE_BEGINS
    return " " if token.isspace() else token.translate(_SAME)


def is_reference(token: str) -> bool:
    return token.startswith(REFERENCE_BEGINS)
