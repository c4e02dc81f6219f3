"""Reading the texts of a draft sentence by sentence: what a text rule found, and where a person mends it.

A sentence is read on one line with plain dashes and figures, so that patterns need not know how it was
typed; it is quoted as it stands in the draft.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from procurement.language import Text
from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.finding import Finding, Fix, GoTo, Screen
from tenders.lint.sentences import sentences
from tenders.lint.severity import Severity

Finder = Callable[[str], re.Match[str] | None]

_LONGEST, _SHORTEST = 1500, 3  # characters
_PLAIN = str.maketrans(
    {
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "₂": "2",
        "²": "2",
        "’": "'",
        "‘": "'",
        "é": "e",
        "ë": "e",
        "ï": "i",
        "ö": "o",
        "®": " ",
        "™": " ",
    }
)
_SCREENS = {
    PassageKind.REQUIREMENT: Screen.REQUIREMENTS,
    PassageKind.SUITABILITY: Screen.SUITABILITY,
    PassageKind.SHORTLISTING: Screen.SUITABILITY,
    PassageKind.CONTRACT_CONDITION: Screen.CONTRACT,
    PassageKind.SUBJECT: Screen.TENDER,
}


class Wording(NamedTuple):
    """Words that were found. `sentence` stands in the passage; `line` is the same on one line.

    `match` was found in the plain form of `line`, which is as long: its places hold in both.
    """

    passage: Passage
    sentence: str
    line: str
    match: re.Match[str]

    @property
    def words(self) -> str:
        return self.line[self.match.start() : self.match.end()]

    @property
    def plain(self) -> str:
        return self.match.string

    def finding(self, severity: Severity, message: Text, fix: Fix) -> Finding:
        """`message` may name the {words}."""
        return Finding(
            severity=severity,
            place=self.passage.place,
            message=message.format(words=shortened(self.words)),
            quote=self.sentence,
            fix=fix,
        )

    def go(self, advice: Text) -> GoTo:
        """To the screen of this passage."""
        return GoTo(screen_of(self.passage), advice)


def wordings(
    draft: Draft, kinds: Iterable[PassageKind], find: Finder, *, capitals: bool = False
) -> Iterator[Wording]:
    """Each sentence in the texts of these kinds in which `find` finds something: once a sentence.

    `find` is given the line in lower case, unless capitals matter to it.
    """
    for passage in draft.texts(kinds):
        for piece, line, read, small in _lines(passage.text):
            match = find(read if capitals else small)
            if match:
                yield Wording(passage, piece, line, match)


@lru_cache(maxsize=512)
def _lines(text: str) -> tuple[tuple[str, str, str, str], ...]:
    """Each sentence as it stands, on one line, plain, and in lower case: kept, for every rule reads them."""
    pieces = (piece for sentence in sentences(text) for piece in _pieces(sentence.text))
    lines = ((piece, on_one_line(piece)) for piece in pieces if len(piece) >= _SHORTEST)
    return tuple((piece, line, plain(line), lowered(plain(line))) for piece, line in lines)


def plain_lines(text: str) -> tuple[str, ...]:
    """The sentences of a passage, each on one line and plain."""
    return tuple(read for _, _, read, _ in _lines(text))


def _pieces(sentence: str) -> Iterator[str]:
    """What has no full stop for pages is read in pieces, cut at a space where there is one."""
    start = 0
    while len(sentence) - start > _LONGEST:
        space = sentence.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > 0 else start + _LONGEST
        yield sentence[start:end].strip()
        start = end
    yield sentence[start:].strip()


def around(draft: Draft, passage: Passage) -> str:
    """All texts of the criterion, requirement or condition that this passage is a part of."""
    return "\n".join(each.text for each in draft.passages if _owner(each.place) == _owner(passage.place))


def _owner(place: str) -> str:
    """ "lots[0].criteria[1].account.proof" and "lots[0].criteria[1].levels[0].description" have one owner."""
    whole = place.split(".levels[")[0]
    end = whole.rfind("]")
    return whole[: end + 1] if end >= 0 else whole


def on_one_line(text: str) -> str:
    """With single spaces, also where the text was broken off or has hard spaces."""
    return " ".join(text.replace("\u00ad", "").split())


def lowered(line: str) -> str:
    """In lower case and as long as before; the few letters that grow stay as they are."""
    small = line.lower()
    return small if len(small) == len(line) else line


def plain(line: str) -> str:
    """As long as `line`, with plain dashes, quotes, letters and figures."""
    return line.translate(_PLAIN)


def shortened(words: str, most: int = 80) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def screen_of(passage: Passage) -> Screen:
    if ".requirements[" in passage.place:  # the proof of a requirement is mended with it
        return Screen.REQUIREMENTS
    return _SCREENS.get(passage.kind, Screen.CRITERIA)
