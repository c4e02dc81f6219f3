"""Cutting Dutch running text into sentences, so that a rule can quote and rewrite one of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A full stop after these ends no sentence; compared in lower case, without the stop.
_ABBREVIATIONS = frozenset(
    (
        "art",
        "artt",
        "lid",
        "bijv",
        "bv",
        "o.a",
        "c.q",
        "cq",
        "t/m",
        "zgn",
        "oa",
        "d.w.z",
        "dwz",
        "m.b.t",
        "mbt",
        "i.p.v",
        "ipv",
        "t.o.v",
        "tov",
        "incl",
        "excl",
        "evt",
        "resp",
        "ca",
        "nr",
        "nrs",
        "max",
        "min",
        "o.g",
        "og",
        "e.d",
        "ed",
        "etc",
        "blz",
        "par",
        "hfst",
        "b.v",
        "n.v",
        "a.d.h.v",
        "i.v.m",
        "ivm",
        "m.i.v",
        "t.a.v",
        "t.b.v",
        "z.s.m",
        "jl",
        "vgl",
        "e.g",
        "i.e",
        "no",
        "approx",
        "dr",
        "mr",
        "ir",
        "ing",
        "prof",
        "st",
    )
)
_END = re.compile(r"(?<![.!?;])[.!?;]++(?=\s|$)|\n+")  # possessive: a long row of marks is read once
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST = 1 + max(map(len, _ABBREVIATIONS))


class Sentence(NamedTuple):
    """`start` is its offset in the passage."""

    text: str
    start: int


def sentences(text: str) -> Iterator[Sentence]:
    """Lines, bullets and semicolons end a sentence too: each is read on its own."""
    start = 0
    for end in _END.finditer(text):
        if end[0] == "." and _is_abbreviation(text[max(start, end.start() - _LONGEST) : end.start()]):
            continue
        yield from _sentence(text, start, end.end())
        start = end.end()
    yield from _sentence(text, start, len(text))


def _is_abbreviation(before: str) -> bool:
    word = _LAST_WORD.search(before)
    return word is not None and (word[0].lower() in _ABBREVIATIONS or len(word[0]) == 1)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    found = text[start:end].strip()
    if found:
        yield Sentence(found, start + text[start:end].index(found))
