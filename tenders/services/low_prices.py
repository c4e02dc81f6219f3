"""The prices of the bids that take part, with the signals that one may be abnormally low."""

from tenders.models import Lot
from tenders.procedure.low_bids import Signal
from tenders.procedure.phases import PRICES_SEALED
from tenders.scoring.files import UnreadableTender
from tenders.services.phase_records import phase_of
from tenders.services.priced import PriceColumn, columns_of, signals_of
from tenders.snapshots import evaluation_input


def price_columns(lot: Lot) -> tuple[PriceColumn, ...]:
    """Empty as long as the prices are sealed."""
    if phase_of(lot) in PRICES_SEALED:
        return ()
    try:
        [offered] = evaluation_input(lot).lots
    except UnreadableTender:
        return ()
    return columns_of(offered, lot.estimated_value)


def low_signals(lot: Lot) -> tuple[Signal, ...]:
    """Of all price criteria together."""
    return signals_of(price_columns(lot))
