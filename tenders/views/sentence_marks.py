"""What differs between a sentence and the one offered instead, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 2_000  # of a sentence that is compared; the time grows with the square of it


class Piece(NamedTuple):
    text: str
    differs: bool


def marked(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sentences in pieces; what stands in one of them alone differs. The pieces make up the sentence."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _MOST_WORDS:
        return (Piece(old, False),), (Piece(new, False),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for pieces, words in ((left, before[a:b]), (right, after[c:d])):
            if words:
                pieces.append(Piece("".join(words), tag != "equal"))
    return tuple(left), tuple(right)
