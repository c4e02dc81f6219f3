"""Points far below zero: the difference of two of them is recalculated to the last decimal."""

from decimal import Decimal
from pathlib import Path

import pytest

from tenders.scoring.methods.logarithmic import KEEP
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Criterion,
    FallingAway,
    Kind,
    Lot,
    RoundAt,
    Rounding,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.equality import compared
from tests.tenders.reports.making import assessed

D = Decimal


def lot_with_a_steep_logarithm() -> Lot:
    """The bid of a cent fell away and is still what the others are measured by."""
    price = Criterion(
        code="P",
        title="Prijs",
        weight=D(100),
        kind=Kind.PRICE,
        method="logarithmic",
        parameters={"base": D("1.05"), "negative": KEEP},
    )
    award = AwardRule(
        method="weighted-points",
        points=D(35),
        rounding=Rounding(2, RoundAt.CRITERION),
        zero_price=ZeroPriceRule(ZeroPrice.EXCLUDE),
        falling_away=FallingAway.KEEP,
    )
    bids = (
        Bid(code="A", name="A", values={"P": D("9875555.56")}),
        Bid(code="B", name="B", values={"P": D("9876543.21")}),
        Bid(code="C", name="C", values={"P": D("0.01")}, fallen="Teruggetrokken."),
    )
    return Lot(code="1", title="Perceel", criteria=(price,), award=award, bids=bids)


@pytest.mark.libreoffice
def test_a_difference_of_rounded_points_has_no_more_decimals_than_they_have(tmp_path: Path) -> None:
    assessment = assessed(lot_with_a_steep_logarithm())

    found = compared([assessment], tmp_path)

    assert [each.total for each in assessment.result.ranking] == [D("-14822.01"), D("-14822.08")]
    assert found.differences == []
