"""Recalculated by LibreOffice, five hundred tenders give the published figures, cell for cell.

`make bench-equality` does the same for ten thousand.
"""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.reports.edition import Assessment
from tenders.scoring.awards import AWARDS
from tenders.scoring.method import Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Direction,
    FallingAway,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
    TieBreak,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.equality import compared
from tests.tenders.reports.hard_lots import hard_lots
from tests.tenders.reports.making import assessed

TENDERS, SEED = 500, 2026
D = Decimal


@pytest.fixture(scope="module")
def assessments() -> tuple[Assessment, ...]:
    return tuple(assessed(lot) for lot in hard_lots(TENDERS, SEED))


@pytest.mark.libreoffice
def test_every_cell_is_recalculated_to_the_same_figure(
    assessments: tuple[Assessment, ...], tmp_path: Path
) -> None:
    found = compared(assessments, tmp_path, SEED)

    assert found.differences == []
    assert found.cells > TENDERS * 200


@pytest.mark.libreoffice
def test_a_price_of_a_cent_does_not_make_a_rounded_sum_of_points_a_million_times_as_large(
    tmp_path: Path,
) -> None:
    """The points are 289.99549988749718…: at 11 decimals that is …8875, and the outcome a thousandth more."""
    free = assessed(a_bid_for_nothing())

    found = compared([free], tmp_path)

    assert free.result.ranking[0].total == D("289995499.887")
    assert found.differences == []


def a_bid_for_nothing() -> Lot:
    """By quality/price ratio to three decimals; a price of 0 counts as one cent."""
    scope = Criterion(
        code="S", title="Uitstoot", weight=D(8), kind=Kind.QUANTITY, method="relative-inverse",
        direction=Direction.LOWER, unit="kg CO2e",
    )  # fmt: skip
    levels = (Level("a", "Goed", D("0.25"), "Aangetoond."), Level("b", "Slecht", D(0), "Niets."))
    plan = Criterion(
        code="K", title="Plan", weight=D(92), kind=Kind.SCALE, method="graded-scale", levels=levels
    )
    award = AwardRule(
        method="quality-price-ratio", parameters={"constant": D(10000)}, points=D(1000),
        rounding=Rounding(3, RoundAt.TOTAL), zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, D("0.01")),
    )  # fmt: skip
    bids = (
        Bid(code="A", name="A", values={"P": D(0), "S": D("133.33"), "K": "a"}),
        Bid(code="B", name="B", values={"P": D(100), "S": D("99.99"), "K": "a"}),
    )
    price = Criterion(code="P", title="Prijs", weight=D(0), kind=Kind.PRICE)
    return Lot(code="1", title="Perceel", criteria=(price, scope, plan), award=award, bids=bids)


def test_every_method_occurs_that_may_be_used(assessments: tuple[Assessment, ...]) -> None:
    allowed = {method.code for method in METHODS if method.verdict is not Verdict.REFUSED}

    methods = {leaf.method for each in assessments for leaf in each.lot.leaves() if leaf.method}
    awards = {each.lot.award.method for each in assessments}

    assert (methods, awards) == (allowed, {award.code for award in AWARDS})


def test_ties_knock_outs_draws_and_fallen_bids_occur(assessments: tuple[Assessment, ...]) -> None:
    rules = Counter(rule.by for each in assessments for rule in each.lot.award.ties)

    assert min(rules[by] for by in TieBreak) > 50
    assert sum(bool(each.result.excluded) for each in assessments) > 100
    assert sum(bool(each.result.kept) for each in assessments) > 30
    assert sum(bool(each.result.undecided) for each in assessments) > 50
    assert sum(any(bid.tie for bid in each.result.ranking) for each in assessments) > 100
    assert sum(bool(each.lot.later_draws) for each in assessments) > 30
    assert sum(not each.result.ranking for each in assessments) > 0


def test_rounding_panels_and_prices_of_every_kind_occur(assessments: tuple[Assessment, ...]) -> None:
    lots = [each.lot for each in assessments]
    rounded = {(lot.award.rounding.places, lot.award.rounding.at) for lot in lots}
    values = [value for lot in lots for bid in lot.bids for value in bid.values.values()]
    panels = {len(value) for value in values if isinstance(value, tuple)}
    prices = {bid.values["P"] for lot in lots for bid in lot.bids}

    assert rounded >= {(places, at) for places in (0, 2, 3, 4) for at in RoundAt}
    assert panels == {3, 4, 7}
    assert {lot.award.combination for lot in lots} >= {Combination.MEAN, Combination.MEDIAN}
    assert {lot.award.falling_away for lot in lots} >= set(FallingAway)
    assert 0 in prices
    assert max(prices) > Decimal(1_000_000)
