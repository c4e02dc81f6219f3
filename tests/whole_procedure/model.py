"""What must be true, kept by hand: plain values, no row and no rule of the program."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.whole_procedure.table import DRAFT, SEALED, STEPS

TEN_MINUTES = timedelta(minutes=10)
PROOFS = ("exclusion-grounds", "requirement:E1", "criterion:D1")
Draft = tuple[int, str, datetime]  # weight of the price, description of the service, deadline


@dataclass
class Nota:
    key: int
    is_amending: bool = False
    answers: list[str] = field(default_factory=list)
    reason: str = ""
    is_substantial: bool | None = None
    why_not: str = ""
    new_deadline: datetime | None = None


@dataclass
class Envelope:
    """A bid in its vault."""

    supplier: str
    received_at: datetime
    footprint: str
    price: str
    is_withdrawn: bool = False
    is_replaced: bool = False  # by a later one, on two signatures


@dataclass
class Offer:
    """A bid that was opened."""

    code: str
    supplier: str
    footprint: str
    sealed_price: str
    is_late: bool = False
    motivation: str = ""
    price: str = ""
    met: bool | None = None
    why: str = ""  # why it was set aside
    unmet: str = ""  # why it does not meet the requirement
    fallen: bool = False
    cause: str = ""
    made_on: int = 1  # version of the documents
    is_answered: bool = False  # somebody recorded whether a bid on an earlier version was confirmed

    @property
    def is_admitted(self) -> bool:
        return not self.fallen and self.met is not False


@dataclass
class Member:
    """An assessor."""

    name: str
    letter: str
    is_assigned: bool = True
    is_active: bool = True
    is_ready: bool = False
    declared: dict[str, tuple[bool, datetime]] = field(default_factory=dict)
    scores: dict[str, tuple[str, str]] = field(default_factory=dict)  # level and motivation
    versions: dict[str, int] = field(default_factory=dict)

    def has_conflict(self, code: str) -> bool:
        return self.declared.get(code, (False,))[0]


@dataclass
class Asked:
    """A question about a low price."""

    key: int
    code: str
    answer_by: date
    answer: str = ""
    outcome: str = ""


@dataclass
class Model:
    now: datetime
    combination: str
    draft: Draft
    phase: str = "preparation"
    published: Draft | None = None
    frozen: str = ""
    versions: int = 0
    published_at: datetime | None = None
    versions_at: list[datetime] = field(default_factory=list)
    judged: dict[Draft, tuple[bool, str]] = field(default_factory=dict)
    nota: Nota | None = None
    envelopes: dict[str, Envelope] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    panel: dict[str, Member] = field(default_factory=dict)
    is_revealed: bool = False
    agreed: dict[str, list[tuple[str, str, datetime]]] = field(default_factory=dict)
    signatures: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    prices_opened: bool = False
    undoing: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # by bid or receipt, the first
    late_prices: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # who signed first
    ranked: object = None
    draws: list[list[str]] = field(default_factory=list)
    inquiries: list[Asked] = field(default_factory=list)
    checks: dict[tuple[str, str], bool] = field(default_factory=dict)
    valid_until: dict[tuple[str, str], date | None] = field(default_factory=dict)  # of what was checked
    decisions: int = 0
    standing: str = ""  # the winner of the decision that stands
    letters: bool = False
    sent_at: datetime | None = None
    waived_at: datetime | None = None
    unasked: set[str] = field(default_factory=set)  # bids with a reason not to ask about their price
    proceedings: list[tuple[int, bool]] = field(default_factory=list)  # key, and whether it ended
    held_by: set[int] = field(default_factory=set)  # rulings against the decision that stands
    changes: list[str] = field(default_factory=list)
    settled_scores: str = ""
    has_minutes: bool = False

    @property
    def deadline(self) -> datetime:
        return self.draft[2]

    @property
    def is_open_for_change(self) -> bool:
        return self.phase in DRAFT or (self.nota is not None and self.nota.is_amending)

    def version_at(self, moment: datetime) -> int:
        """The version that bidders had at this moment."""
        return sum(made_at <= moment for made_at in self.versions_at) or 1

    def asks_confirmation(self, offer: Offer) -> bool:
        return offer.made_on < self.versions and not offer.fallen and not offer.is_answered

    def admitted(self) -> list[Offer]:
        return [each for each in self.offers.values() if each.is_admitted]

    def active(self) -> list[Member]:
        return [each for each in self.panel.values() if each.is_active and each.is_assigned]

    def duty(self, member: Member) -> list[str]:
        return [each.code for each in self.admitted() if not member.has_conflict(each.code)]

    def undeclared(self, member: Member) -> list[str]:
        return [each.code for each in self.admitted() if each.code not in member.declared]

    def unfinished(self, member: Member) -> list[str]:
        return [code for code in self.duty(member) if not _is_whole(member.scores.get(code, ("", "")))]

    def judges(self, code: str) -> list[Member]:
        """Whose final score on this bid counts."""
        return [
            each
            for each in self.panel.values()
            if each.is_active and each.is_ready and not each.has_conflict(code)
            and each.scores.get(code, ("", ""))[0]
        ]  # fmt: skip

    def yardstick(self) -> list[Member]:
        """Where everybody has a value of their own: who scored every bid that was laid before them all."""
        bids = [
            each.code for each in self.offers.values() if each.met is not False and self._was_judged(each)
        ]
        return [each for each in self.panel.values() if all(each in self.judges(code) for code in bids)]

    def _was_judged(self, offer: Offer) -> bool:
        """A bid that fell away counts when nobody who judged others lacks it for that reason."""
        members = [each for each in self.panel.values() if each.is_active and each.is_ready and each.scores]
        return not offer.fallen or all(
            each.has_conflict(offer.code) or each in self.judges(offer.code) for each in members
        )

    def is_settled(self, code: str) -> bool:
        if self.combination != "consensus":
            return bool(self.yardstick())
        if not self.judges(code) or not self.agreed.get(code):
            return False
        conflicts = [
            each.declared[code][1]
            for each in self.panel.values()
            if each.is_active and each.has_conflict(code)
        ]
        return all(self.agreed[code][-1][2] >= since for since in conflicts)

    def is_orphaned(self, code: str) -> bool:
        return not (self.judges(code) if self.combination == "consensus" else self.yardstick())

    def signed_by(self, code: str) -> str:
        """Who signed first and still waits for a second person."""
        name, at = self.signatures.get(code, ("", self.now))
        return name if name and self.now - at < TEN_MINUTES else ""

    def undone_by(self, key: str) -> str:
        """Who signed first for this bid or receipt; no step ends this signature."""
        name, at = self.undoing.get(key, ("", self.now))
        return name if name and self.now - at < TEN_MINUTES else ""

    def standing_receipts(self) -> list[str]:
        return sorted(key for key, each in self.envelopes.items() if not each.is_replaced)

    def source_is_right(self, code: str) -> bool:
        return self.phase in STEPS[code].sources

    @property
    def admission_was_closed(self) -> bool:
        return "start-assessment" in self.changes

    @property
    def is_sealed(self) -> bool:
        return self.phase in SEALED


def _is_whole(score: tuple[str, str]) -> bool:
    return bool(score[0]) and len(score[1]) >= 40
