"""A lot of three criteria, random bids on it, and short ways to the outcome."""

from decimal import Decimal

from hypothesis import strategies as st

from tenders.scoring.model import (
    Bid,
    Lot,
    RoundAt,
    TieBreak,
)
from tenders.scoring.result import LotResult
from tests.tenders.scoring.build import (
    award,
    bid,
    group,
    lot,
    price,
    quantity,
    scale,
)

PRICES = st.decimals(min_value="0.01", max_value=200, places=2)


AMOUNTS = st.decimals(min_value=0, max_value=150, places=1)


GRADES = st.sampled_from(("good", "fair", "poor"))


def order(result: LotResult) -> list[tuple[int, str]]:
    return [(found.rank, found.bid.code) for found in result.ranking]


def totals(result: LotResult) -> dict[str, Decimal]:
    return {found.bid.code: found.total for found in result.ranking}


def three(*, at: RoundAt = RoundAt.CRITERION, method: str = "absolute-linear") -> Lot:
    """Price 40, and 60 for sustainability of which co2 35 and quality 25."""
    return lot(
        price(40, method),
        group("green", 60, quantity("co2", 35), scale("quality", 25)),
        award=award(at=at, ties=(TieBreak.QUALITY, TieBreak.PRICE, TieBreak.DRAW)),
    )


@st.composite
def bids(draw: st.DrawFn, most: int = 6) -> tuple[Bid, ...]:
    count = draw(st.integers(1, most))
    return tuple(
        bid(f"b{index}", price=draw(PRICES), co2=draw(AMOUNTS), quality=draw(GRADES))
        for index in range(count)
    )
