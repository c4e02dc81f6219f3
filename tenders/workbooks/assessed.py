"""What one assessor has to score, and the words for it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from procurement.documents.text import cleaned
from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Level:
    code: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    title: str
    description: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Bidder:
    """As this assessor knows it: a token that stands in no file, and a label."""

    token: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`lot` in words; `least` and `most` characters of a motivation, `least_words` of it; `made_at` with its
    time zone.
    """

    authority: str
    tender: str
    lot: str
    least: int
    least_words: int
    most: int
    criteria: tuple[Criterion, ...]
    bidders: tuple[Bidder, ...]
    made_at: datetime


def level_labels(criterion: Criterion) -> Mapping[str, str]:
    """Code of a level → what the list says. A title that occurs twice carries its code."""
    titles = {level.code: cleaned(level.title).strip() for level in criterion.levels}
    times = Counter(titles.values())
    return {
        code: title if title and times[title] == 1 else f"{title} ({code})".strip()
        for code, title in titles.items()
    }


def key_of(criterion: str, token: str, what: str) -> str:
    """The key of a blank: of the level or of the motivation of one bid under one criterion."""
    return f"{criterion}/{token}/{what}"
