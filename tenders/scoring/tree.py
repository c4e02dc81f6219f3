"""Finding one's way in the tree of award criteria."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tenders.scoring.model import Criterion, Kind, Lot


class Placed(NamedTuple):
    """A node with its place in the lot: "criteria[2].children[0]"."""

    place: str
    node: Criterion


def placed(criteria: Sequence[Criterion], within: str = "criteria") -> Iterator[Placed]:
    """Every node, parents before children, in published order."""
    for index, node in enumerate(criteria):
        place = f"{within}[{index}]"
        yield Placed(place, node)
        yield from placed(node.children, f"{place}.children")


def prices_of(lot: Lot) -> tuple[Criterion, ...]:
    return tuple(leaf for leaf in lot.leaves() if leaf.kind is Kind.PRICE)


def price_of(lot: Lot) -> Criterion | None:
    """The one price criterion, where there is exactly one."""
    prices = prices_of(lot)
    return prices[0] if len(prices) == 1 else None
