"""Text in words: what a reader sees as one change is a whole word or a mark, never half a word."""

import re
from collections import Counter
from collections.abc import Hashable

_WORD = re.compile(r"\w+(?:[.,]\d+)*|\s+|[^\w\s]")


def split_words(text: str) -> list[str]:
    """Words (a number with its decimals is one), white space and marks, which together are the text."""
    return _WORD.findall(text)


def is_white(token: Hashable) -> bool:
    return isinstance(token, str) and token.isspace()


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """0 to 1: the share of words that both have, whatever their order; two texts without words are alike."""
    size = old.total() + new.total()
    return 2 * (old & new).total() / size if size else 1.0
