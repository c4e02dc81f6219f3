"""The prices on each price criterion, with the signals that one may be abnormally low."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tenders.procedure.low_bids import Signal, is_comparable, signals
from tenders.scoring.model import Bid, Criterion
from tenders.scoring.model import Lot as PublishedLot
from tenders.scoring.tree import prices_of


@dataclass(frozen=True, slots=True)
class PriceLine:
    bid: Bid
    price: Decimal
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class PriceColumn:
    """One price criterion; the lowest price first. `is_compared`: its prices are held against `estimate`."""

    criterion: Criterion
    lines: tuple[PriceLine, ...]
    estimate: Decimal | None
    is_compared: bool


def columns_of(offered: PublishedLot, estimate: Decimal | None) -> tuple[PriceColumn, ...]:
    return tuple(_column(offered, leaf, estimate) for leaf in prices_of(offered))


def signals_of(columns: tuple[PriceColumn, ...]) -> tuple[Signal, ...]:
    """Of all price criteria together."""
    return tuple(signal for column in columns for line in column.lines for signal in line.signals)


def _column(offered: PublishedLot, leaf: Criterion, estimate: Decimal | None) -> PriceColumn:
    bids = {bid.code: (bid, price) for bid, price in _priced(offered, leaf)}
    prices = {code: price for code, (_, price) in bids.items()}
    found = signals(prices, estimate)
    lines = [
        PriceLine(bid, price, tuple(signal for signal in found if signal.bid == code))
        for code, (bid, price) in bids.items()
    ]
    ordered = tuple(sorted(lines, key=lambda line: (line.price, line.bid.code)))
    return PriceColumn(leaf, ordered, estimate, is_comparable(prices, estimate))


def _priced(offered: PublishedLot, leaf: Criterion) -> Iterator[tuple[Bid, Decimal]]:
    for bid in offered.bids:
        price = bid.values.get(leaf.code)
        if isinstance(price, Decimal) and not bid.failed and not bid.fallen:
            yield bid, price
