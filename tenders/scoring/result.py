"""What an evaluation gives: the ranking with its full working, the bids set aside, what is undecided."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from procurement.language import Text
from tenders.scoring.award import Standing
from tenders.scoring.method import Ratio
from tenders.scoring.model import Bid, BidValue, Criterion, Lot, RoundAt, Tender
from tenders.scoring.numbers import ZERO, added, exactly, times, value_of


class Score(NamedTuple):
    """One bid on one criterion. `worth` is what 100% earns: points, or euros under award on value."""

    value: BidValue | tuple[BidValue, ...]  # as offered; a tuple: one per assessor
    counted: Decimal | None  # what went into the formula; None when several assessors combine
    share: Ratio
    worth: Decimal
    points: Decimal  # rounded when the tender rounds each criterion, else to 50 digits

    @property
    def amount(self) -> Ratio:
        """The exact points, undivided."""
        with exactly():
            return times(self.share, self.worth)

    @property
    def exact(self) -> Decimal:
        """The points before rounding, to 50 digits."""
        return value_of(self.amount)


class BidResult(NamedTuple):
    """A valid bid in the ranking, or one that fell away whose score the others still rest on."""

    bid: Bid
    rank: int  # 0 for a bid that fell away
    scores: Mapping[str, Score]  # by criterion code, in published order
    standing: Standing
    figure: Ratio  # what the ranking is based on, undivided
    total: Decimal  # the same, rounded as published
    tie: Text | None  # how an equal total was decided

    @property
    def exact_total(self) -> Decimal:
        return value_of(self.figure)

    @property
    def price(self) -> Decimal | None:
        """The price that counted, where the lot has exactly one price criterion."""
        return self.standing.price

    @property
    def quality(self) -> Decimal:
        """Points (or euros) for all that is scored except price."""
        return value_of(self.standing.quality)


class Exclusion(NamedTuple):
    """A bid that was set aside: the reason, and the requirement or criterion it failed on."""

    bid: Bid
    reason: Text
    place: str


class Undecided(NamedTuple):
    """Bids that share a rank because no published rule decides between them."""

    rank: int
    bids: tuple[str, ...]
    message: Text


@dataclass(frozen=True, slots=True)
class LotResult:
    lot: Lot
    ranking: tuple[BidResult, ...]  # in rank order; equal ranks by bid code
    excluded: tuple[Exclusion, ...]  # in the order of the bids
    undecided: tuple[Undecided, ...]
    columns: Mapping[str, tuple[Decimal, ...]]  # by criterion, the counted values that the scores rest on
    kept: tuple[BidResult, ...] = ()  # fell away, not ranked, and still a reference for the others

    @property
    def counted(self) -> tuple[BidResult, ...]:
        """Every bid that the scores rest on."""
        return (*self.ranking, *self.kept)

    @property
    def winner(self) -> BidResult | None:
        """The bid that stands alone at rank 1."""
        first = [result for result in self.ranking if result.rank == 1]
        return first[0] if len(first) == 1 else None

    def of(self, bid_code: str) -> BidResult:
        """Raises KeyError for a bid that is not in the ranking."""
        for result in self.ranking:
            if result.bid.code == bid_code:
                return result
        raise KeyError(bid_code)

    def node_points(self, bid_code: str) -> dict[str, Decimal]:
        """The points of every scored node of the tree, groups as the sum of what is under them."""
        [scores] = [found.scores for found in self.counted if found.bid.code == bid_code]
        rounds_each = self.lot.award.rounding.at is RoundAt.CRITERION
        return {node.code: _points_under(node, scores, rounds_each) for node in self.lot.nodes()}


def _points_under(node: Criterion, scores: Mapping[str, Score], rounds_each: bool) -> Decimal:
    under = [scores[leaf.code] for leaf in node.leaves() if leaf.code in scores]
    with exactly():
        if rounds_each:
            return sum((score.points for score in under), ZERO)
        return value_of(added(score.amount for score in under))


@dataclass(frozen=True, slots=True)
class TenderResult:
    tender: Tender
    lots: tuple[LotResult, ...]
