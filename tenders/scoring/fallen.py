"""Bids that fell away after the opening, and what the published rule makes of the scores of the others.

Recalculate: the others are scored as if the bid had never been made. Keep: their scores stay what they
were with the bid, and only its place in the ranking is skipped. Where no score depends on another bid the
two give the same order. A bid without all its values, or with one that no ranking takes, was never ranked:
there is nothing of it to keep.
"""

from collections.abc import Iterator
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.awards import AWARDS
from tenders.scoring.direction import lower_is_better
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Bid, Criterion, FallingAway, Kind, Lot
from tenders.scoring.numbers import ZERO
from tenders.scoring.problem import Problem
from tenders.scoring.result import Exclusion

_FALLEN = Text(nl="Vervallen na de opening: {reason}", en="Fell away after the opening: {reason}")
_NO_RULE = Text(
    nl="Inschrijving {bids} is vervallen. De scores van de anderen hangen daarvan af, en er is niet "
    "bekendgemaakt of de rangorde dan blijft of opnieuw wordt berekend. Zonder bekendgemaakte regel geen "
    "rangorde: vraag een jurist.",
    en="Bid {bids} fell away. The scores of the others depend on it, and it was not published whether the "
    "ranking then stays or is calculated again. Without a published rule there is no ranking: ask a lawyer.",
)


def depends_on_others(lot: Lot) -> bool:
    """Whether the score of one bid can change because of another."""
    method = AWARDS[lot.award.method]
    return method.relative or any(
        METHODS[leaf.method].relative for leaf in lot.leaves() if method.scores(leaf)
    )


def still_counts(lot: Lot, bid: Bid) -> bool:
    """Do the others keep the scores that they had with this fallen bid?"""
    return lot.award.falling_away is FallingAway.KEEP and _left_the_ranking(lot, bid)


def _left_the_ranking(lot: Lot, bid: Bid) -> bool:
    """Not so a bid that came too late, fell away before it was assessed, or offers what no ranking takes."""
    scored = not bid.failed and all(leaf.code in bid.values for leaf in lot.leaves())
    return bool(bid.fallen) and scored and not any(_no_ranking_takes(lot, leaf, bid) for leaf in lot.leaves())


def _no_ranking_takes(lot: Lot, leaf: Criterion, bid: Bid) -> bool:
    """A price below zero, or a value by which the method cannot divide: with it there never was a ranking."""
    value = bid.values[leaf.code]
    if not isinstance(value, Decimal):
        return False
    if leaf.kind is Kind.PRICE:  # the published rule says what a price of 0 does
        return value < ZERO
    divides = AWARDS[lot.award.method].scores(leaf) and METHODS[leaf.method].above_zero
    return divides and (value < ZERO or (value == ZERO and lower_is_better(leaf)))


def set_aside(bid: Bid) -> Exclusion:
    return Exclusion(bid, _FALLEN.format(reason=bid.fallen), "")


def fallen_problems(lot: Lot) -> Iterator[Problem]:
    """No published rule, no ranking: nothing is decided that the tender did not state."""
    gone = [bid.code for bid in lot.bids if _left_the_ranking(lot, bid)]
    if gone and lot.award.falling_away is None and depends_on_others(lot):
        yield Problem("award.falling_away", _NO_RULE.format(bids=", ".join(gone)))
