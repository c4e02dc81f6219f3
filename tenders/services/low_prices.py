"""The prices of the bids that take part, with the signals that one may be abnormally low."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tenders.models import Lot
from tenders.procedure.low_bids import Signal, signals
from tenders.procedure.phases import PRICES_SEALED
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import Bid, Criterion
from tenders.scoring.model import Lot as PublishedLot
from tenders.scoring.tree import prices_of
from tenders.services.phases import phase_of
from tenders.snapshots import evaluation_input


@dataclass(frozen=True, slots=True)
class PriceLine:
    bid: Bid
    price: Decimal
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class PriceColumn:
    """One price criterion; the lowest price first."""

    criterion: Criterion
    lines: tuple[PriceLine, ...]


def price_columns(lot: Lot) -> tuple[PriceColumn, ...]:
    """Empty as long as the prices are sealed."""
    if phase_of(lot) in PRICES_SEALED:
        return ()
    try:
        [offered] = evaluation_input(lot).lots
    except UnreadableTender:
        return ()
    return tuple(_column(offered, leaf, lot.estimated_value) for leaf in prices_of(offered))


def low_signals(lot: Lot) -> tuple[Signal, ...]:
    """Of all price criteria together."""
    lines = [line for column in price_columns(lot) for line in column.lines]
    return tuple(signal for line in lines for signal in line.signals)


def _column(offered: PublishedLot, leaf: Criterion, estimate: Decimal | None) -> PriceColumn:
    bids = {bid.code: (bid, price) for bid, price in _priced(offered, leaf)}
    found = signals({code: price for code, (_, price) in bids.items()}, estimate)
    lines = [
        PriceLine(bid, price, tuple(signal for signal in found if signal.bid == code))
        for code, (bid, price) in bids.items()
    ]
    return PriceColumn(leaf, tuple(sorted(lines, key=lambda line: (line.price, line.bid.code))))


def _priced(offered: PublishedLot, leaf: Criterion) -> Iterator[tuple[Bid, Decimal]]:
    for bid in offered.bids:
        price = bid.values.get(leaf.code)
        if isinstance(price, Decimal) and not bid.failed and not bid.fallen:
            yield bid, price
