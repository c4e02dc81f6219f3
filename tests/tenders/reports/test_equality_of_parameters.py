"""What may be published and is seldom published: long ladders, narrow bands, a multiple just above 1."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.reports.matrix.tried import tried
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Direction,
    Kind,
    Knot,
    Lot,
    Parameters,
    Requirement,
    RoundAt,
    Rounding,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.equality import compared
from tests.tenders.reports.making import assessed

D = Decimal
LONGEST = tuple(D(60 - place) / 60 for place in range(60))
PUBLISHED: dict[str, Parameters] = {
    "rank-ladder": {"shares": tuple(share.quantize(D("0.0001")) for share in LONGEST)},
    "absolute-linear": {"floor": D("98755.5"), "ceiling": D("98777.5"), "outside": "clip"},
    "quadratic": {"floor": D("98755.5"), "ceiling": D("98777.5"), "outside": "clip"},
    "piecewise-linear": {"knots": (Knot(D("98755.5"), D("0.9")), Knot(D("98777.5"), D("0.1")))},
    "linear-to-lowest": {"multiple": D("1.0001")},
}


def lot_of(code: str, *criteria: Criterion, bids: tuple[Bid, ...], points: int = 100) -> Lot:
    award = AwardRule(
        method="weighted-points",
        points=D(points),
        rounding=Rounding(4, RoundAt.TOTAL),
        zero_price=ZeroPriceRule(ZeroPrice.EXCLUDE),
        combination=Combination.CONSENSUS,
    )
    return Lot(code=code, title="Perceel", criteria=criteria, award=award, bids=bids)


def priced(method: str) -> Lot:
    """Forty bids, of which the prices differ by some cents."""
    price = Criterion(
        code="P", title="Prijs", weight=D(100), kind=Kind.PRICE, method=method, parameters=PUBLISHED[method]
    )
    offers = [D("98760.01") + D("0.37") * place for place in range(40)]
    bids = tuple(Bid(code=f"I{place}", name="", values={"P": offer}) for place, offer in enumerate(offers))
    return lot_of(method, price, bids=bids)


def quantity(code: str, weight: int) -> Criterion:
    return Criterion(
        code=code,
        title="Gebruik",
        weight=D(weight),
        kind=Kind.QUANTITY,
        direction=Direction.LOWER,
        method="absolute-linear",
        parameters={"floor": D(0), "ceiling": D(100), "outside": "clip"},
    )


def agreed() -> Lot:
    """The panel agreed on one mark in numbers."""
    bids = tuple(Bid(code=f"I{mark}", name="", values={"Q": (D(mark),)}) for mark in (30, 45))
    return lot_of("consensus", quantity("Q", 100), bids=bids)


def of_seven_assessors() -> Lot:
    """Marks in numbers on a line of sixty points: one formula would be longer than Excel takes."""
    line = tuple(Knot(D(place * place) / 4, 1 - D(place) / 100) for place in range(60))
    mark = replace(quantity("Q", 100), method="piecewise-linear", parameters={"knots": line})
    given = [tuple(D(first + step * 31) for step in range(7)) for first in (3, 150, 700)]
    bids = [Bid(code=f"I{place}", name="", values={"Q": marks}) for place, marks in enumerate(given)]
    bids.append(Bid(code="I9", name="", values={}, failed={"KO": "Te laat."}))
    lot = lot_of("panel", mark, bids=tuple(bids))
    award = replace(lot.award, combination=Combination.MEDIAN)
    requirement = Requirement(code="KO", title="Op tijd")
    return replace(lot, award=award, requirements=(requirement,))


@pytest.mark.libreoffice
def test_each_is_recalculated_to_the_same_figure(tmp_path: Path) -> None:
    assessments = [assessed(lot) for lot in (*map(priced, PUBLISHED), agreed(), of_seven_assessors())]

    found = compared(assessments, tmp_path)

    assert found.differences == []


def test_under_other_weights_the_minimum_of_a_group_is_not_tested_again() -> None:
    group = Criterion(
        code="G",
        title="Duurzaamheid",
        weight=D(100),
        children=(quantity("A", 90), quantity("B", 10)),
        minimum=D(60),
    )
    bids = (Bid(code="I1", name="", values={"A": D(20), "B": D(90)}),)
    result = evaluate(lot_of("1", group, bids=bids))

    found = tried(result, {"A": D(10), "B": D(90)})

    assert [each.bid.code for each in result.ranking] == ["I1"]
    assert [(each.bid.code, each.total) for each in found.ranking] == [("I1", D("17.0000"))]
