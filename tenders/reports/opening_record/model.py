"""What the record of the openings is made from; all moments in Dutch time."""

from dataclasses import dataclass
from datetime import date, datetime

from procurement.audit.chain import Head
from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Signing:
    """One opening, signed by two people: the second signature opened."""

    first: str
    first_at: datetime | None
    second: str
    second_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One bid as it was handed in. A withdrawn bid was never read: it has no bidder."""

    receipt: str
    verdict: Text
    counts: bool
    code: str = ""
    bidder: str = ""
    received_at: datetime | None = None
    withdrawn_at: datetime | None = None
    files: int = 0


@dataclass(frozen=True, slots=True)
class LatePrice:
    """A price that went into the vault after the deadline, by two people."""

    receipt: str
    at: datetime
    signed_by: str
    put_in_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRegistration:
    """A bid that was typed over after the deadline. `signed_by` and `reason`: two people let it replace
    the bid with the receipt `replaces`."""

    receipt: str
    bidder: str
    received_at: datetime
    at: datetime
    by: str
    replaces: str = ""
    signed_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierVersion:
    """A bid on an earlier version than the one at the closing. `is_confirmed` is None while it is open."""

    code: str
    bidder: str
    made_on: int
    held: int
    is_confirmed: bool | None
    confirmed_on: date | None
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRecord:
    """`prices` is empty until the prices were opened; after a way back they are opened once more."""

    lot: str
    lot_title: str
    deadline: datetime | None
    bids: Signing
    received: tuple[Received, ...]
    prices: tuple[Signing, ...]
    head: Head
    late_prices: tuple[LatePrice, ...] = ()
    registered_late: tuple[LateRegistration, ...] = ()
    earlier_versions: tuple[EarlierVersion, ...] = ()
