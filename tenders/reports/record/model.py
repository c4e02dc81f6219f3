"""What the record of an award is made from; all moments in Dutch time. Assessors go by their letter."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from procurement.audit.chain import Head
from procurement.language import Text
from tenders.reports.edition import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step in the procedure, with one or two people."""

    title: Text
    at: datetime
    people: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An assessor declared a conflict of interest with a bidder; it hides that bid from the assessor."""

    assessor: str
    bidder: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LowBid:
    """A bidder was asked to explain a price that looked abnormally low. `outcome` is empty while open."""

    bidder: str
    question: str
    asked_at: datetime
    answer: str
    outcome: Text | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of several scores that the panel agreed on for the same bid and criterion."""

    bid: str
    criterion: str
    number: int
    level: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """`withdrawn_at` and `withdrawal` are of a decision that was taken back."""

    number: int
    winner: str
    at: datetime
    by: str
    reason: str
    sent_at: datetime | None = None
    free_from: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Interim proceedings against the decision."""

    started_on: date
    reference: str
    ended_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`procedure` is the code of the kind of procedure; `stopped` the reason for not awarding, else empty."""

    lot: str
    lot_title: str
    procedure: str
    cpv: str
    estimate: Decimal | None
    assessment: Assessment | None
    decisions: tuple[Decided, ...]
    stopped: str
    course: tuple[Taken, ...]
    declarations: int
    conflicts: tuple[Conflict, ...]
    low_bids: tuple[LowBid, ...]
    versions: tuple[Version, ...]
    clarifications: int
    cases: tuple[Case, ...]
    made_at: datetime
    head: Head

    @property
    def standing(self) -> Decided | None:
        """The decision that was not withdrawn."""
        return next((each for each in self.decisions if each.withdrawn_at is None), None)
