"""Quality divided by a price of a cent: outcomes of nine digits, the same to the last decimal."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.scoring.model import (
    AwardRule,
    Bid,
    Criterion,
    Direction,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.equality import compared
from tests.tenders.reports.making import assessed

D = Decimal
LEVELS = (Level("a", "Goed", D("0.25"), "Aangetoond."), Level("b", "Slecht", D(0), "Niets."))
CRITERIA = (
    Criterion(code="P", title="Prijs", weight=D(0), kind=Kind.PRICE),
    Criterion(
        code="S",
        title="Uitstoot",
        weight=D(8),
        kind=Kind.QUANTITY,
        method="relative-inverse",
        direction=Direction.LOWER,
        unit="kg CO2e",
    ),
    Criterion(code="K", title="Plan", weight=D(92), kind=Kind.SCALE, method="graded-scale", levels=LEVELS),
)
AWARD = AwardRule(
    method="quality-price-ratio",
    parameters={"constant": D(10000)},
    points=D(1000),
    rounding=Rounding(3, RoundAt.TOTAL),
    zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, D("0.01")),
)


def lot_of(award: AwardRule, *, other_price: Decimal) -> Lot:
    """A bid for nothing, and another with the best quantity."""
    bids = (
        Bid(code="A", name="A", values={"P": D(0), "S": D("133.33"), "K": "a"}),
        Bid(code="B", name="B", values={"P": other_price, "S": D("99.99"), "K": "a"}),
    )
    return Lot(code="1", title="Perceel", criteria=CRITERIA, award=award, bids=bids)


@pytest.mark.libreoffice
def test_the_outcome_is_made_of_the_sum_of_the_points_itself(tmp_path: Path) -> None:
    """They are 289.99549988749718…: at 11 decimals that is …8875, and the outcome a thousandth more."""
    assessment = assessed(lot_of(AWARD, other_price=D(100)))

    found = compared([assessment], tmp_path)

    assert assessment.result.ranking[0].total == D("289995499.887")
    assert found.differences == []


@pytest.mark.libreoffice
def test_another_bid_of_ten_digits_does_not_cost_a_small_outcome_its_decimals(tmp_path: Path) -> None:
    """The small one is 123.95884566…: at the five decimals of the other one that is …885, and then …89."""
    four = replace(
        AWARD, parameters={"constant": D(1_000_000)}, points=D(100), rounding=Rounding(4, RoundAt.TOTAL)
    )
    assessment = assessed(lot_of(four, other_price=D(250083)))

    found = compared([assessment], tmp_path)

    assert [each.total for each in assessment.result.ranking] == [D("2899954998.8750"), D("123.9588")]
    assert found.differences == []
