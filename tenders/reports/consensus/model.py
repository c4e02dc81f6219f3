"""What the record of the meeting is made of. Moments are in Dutch time; only `Member` has a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from procurement.audit.chain import Head
from procurement.language import Text
from tenders.assessment.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Declared:
    """What an assessor last declared about one bid. The explanation may tell who the assessor is."""

    bid: str  # its code
    has_conflict: bool
    at: datetime
    explanation: str = ""  # only in the copy for the secretary


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    letter: str
    name: str = ""  # only in the copy for the secretary
    criteria: tuple[str, ...]
    ready_at: datetime | None
    is_active: bool
    declared: tuple[Declared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """An invented answer on which the panel tried its scale, and the level that each letter gave."""

    criterion: str
    levels: Mapping[str, str]
    discussed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTaken:
    held_at: datetime | None
    present: tuple[str, ...]  # letters
    text: str


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step of the procedure around the meeting, and its reason."""

    title: Text
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusRecord:
    """`digest`: SHA-256 over what was settled; `locked_at` is None while it may still change."""

    lot: str  # code
    lot_title: str
    meeting: Meeting
    members: tuple[Member, ...]
    practice: tuple[Practice, ...]
    minutes: MinutesTaken
    steps: tuple[StepTaken, ...]
    digest: str
    locked_at: datetime | None
    made_from: datetime  # the newest moment that is in it
    head: Head

    @property
    def names_people(self) -> bool:
        return any(member.name for member in self.members)
