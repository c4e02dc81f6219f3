"""What the guards look at: counted facts of one lot and its tender at one moment. No price, no name."""

from dataclasses import dataclass
from datetime import date, datetime

from tenders.procedure.phases import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The defaults are those of an empty draft."""

    now: datetime
    lot: int  # number of the lot
    phase: Phase = Phase.PREPARATION
    # draft
    problems: int = 0  # what is incomplete or not lawful, all lots together
    unreasoned: int = 0  # what is lawful only with the reason of a lawyer, and has none
    notice_planned: date | None = None  # the day that the planning names
    is_approved: bool = False  # a lawyer approved exactly this draft
    approver_is_actor: bool = False  # by the person who now wants to publish
    approver_is_tied: bool = False  # one of these two reset the access of the other lately
    procedure: str = ""  # its code, for the shortest time limit
    is_urgent: bool = False  # with its reason
    # submission
    deadline: datetime | None = None
    open_clarifications: int = 0  # notas van inlichtingen that are being written
    is_amending: bool = False  # one of them has the criteria open for change
    sealed_bids: int | None = None  # None: nobody may know it yet
    # opening and admission
    admitted: int = 0  # bids that no requirement knocks out and that have not fallen away
    unjudged: int = 0  # knock-outs of bids without an outcome
    unconfirmed: int = 0  # bids on an earlier version of which nobody recorded whether they were confirmed
    # assessment
    jury_criteria: int = 0  # criteria that assessors score
    unassigned: int = 0  # of these, how many have no assessor
    assessors: int = 0
    waiting_for: int = 0  # assessors whose declarations or scores are not final
    # consensus
    missing_scores: int = (
        0  # (bid, jury criterion) pairs without an agreed score, where consensus is published
    )
    orphaned: int = 0  # (bid, jury criterion) pairs that nobody may judge any more, while prices are sealed
    has_minutes: bool = False  # of the meeting: when, who was there and what was said
    missing_values: int = (
        0  # (admitted bid, criterion) pairs without a value, prices and jury criteria excepted
    )
    # price
    prices_opened: bool = False  # once; a score that is reopened afterwards is reopened knowing the prices
    missing_prices: int = 0  # admitted bids without a sealed price for a price criterion
    # evaluation
    has_ranking: bool = False
    ranking_is_current: bool = False
    has_winner: bool = False
    has_tie: bool = False  # rank 1 is shared
    has_ranked_bids: bool = False
    unmotivated: int = 0  # jury scores without a motivation
    open_inquiries: int = 0  # abnormally low bids that have not been judged
    unexplained_signals: int = 0  # of the bid that stands first: neither judged, nor left with a reason
    # verification
    unverified: int = 0  # pieces of proof of the intended winner still to be checked
    failed_proofs: int = 0
    # decision and letters
    unsent_letters: int = 0
    letters_blocked: int = 0  # letters with a missing or bare motivation
    standstill_until: datetime | None = None  # first moment at which the contract may be concluded
    open_proceedings: int = 0  # interim proceedings that have not ended
    rulings_against: int = 0  # claims granted after the decision that stands, and not cleared by a lawyer
