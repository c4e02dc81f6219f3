"""What the record of an award is made from; all moments in Dutch time. Assessors go by their letter."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

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
    """An assessor declared a conflict of interest with a bidder; from then on that bid is hidden.

    `is_late`: the assessor had declared before to have none, and could read the bid until this moment.
    `scored` names the criteria on which a score of theirs was set aside. A conflict that was taken back
    has that moment.
    """

    assessor: str
    bidder: str
    at: datetime
    reason: str
    is_late: bool = False
    scored: tuple[str, ...] = ()
    taken_back: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidder:
    """What was found about one bid, whatever a calculation knew of it.

    `failed` has a line for each requirement that is not met, `fallen` why the bid fell away later.
    """

    code: str
    name: str
    failed: tuple[str, ...] = ()
    fallen: str = ""

    @property
    def is_admitted(self) -> bool:
        return not self.failed and not self.fallen


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A bidder was asked to explain its price. `outcome` is None while nobody judged the answer."""

    question: str
    asked_at: datetime
    asked_by: str
    answer_by: date
    answer: str
    outcome: Text | None
    is_rejected: bool
    reason: str
    judged_at: datetime | None


class NotAsked(NamedTuple):
    """Why a bidder with a signal was asked nothing."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LowBid:
    """A bid with a price that looked abnormally low, by a signal or in the eyes of the authority."""

    bidder: str
    signals: tuple[Text, ...]
    asked: tuple[Explanation, ...]
    not_asked: NotAsked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPrice:
    """`put_in_at`: into the vault after the deadline, by `people`. `others_at`: when the others were opened,
    if earlier. `opened_at` is None while this price is sealed."""

    bidder: str
    put_in_at: datetime | None
    people: tuple[str, ...]
    reason: str
    opened_at: datetime | None
    others_at: datetime | None


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
    waiver: "Waived | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A lawyer recorded that the decision needs no standstill."""

    at: datetime
    by: str
    ground: Text
    reason: str


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
    bidders: tuple[Bidder, ...]
    decisions: tuple[Decided, ...]
    stopped: str
    course: tuple[Taken, ...]
    declarations: int
    conflicts: tuple[Conflict, ...]
    low_bids: tuple[LowBid, ...]
    later_prices: tuple[LaterPrice, ...]
    versions: tuple[Version, ...]
    clarifications: int
    cases: tuple[Case, ...]
    made_at: datetime
    head: Head

    @property
    def standing(self) -> Decided | None:
        """The decision that was not withdrawn."""
        return next((each for each in self.decisions if each.withdrawn_at is None), None)
