"""The whole award with the changed values: the lot as it was evaluated, with other values in its bids."""

from dataclasses import replace

from tenders.lifecycle.what_if.compared import WhatIf
from tenders.scoring.model import Bid, Lot


def lot_with(lot: Lot, found: WhatIf) -> Lot:
    """A value that cannot be worked out any more falls away, as a missing value does."""
    return replace(lot, bids=tuple(_bid(bid, found) for bid in lot.bids))


def _bid(bid: Bid, found: WhatIf) -> Bid:
    values = dict(bid.values)
    for figure in found.figures:
        values.pop(figure.code, None)
        changed = {line.bid: line.changed for line in figure.lines}.get(bid.code)
        if changed is not None:
            values[figure.code] = changed
    return replace(bid, values=values)
