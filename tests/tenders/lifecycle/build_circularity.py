"""A small method of circularity, and what a bid promises under it."""

from decimal import Decimal

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band, Steps
from tenders.lifecycle.circularity.score import (
    CircularityMethod,
    Promise,
    Weighed,
)
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import NUMBER, YEAR
from tenders.scoring.model import Step


def steps(*limits_and_shares: str) -> Steps:
    """ "0", "3", "0.5", "5", "1": nothing below 3, half from 3, all from 5."""
    first, *rest = (Decimal(each) for each in limits_and_shares)
    limits, shares = rest[::2], [first, *rest[1::2]]
    edges = [None, *limits, None]
    return Steps(tuple(Step(edges[at], edges[at + 1], each) for at, each in enumerate(shares)))


SPARE_PARTS = steps("0", "3", "0.5", "5", "1")
METHOD = CircularityMethod(
    parts=(
        Weighed(indicator=Indicator.REFURBISHED, weight=Decimal(50), scale=Band(Decimal(0), Decimal("0.6"))),
        Weighed(indicator=Indicator.SPARE_PARTS, weight=Decimal(30), scale=SPARE_PARTS),
        Weighed(indicator=Indicator.TAKE_BACK, weight=Decimal(20), scale=Band(Decimal("0.5"), Decimal(1))),
    ),
    places=2,
)


def promise(
    bid: str = "A", refurbished: str = "0.2", spare_parts: str = "4", take_back: str = "0.9"
) -> Promise:
    values = {
        Indicator.REFURBISHED: quantity(refurbished, NUMBER),
        Indicator.SPARE_PARTS: quantity(spare_parts, YEAR),
        Indicator.TAKE_BACK: quantity(take_back, NUMBER),
    }
    return Promise(bid=bid, values=values, evidence=dict.fromkeys(values, "Report 1"))
