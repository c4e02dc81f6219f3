"""What a tender publishes and what bidders offer, as frozen values.

A `Tender` holds lots; a `Lot` holds a tree of award criteria, the published rules and the bids.
Nothing here computes. Numbers are `Decimal` made from text; weights are percentages of the whole
lot (a sub-criterion of 10 under a parent of 25 weighs 10% of the lot).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a bid states for an award criterion."""

    PRICE = "price"  # money; lower is better
    QUANTITY = "quantity"  # a measured amount in `unit`; lower or higher is better
    SCALE = "scale"  # the code of a described level
    LABEL = "label"  # "label", "equivalent" or "none"
    YES_NO = "yes_no"  # "yes" or "no"


class Direction(StrEnum):
    LOWER = "lower"
    HIGHER = "higher"


class RoundAt(StrEnum):
    CRITERION = "criterion"  # the points of each leaf criterion are rounded, totals add rounded points
    TOTAL = "total"  # only the total is rounded


class TieBreak(StrEnum):
    QUALITY = "quality"  # most points on all criteria but price
    CRITERION = "criterion"  # most points on one named criterion
    PRICE = "price"  # lowest price
    DRAW = "draw"  # drawing of lots, whose outcome is recorded


class ZeroPrice(StrEnum):
    EXCLUDE = "exclude"  # a bid with price 0 is set aside, with the reason
    TREAT_AS = "treat_as"  # price 0 counts as the published amount


class Combination(StrEnum):
    """How the scores of several assessors become one."""

    MEAN = "mean"
    MEDIAN = "median"
    CONSENSUS = "consensus"  # assessors agree on one score: exactly one value is given


class FallingAway(StrEnum):
    """What happens to the ranking of the others when a bid falls away after the assessment."""

    KEEP = "keep"  # it stays as it was
    RECALCULATE = "recalculate"  # it is worked out again without that bid


@dataclass(frozen=True, slots=True)
class Step:
    """A band of a step table: from `lower` (included) to `upper` (not included); None is unbounded."""

    lower: Decimal | None
    upper: Decimal | None
    share: Decimal  # 0..1 of the points of the criterion


@dataclass(frozen=True, slots=True)
class Knot:
    """A published point (value, share) of a piecewise linear scale."""

    value: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class LevelAmount:
    """A notional discount for one level of a ladder: a fraction of the price or an amount in euros."""

    level: str
    amount: Decimal


ParameterValue = (
    Decimal | str | tuple[Step, ...] | tuple[Knot, ...] | tuple[Decimal, ...] | tuple[LevelAmount, ...]
)
Parameters = Mapping[str, ParameterValue]


@dataclass(frozen=True, slots=True)
class Level:
    """A described level of a graded scale."""

    code: str
    title: str
    share: Decimal  # 0..1 of the points; below 0 (a malus) only under award on value
    description: str


@dataclass(frozen=True, slots=True)
class Account:
    """What the tender documents say about a criterion besides its arithmetic."""

    description: str = ""
    proof: str = ""  # what the bidder hands in
    verification: str = ""  # how the buyer checks it
    link: str = ""  # the link to the subject-matter (art. 2.115 lid 2 Aw)
    basis: tuple[str, ...] = ()  # codes of citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A node of the tree: a group when it has children, otherwise a leaf that is scored."""

    code: str
    title: str
    weight: Decimal  # percent of the lot
    kind: Kind | None = None  # None for a group
    method: str = ""  # code of the scoring method of a leaf
    parameters: Parameters = field(default_factory=dict)
    direction: Direction | None = None  # of a quantity
    unit: str = ""
    levels: tuple[Level, ...] = ()
    accepted_labels: tuple[str, ...] = ()
    minimum: Decimal | None = None  # published minimum score, percent of the criterion's points
    account: Account = Account()
    children: tuple["Criterion", ...] = ()

    def leaves(self) -> Iterator["Criterion"]:
        """The scored criteria under this node, itself when it is one, in published order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def nodes(self) -> Iterator["Criterion"]:
        """This node and everything under it, parents before children."""
        yield self
        for child in self.children:
            yield from child.nodes()


@dataclass(frozen=True, slots=True)
class Rounding:
    """Half-up, always; the tender publishes the number of decimals and the step."""

    places: int
    at: RoundAt


@dataclass(frozen=True, slots=True)
class TieRule:
    by: TieBreak
    criterion: str = ""  # for TieBreak.CRITERION


@dataclass(frozen=True, slots=True)
class ZeroPriceRule:
    rule: ZeroPrice
    amount: Decimal | None = None  # for ZeroPrice.TREAT_AS, in euros


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRule:
    """How points, prices and values become a ranking. Everything in it is published."""

    method: str  # code of the award method
    parameters: Parameters = field(default_factory=dict)
    points: Decimal  # points for 100% of the weight
    rounding: Rounding
    ties: tuple[TieRule, ...] = ()
    zero_price: ZeroPriceRule | None = None
    combination: Combination | None = None
    falling_away: FallingAway | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A knock-out: a bid that does not meet it is set aside."""

    code: str
    title: str
    text: str = ""
    proof: str = ""
    basis: tuple[str, ...] = ()


BidValue = Decimal | str  # a number, or the code of a level, "label"/"equivalent"/"none", "yes"/"no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    code: str
    name: str
    values: Mapping[str, BidValue | tuple[BidValue, ...]]  # by criterion; a tuple: one per assessor
    failed: Mapping[str, str] = field(default_factory=dict)  # requirement code → reason
    motivations: Mapping[str, str] = field(default_factory=dict)  # criterion code → why this score
    fallen: str = ""  # why it fell away after the opening; empty: it did not


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    code: str
    title: str
    criteria: tuple[Criterion, ...]
    award: AwardRule
    requirements: tuple[Requirement, ...] = ()
    bids: tuple[Bid, ...] = ()
    draw: tuple[str, ...] = ()  # recorded outcome of the drawing of lots: bid codes, first drawn first
    later_draws: tuple[tuple[str, ...], ...] = ()  # for other ties; a later one replaces an earlier one

    def leaves(self) -> Iterator[Criterion]:
        for criterion in self.criteria:
            yield from criterion.leaves()

    def nodes(self) -> Iterator[Criterion]:
        for criterion in self.criteria:
            yield from criterion.nodes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tender:
    reference: str
    title: str
    authority: str
    lots: tuple[Lot, ...]
    subject: str = ""
