"""What lies on the table in the consensus meeting of one lot. Bids by their code, assessors by a letter."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from procurement.language import Text
from tenders.assessment.dispersion import Harshness, Spread
from tenders.scoring.model import Combination


@dataclass(frozen=True, slots=True)
class ScaleLevel:
    code: str
    title: str
    share: Decimal  # percent of the points
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one assessor scored alone. With a conflict of interest nothing of it is shown."""

    letter: str
    level: str = ""
    share: Decimal | None = None  # percent of the points
    motivation: str = ""
    has_conflict: bool = False
    counts: bool = True  # not with mean or median, for who could not score every bid


@dataclass(frozen=True, slots=True)
class Version:
    """What was agreed on at one moment. The level is empty where only a joint motivation was written."""

    number: int
    code: str
    level: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BidTalk:
    """One bid on one criterion."""

    key: int
    code: str
    said: tuple[Said, ...]
    spread: Spread | None  # None where fewer than two scores count
    versions: tuple[Version, ...]  # the first agreed score first
    counted: Decimal | None  # percent of the points: the mean or the median
    objection: Text | None  # why the cell is not settled

    @property
    def agreed(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    @property
    def earlier(self) -> tuple[Version, ...]:
        return self.versions[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One criterion. Until it is revealed nothing of the individual scores is in here."""

    key: int
    code: str
    title: str
    description: str
    levels: tuple[ScaleLevel, ...]
    revealed_at: datetime | None
    bids: tuple[BidTalk, ...]

    @property
    def is_revealed(self) -> bool:
        return self.revealed_at is not None

    @property
    def settled(self) -> int:
        return sum(bid.objection is None for bid in self.bids)

    @property
    def is_settled(self) -> bool:
        return self.settled == len(self.bids)

    @property
    def spread(self) -> Spread | None:
        """The largest of its bids."""
        found = [bid.spread for bid in self.bids if bid.spread is not None]
        return max(found, key=lambda each: (each.share, each.steps), default=None)


@dataclass(frozen=True, slots=True)
class Strictness:
    letter: str
    harshness: Harshness


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The topic on which assessors differ most comes first. `strictness` is advice, never a correction."""

    combination: Combination
    topics: tuple[Topic, ...]
    strictness: tuple[Strictness, ...]

    @property
    def agrees(self) -> bool:
        """The panel settles one level; otherwise the mean or the median of the assessors counts."""
        return self.combination is Combination.CONSENSUS

    @property
    def cells(self) -> int:
        return sum(len(topic.bids) for topic in self.topics)

    @property
    def settled(self) -> int:
        return sum(topic.settled for topic in self.topics)

    def without(self, bids: Collection[int]) -> "Meeting":
        """As somebody sees it who may see nothing of these bids."""
        topics = (
            replace(topic, bids=tuple(bid for bid in topic.bids if bid.key not in bids))
            for topic in self.topics
        )
        return replace(self, topics=tuple(topics))
