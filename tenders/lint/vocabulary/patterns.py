"""Building patterns from lists of words: whole words, in lower case, nothing that runs away.

Texts are read on one line (`tenders.lint.wordings`), so one space in a pattern is one space in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import wraps

_PLAIN_LETTER = re.compile(r"[a-z](?![?*+{])")


def any_of(*alternatives: str) -> str:
    """A group of regular expressions, put together by first letter so that few are tried at each word."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    others: list[str] = []
    for each in alternatives:
        plain = _PLAIN_LETTER.match(each) and "|" not in each
        (by_letter[each[0]] if plain else others).append(each[1:] if plain else each)
    groups = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return f"(?:{'|'.join([*groups, *others])})"


def words(*alternatives: str) -> re.Pattern[str]:
    """Whole words or phrases, each a regular expression; for a line in lower case, which is much quicker."""
    return re.compile(rf"(?<!\w){any_of(*alternatives)}(?!\w)")


Finder = Callable[[str], re.Match[str] | None]


def only_with(*parts: str) -> Callable[[Finder], Finder]:
    """Look closer only where one of these parts of words stands, in lower case: that is quick to see."""

    def quick(find: Finder) -> Finder:
        @wraps(find)
        def found(line: str) -> re.Match[str] | None:
            return find(line) if any(part in line for part in parts) else None

        return found

    return quick


def gap(most: int, *, commas: bool = False) -> str:
    """At most so many words in between, within one clause; read without going back."""
    stops = r"\s;:()" if commas else r"\s,;:()"
    return rf"(?:(?!(?:maar|doch|but|tenzij|unless) )[^{stops}]++ ){{0,{most}}}"
