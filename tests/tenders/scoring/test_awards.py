"""Every award method on a worked example that follows its formula by hand."""

from decimal import Decimal
from typing import Any

import pytest

from tenders.scoring.award import AwardMethod, Cells
from tenders.scoring.awards import AWARDS
from tenders.scoring.check import check
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Kind, LevelAmount, Lot
from tests.tenders.scoring.build import LEVELS, award, bare_price, bid, lot, price, scale

CELLS = Cells(
    price="B2",
    prices="B2:B4",
    quality="C2",
    qualities="C2:C4",
    total="D2",
    level="E2",
    price_points="F1",
)
A = bid("A", price=100000, quality="fair")
B = bid("B", price=125000, quality="good")
BAND = {"floor": Decimal(90000), "ceiling": Decimal(140000), "outside": "clip"}
DISCOUNTS = (
    LevelAmount("good", Decimal("0.05")),
    LevelAmount("fair", Decimal("0.025")),
    LevelAmount("poor", Decimal(0)),
)
LADDER = Criterion(code="ladder", title="Ladder", weight=Decimal(0), kind=Kind.SCALE, levels=LEVELS)
STEPS = [bid("A", price=100000, ladder="poor"), bid("B", price=104000, ladder="good")]


def ladder(discount_in: str, discounts: tuple[LevelAmount, ...] = DISCOUNTS, code: str = "ladder") -> Lot:
    rule = award("co2-ladder-discount", ladder=code, discount_in=discount_in, discounts=discounts)
    return lot(bare_price(100), LADDER, award=rule, bids=STEPS)


def priced(method: str, weight: int, **parameters: Any) -> Lot:
    rule = award(method, places=4, **parameters)
    return lot(bare_price(weight), scale("quality", 100 - weight), award=rule, bids=[A, B])


EUROS = (LevelAmount("good", Decimal(5000)), LevelAmount("fair", Decimal(1)), LevelAmount("poor", Decimal(0)))
EXAMPLES: dict[str, tuple[Lot, list[tuple[str, str]], str]] = {
    "weighted-points": (
        lot(price(40, **BAND), scale(), bids=[A, B]),
        [("B", "72.00"), ("A", "68.00")],
        "D2",
    ),
    "award-on-value": (
        priced("award-on-value", 40, value_per_percent=Decimal(1000)),
        [("A", "64000.0000"), ("B", "65000.0000")],
        "B2-C2",
    ),
    "quality-price-ratio": (
        priced("quality-price-ratio", 0, constant=Decimal(10000)),
        [("B", "8.0000"), ("A", "6.0000")],
        "10000*C2/B2",
    ),
    "utility-index": (
        priced("utility-index", 40),
        [("B", "0.8000"), ("A", "0.4000")],
        "MAX(0,1-(MAX(C2:C4)-C2)/F1)/B2*MIN(B2:B4)",
    ),
    "reduced-price": (
        priced("reduced-price", 40),
        [("B", "50000.0000"), ("A", "52631.5789")],
        "B2/(1+C2/F1)",
    ),
    "co2-ladder-discount": (
        ladder("fraction"),
        [("B", "98800.00"), ("A", "100000.00")],
        'B2*(1-IF(E2="good",0.05,IF(E2="fair",0.025,IF(E2="poor",0,NA()))))',
    ),
    "lowest-price": (
        lot(bare_price(100), award=award("lowest-price"), bids=[bid("A", price=2), bid("B", price=1)]),
        [("B", "1.00"), ("A", "2.00")],
        "B2",
    ),
    "lowest-life-cycle-cost": (
        lot(
            bare_price(100),
            award=award("lowest-life-cycle-cost"),
            bids=[bid("A", price=2), bid("B", price=1)],
        ),
        [("B", "1.00"), ("A", "2.00")],
        "B2",
    ),
}


@pytest.mark.parametrize("method", list(AWARDS), ids=lambda method: method.code)
def test_worked_examples(method: AwardMethod) -> None:
    published, expected, expression = EXAMPLES[method.code]

    result = evaluate(published)

    assert [(found.bid.code, str(found.total)) for found in result.ranking] == expected
    assert method.spreadsheet(published, CELLS) == expression
    assert method.basis


def test_a_ladder_discount_in_euros() -> None:
    result = evaluate(ladder("euros", EUROS))

    assert [(found.bid.code, str(found.total)) for found in result.ranking] == [
        ("B", "99000.00"),
        ("A", "100000.00"),
    ]
    assert result.of("B").price == 104000


@pytest.mark.parametrize(
    ("published", "place"),
    [
        (ladder("fraction", DISCOUNTS[:2]), "award.parameters.discounts"),
        (ladder("fraction", code="price"), "award.parameters.ladder"),
        (ladder("fraction", EUROS), "award.parameters.discounts[0].amount"),
        (
            ladder("euros", (LevelAmount("good", Decimal(-1)), *EUROS[1:])),
            "award.parameters.discounts[0].amount",
        ),
    ],
)
def test_a_ladder_has_one_sensible_discount_for_each_level(published: Lot, place: str) -> None:
    assert check(published)[0].place == place
