"""Short constructors, so that tests read like the trade."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tenders.scoring.model import (
    AwardRule,
    Bid,
    BidValue,
    Combination,
    Criterion,
    Direction,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)

LEVELS = (
    Level("good", "Good", Decimal(1), "All of it."),
    Level("fair", "Fair", Decimal("0.6"), "Most of it."),
    Level("poor", "Poor", Decimal(0), "None of it."),
)
BAND = {"floor": Decimal(0), "ceiling": Decimal(100), "outside": "clip"}
SET_ASIDE = ZeroPriceRule(ZeroPrice.EXCLUDE)


def number(value: str | int | Decimal) -> Decimal:
    return Decimal(value)


def price(weight: str | int = 40, method: str = "absolute-linear", **parameters: Any) -> Criterion:
    given = parameters or (BAND if method == "absolute-linear" else {})
    return Criterion(
        code="price", title="Price", weight=number(weight), kind=Kind.PRICE, method=method, parameters=given
    )


def bare_price(weight: str | int = 40) -> Criterion:
    return Criterion(code="price", title="Price", weight=number(weight), kind=Kind.PRICE)


def quantity(
    code: str = "co2",
    weight: str | int = 60,
    method: str = "absolute-linear",
    direction: Direction = Direction.LOWER,
    **parameters: Any,
) -> Criterion:
    given = parameters or (BAND if method == "absolute-linear" else {})
    return Criterion(
        code=code,
        title=code.upper(),
        weight=number(weight),
        kind=Kind.QUANTITY,
        direction=direction,
        method=method,
        parameters=given,
    )


def scale(code: str = "quality", weight: str | int = 60, levels: Sequence[Level] = LEVELS) -> Criterion:
    return Criterion(
        code=code,
        title=code.capitalize(),
        weight=number(weight),
        kind=Kind.SCALE,
        method="graded-scale",
        levels=tuple(levels),
    )


def group(code: str, weight: str | int, *children: Criterion) -> Criterion:
    return Criterion(code=code, title=code.capitalize(), weight=number(weight), children=children)


def award(
    method: str = "weighted-points",
    *,
    places: int = 2,
    at: RoundAt = RoundAt.CRITERION,
    points: str | int = 100,
    ties: Sequence[TieBreak | TieRule] = (),
    zero_price: ZeroPriceRule | None = SET_ASIDE,
    combination: Combination | None = None,
    **parameters: Any,
) -> AwardRule:
    return AwardRule(
        method=method,
        parameters=parameters,
        points=number(points),
        rounding=Rounding(places, at),
        ties=tuple(TieRule(tie) if isinstance(tie, TieBreak) else tie for tie in ties),
        zero_price=zero_price,
        combination=combination,
    )


def bid(code: str, **values: BidValue | int | tuple[BidValue, ...]) -> Bid:
    stated: Mapping[str, Any] = {
        name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()
    }
    return Bid(code=code, name=f"Bidder {code}", values=stated)


def lot(*criteria: Criterion, bids: Sequence[Bid] = (), award: AwardRule | None = None, **fields: Any) -> Lot:
    return Lot(
        code="1",
        title="Laptops",
        criteria=criteria,
        award=award or AWARD,
        bids=tuple(bids),
        **fields,
    )


AWARD = award()


def with_bids(published: Lot, *bids: Bid) -> Lot:
    return replace(published, bids=bids)
