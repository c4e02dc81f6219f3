"""Finding words in the texts of a draft, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.sentences import sentences


class Phrase(NamedTuple):
    """Words that were found: the passage, the sentence around them, and where in the sentence."""

    passage: Passage
    sentence: str
    match: re.Match[str]

    @property
    def words(self) -> str:
        return self.match[0]


def phrases(draft: Draft, kinds: Iterable[PassageKind], pattern: re.Pattern[str]) -> Iterator[Phrase]:
    """Every place in the texts of these kinds where the pattern stands; one sentence can give several."""
    for passage in draft.texts(kinds):
        for sentence in sentences(passage.text):
            for match in pattern.finditer(sentence.text):
                yield Phrase(passage, sentence.text, match)


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern for whole words or phrases, each a regular expression; capitals make no difference."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
