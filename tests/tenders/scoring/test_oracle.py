"""Every formula of the trade, worked out a second time in fractions by a reader of the formula alone."""

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Bid, Criterion, Direction, Kind, Knot, LevelAmount, RoundAt, Step
from tests.tenders.scoring.build import LEVELS, award, bare_price, bid, lot, price, quantity, scale

F = Fraction
PRICES = st.decimals(min_value="0.01", max_value=300, places=2)
GRADES = st.sampled_from(("good", "fair", "poor"))
GRADE = {"good": F(1), "fair": F(3, 5), "poor": F(0)}
BAND = {"floor": Decimal(90), "ceiling": Decimal(150), "outside": "clip"}


def half_up(exact: Fraction, places: int = 2) -> Fraction:
    """Half away from zero, on whole numbers."""
    scaled = abs(exact) * 10**places
    whole = math.floor(scaled + F(1, 2))
    return F(whole if exact >= 0 else -whole, 10**places)


def within(low: Fraction, value: Fraction, high: Fraction) -> Fraction:
    return min(max(value, low), high)


Oracle = Callable[[Fraction, Sequence[Fraction]], Fraction]
SHARES: dict[str, tuple[dict[str, Any], Oracle]] = {
    "relative-inverse": ({}, lambda p, all_: min(all_) / p),
    "linear-to-lowest": (
        {"multiple": Decimal("2.5")},
        lambda p, all_: max(F(0), (F(5, 2) * min(all_) - p) / (F(3, 2) * min(all_))),
    ),
    "absolute-linear": (BAND, lambda p, all_: within(F(0), (150 - p) / 60, F(1))),
    "quadratic": (BAND, lambda p, all_: 1 - within(F(0), (p - 90) / 60, F(1)) ** 2),
    "piecewise-linear": (
        {"knots": (Knot(Decimal(90), Decimal(1)), Knot(Decimal(150), Decimal(0)))},
        lambda p, all_: within(F(0), (150 - p) / 60, F(1)),
    ),
    "step-table": (
        {
            "steps": (
                Step(None, Decimal(100), Decimal(1)),
                Step(Decimal(100), Decimal(200), Decimal("0.5")),
                Step(Decimal(200), None, Decimal(0)),
            )
        },
        lambda p, all_: F(1) if p < 100 else F(1, 2) if p < 200 else F(0),
    ),
    "rank-ladder": (
        {"shares": (Decimal(1), Decimal("0.8"), Decimal("0.5"))},
        lambda p, all_: (F(1), F(4, 5), F(1, 2))[min(2, sum(other < p for other in all_))],
    ),
}


@pytest.mark.parametrize("method", sorted(SHARES))
@pytest.mark.parametrize("at", list(RoundAt))
@given(prices=st.lists(PRICES, min_size=1, max_size=5))
def test_points_for_the_price(method: str, at: RoundAt, prices: list[Decimal]) -> None:
    """37 points for the price, 63 for a quality on which all are fair."""
    parameters, oracle = SHARES[method]
    offers = [bid(f"b{index}", price=offer, quality="fair") for index, offer in enumerate(prices)]

    result = evaluate(
        lot(price(37, method, **parameters), scale("quality", 63), award=award(at=at), bids=offers)
    )

    for found in result.ranking:
        own = F(found.bid.values["price"])  # type: ignore[arg-type]
        points, quality = 37 * oracle(own, [F(other) for other in prices]), 63 * F(3, 5)
        expected = (
            half_up(points) + half_up(quality) if at is RoundAt.CRITERION else half_up(points + quality)
        )
        assert F(found.total) == expected


@given(PRICES, PRICES)
def test_a_logarithm_agrees_with_floating_point(first: Decimal, second: Decimal) -> None:
    """To the digits that a float has; 0 from twice the lowest price."""
    offers = [bid("A", price=first, quality="poor"), bid("B", price=second, quality="poor")]
    published = price(40, "logarithmic", base=Decimal(2), negative="to_zero")

    result = evaluate(lot(published, scale(), award=award(places=6), bids=offers))

    for found in result.ranking:
        ratio = float(found.price or 0) / float(min(first, second))
        assert float(found.total) == pytest.approx(max(0.0, 40 * (1 - math.log2(ratio))), abs=2e-6)


def test_higher_is_better_in_the_inverse_and_in_the_bands() -> None:
    """A offers 120 and B 150: shares 120/150, (120 − 90)/60 and 1 − ((150 − 120)/60)²."""
    higher = Direction.HIGHER
    offers = [bid("A", price=100, a=120, b=120, c=120), bid("B", price=100, a=150, b=150, c=150)]

    result = evaluate(
        lot(
            price(10),
            quantity("a", 30, "relative-inverse", higher),
            quantity("b", 30, "absolute-linear", higher, **BAND),
            quantity("c", 30, "quadratic", higher, **BAND),
            bids=offers,
        )
    )

    assert [str(score.points) for score in result.of("A").scores.values()] == [
        "0.00",
        "24.00",
        "15.00",
        "22.50",
    ]


DISCOUNTS = (
    LevelAmount("good", Decimal("0.05")),
    LevelAmount("fair", Decimal("0.025")),
    LevelAmount("poor", Decimal(0)),
)
DISCOUNT = {"good": F(1, 20), "fair": F(1, 40), "poor": F(0)}
Figure = Callable[[Fraction, Fraction, Sequence[tuple[Fraction, Fraction]]], Fraction]
# P is the price, Q the fraction of the quality points (0 to 1), `bids` the pairs of all valid bids
FIGURES: dict[str, tuple[int, dict[str, Any], Figure]] = {
    "award-on-value": (40, {"value_per_percent": Decimal(3)}, lambda p, q, bids: p - 60 * 3 * q),
    "quality-price-ratio": (0, {"constant": Decimal(1000)}, lambda p, q, bids: 1000 * 100 * q / p),
    "utility-index": (
        40,
        {},
        lambda p, q, bids: (
            max(F(0), 1 - (max(other for _, other in bids) - q) * F(60, 40))
            / p
            * min(other for other, _ in bids)
        ),
    ),
    "reduced-price": (40, {}, lambda p, q, bids: p / (1 + F(60, 100) * q / (1 - F(60, 100)))),
}


@pytest.mark.parametrize("method", sorted(FIGURES))
@given(offers=st.lists(st.tuples(PRICES, GRADES), min_size=1, max_size=5))
def test_the_figure_that_decides(method: str, offers: list[tuple[Decimal, str]]) -> None:
    weight, parameters, oracle = FIGURES[method]
    rule = award(method, places=4, at=RoundAt.TOTAL, **parameters)
    bids = [bid(f"b{index}", price=cost, quality=grade) for index, (cost, grade) in enumerate(offers)]
    pairs = [(F(cost), GRADE[grade]) for cost, grade in offers]

    result = evaluate(lot(bare_price(weight), scale("quality", 100 - weight), award=rule, bids=bids))

    for index, (cost, quality) in enumerate(pairs):
        assert F(result.of(f"b{index}").total) == half_up(oracle(cost, quality, pairs), 4)


@given(offers=st.lists(st.tuples(PRICES, GRADES), min_size=1, max_size=5))
def test_the_notional_discount(offers: list[tuple[Decimal, str]]) -> None:
    rule = award("co2-ladder-discount", ladder="step", discount_in="fraction", discounts=DISCOUNTS)
    ladder = Criterion(code="step", title="Step", weight=Decimal(0), kind=Kind.SCALE, levels=LEVELS)
    bids = [bid(f"b{index}", price=cost, step=level) for index, (cost, level) in enumerate(offers)]

    result = evaluate(lot(bare_price(100), ladder, award=rule, bids=bids))

    for index, (cost, level) in enumerate(offers):
        assert F(result.of(f"b{index}").total) == half_up(F(cost) * (1 - DISCOUNT[level]))


def pair(cost: Decimal, more: Decimal, grade: str) -> tuple[Bid, Bid]:
    """Two bids of the same quality, of which the second is dearer."""
    return bid("cheap", price=cost, quality=grade), bid("dear", price=cost + more, quality=grade)


@pytest.mark.parametrize("method", sorted(FIGURES))
@given(cost=PRICES, more=PRICES, grade=GRADES, other=st.tuples(PRICES, GRADES))
def test_a_lower_price_never_ranks_lower(
    method: str, cost: Decimal, more: Decimal, grade: str, other: tuple[Decimal, str]
) -> None:
    weight, parameters, _ = FIGURES[method]
    third = bid("third", price=other[0], quality=other[1])
    rule = award(method, places=6, **parameters)
    offers = [*pair(cost, more, grade), third]

    result = evaluate(lot(bare_price(weight), scale("quality", 100 - weight), award=rule, bids=offers))

    assert result.of("cheap").rank <= result.of("dear").rank


@pytest.mark.parametrize("method", sorted(FIGURES))
@given(cost=PRICES, other=st.tuples(PRICES, GRADES))
def test_better_quality_never_ranks_lower(method: str, cost: Decimal, other: tuple[Decimal, str]) -> None:
    weight, parameters, _ = FIGURES[method]
    offers = [
        bid("better", price=cost, quality="fair"),
        bid("worse", price=cost, quality="poor"),
        bid("third", price=other[0], quality=other[1]),
    ]
    rule = award(method, places=6, **parameters)

    result = evaluate(lot(bare_price(weight), scale("quality", 100 - weight), award=rule, bids=offers))

    assert result.of("better").rank <= result.of("worse").rank
