"""From scored columns to what the award method sees of each bid."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tenders.scoring.award import AwardMethod, Standing
from tenders.scoring.columns import Column, Offered, total_of
from tenders.scoring.model import Bid, Criterion, Kind, Lot
from tenders.scoring.numbers import ZERO, plus
from tenders.scoring.result import Score
from tenders.scoring.tree import price_of


def counted(lot: Lot, leaf: Criterion, offered: Sequence[Offered]) -> Sequence[Offered]:
    """The zero-price rule "counts as": a price of 0 becomes the published amount."""
    rule = lot.award.zero_price
    if leaf.kind is not Kind.PRICE or rule is None or rule.amount is None:
        return offered
    return [rule.amount if value == ZERO else value for value in offered]


def rows(columns: Mapping[str, Column], bids: Sequence[Bid]) -> list[dict[str, Score]]:
    """The scores by bid instead of by criterion."""
    if not columns:
        return [{} for _ in bids]
    codes = tuple(columns)
    return [
        dict(zip(codes, row, strict=True))
        for row in zip(*(column.scores for column in columns.values()), strict=True)
    ]


def standings(
    lot: Lot, method: AwardMethod, bids: Sequence[Bid], scores: Sequence[Mapping[str, Score]]
) -> list[Standing]:
    scored = [leaf for leaf in lot.leaves() if method.scores(leaf)]
    quality = [leaf.code for leaf in scored if leaf.kind is not Kind.PRICE]
    priced = [leaf.code for leaf in scored if leaf.kind is Kind.PRICE]
    found = []
    for row, price, level in zip(scores, _prices(lot, bids), _levels(lot, method, bids), strict=True):
        points = total_of(lot.award, [row[code] for code in quality])
        total = plus(points, total_of(lot.award, [row[code] for code in priced])) if priced else points
        found.append(Standing(price, points, total, level))
    return found


def _prices(lot: Lot, bids: Sequence[Bid]) -> list[Decimal | None]:
    leaf = price_of(lot)
    if leaf is None:
        return [None] * len(bids)
    values = counted(lot, leaf, [bid.values[leaf.code] for bid in bids])
    return [value if isinstance(value, Decimal) else None for value in values]


def _levels(lot: Lot, method: AwardMethod, bids: Sequence[Bid]) -> list[str]:
    """The level on a ladder that the award method reads itself."""
    ladder = next((leaf for leaf in lot.leaves() if leaf.kind is Kind.SCALE), None)
    if ladder is None or method.scores(ladder):
        return [""] * len(bids)
    return [str(bid.values[ladder.code]) for bid in bids]
