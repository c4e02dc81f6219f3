"""At which price the second in the ranking would have won, everything else as it is. Pure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import LotResult
from tenders.scoring.tree import price_of

CENTS = 2


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """`price`: the highest price, in whole cents, at which `bid` is first; None when no price is enough."""

    bid: str
    offered: Decimal
    price: Decimal | None


def turning_point(result: LotResult) -> TurningPoint | None:
    """None where there is no clear winner, no second, or not exactly one price."""
    leaf = price_of(result.lot)
    if leaf is None or result.winner is None or len(result.ranking) < 2:
        return None
    second = result.ranking[1].bid
    offered = second.values[leaf.code]
    if not isinstance(offered, Decimal) or offered <= 0:
        return None
    return TurningPoint(second.code, offered, _highest(result.lot, second.code, leaf.code, offered))


def _highest(lot: Lot, bid: str, price: str, offered: Decimal) -> Decimal | None:
    """Halving works because a lower price never scores less."""
    wins, loses = 1, int(offered.scaleb(CENTS)) + 1
    if not _is_first(lot, bid, price, wins):
        return None
    while loses - wins > 1:
        middle = (wins + loses) // 2
        if _is_first(lot, bid, price, middle):
            wins = middle
        else:
            loses = middle
    return Decimal(wins).scaleb(-CENTS)


def _is_first(lot: Lot, bid: str, price: str, cents: int) -> bool:
    values = {price: Decimal(cents).scaleb(-CENTS)}
    bids = tuple(
        replace(other, values={**other.values, **values}) if other.code == bid else other
        for other in lot.bids
    )
    try:
        winner = evaluate(replace(lot, bids=bids)).winner
    except NotEvaluable:
        return False
    return winner is not None and winner.bid.code == bid
