"""The recorded drawings of lots: which one counts for a bid, and where the bid came in it."""

from typing import NamedTuple

from tenders.scoring.model import Lot


class Drawn(NamedTuple):
    """Places compare within one draw alone."""

    draw: int
    place: int  # from 1, the first drawn


def draws_of(lot: Lot) -> tuple[tuple[str, ...], ...]:
    """In the order in which they were held; one of which no bid is left does not undo the later ones."""
    return tuple(order for order in (lot.draw, *lot.later_draws) if order)


def drawn(lot: Lot, code: str) -> Drawn | None:
    """The newest draw that names the bid; None when it was never drawn."""
    held = [number for number, order in enumerate(draws_of(lot), 1) if code in order]
    return Drawn(held[-1], draws_of(lot)[held[-1] - 1].index(code) + 1) if held else None


def without(lot: Lot, code: str) -> tuple[tuple[str, ...], ...]:
    """The draws as if this bid had not been in them."""
    return tuple(tuple(each for each in order if each != code) for order in draws_of(lot))
