"""At which price the second would have won: checked against the evaluation itself, a cent to either side."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Criterion,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
)
from tenders.turning_point import turning_point

PRICE = Criterion(
    code="P",
    title="Prijs",
    weight=Decimal(60),
    kind=Kind.PRICE,
    method="absolute-linear",
    parameters={"floor": Decimal(800), "ceiling": Decimal(1200), "outside": "clip"},
)
SERVICE = Criterion(
    code="K",
    title="Service",
    weight=Decimal(40),
    kind=Kind.SCALE,
    method="graded-scale",
    levels=(Level("goed", "Goed", Decimal(1), ""), Level("matig", "Matig", Decimal("0.5"), "")),
)
RULE = AwardRule(
    method="weighted-points", points=Decimal(100), rounding=Rounding(places=2, at=RoundAt.CRITERION)
)


def bid(code: str, price: str, level: str) -> Bid:
    return Bid(code=code, name=code, values={"P": Decimal(price), "K": level})


def lot(*bids: Bid) -> Lot:
    return Lot(code="1", title="Laptops", criteria=(PRICE, SERVICE), award=RULE, bids=bids)


@pytest.mark.parametrize("price", ["950", "950.01", "950.02", "1199.99", "901.37"])
def test_the_found_price_wins_and_a_cent_more_does_not(price: str) -> None:
    first, second = bid("A", "900", "goed"), bid("B", price, "goed")

    found = turning_point(evaluate(lot(first, second)))

    assert found is not None
    assert found.price is not None
    winners = [
        evaluate(lot(first, replace(second, values={"P": price, "K": "goed"}))).winner
        for price in (found.price, found.price + Decimal("0.01"))
    ]
    assert [winner.bid.code if winner else "" for winner in winners] == ["B", ""]


def test_a_second_that_cannot_win_on_price_is_told_so() -> None:
    found = turning_point(evaluate(lot(bid("A", "800", "goed"), bid("B", "900", "matig"))))

    assert found is not None
    assert (found.bid, found.offered, found.price) == ("B", Decimal(900), None)


def test_one_bid_has_no_turning_point() -> None:
    assert turning_point(evaluate(lot(bid("A", "800", "goed")))) is None


def test_a_shared_first_place_has_no_turning_point() -> None:
    assert turning_point(evaluate(lot(bid("A", "800", "goed"), bid("B", "800", "goed")))) is None
