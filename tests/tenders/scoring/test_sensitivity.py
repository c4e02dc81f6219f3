"""Rank reversal, effective weight and the gap to the second."""

from decimal import Decimal

from tenders.scoring.evaluate import evaluate
from tenders.scoring.sensitivity import price_gap, spread, without_each_bid
from tests.tenders.scoring.build import bid, lot, price, quantity, scale

OFFERS = [
    bid("A", price=100, co2=50),
    bid("B", price=140, co2=20),
    bid("C", price=50, co2=100),
]


def test_the_exact_pair_that_swaps_is_named() -> None:
    """With C the price points are 20 and 14.29 (A 35, B 38.29 in all); without C 40 and 28.57 (55, 52.57)."""
    relative = lot(price(40, "relative-inverse"), quantity("co2", 30), quantity("x", 30))
    offers = [
        bid("A", price=100, co2=50, x=100),
        bid("B", price=140, co2=20, x=100),
        bid("C", price=50, co2=100, x=100),
    ]

    found = without_each_bid(lot(*relative.criteria, bids=offers))

    assert [
        (swap.without, swap.was_ahead, swap.comes_ahead) for swap in found.swaps if swap.without == "C"
    ] == [("C", "B", "A")]
    assert not found.stable


def test_absolute_methods_are_immune() -> None:
    found = without_each_bid(lot(price(), quantity(), bids=OFFERS))

    assert (found.immune, found.swaps, found.stable) == (True, (), True)


def test_the_only_bid_has_nobody_to_swap_with() -> None:
    found = without_each_bid(lot(price(40, "relative-inverse"), quantity(), bids=OFFERS[:1]))

    assert (found.immune, found.swaps) == (False, ())


def test_the_spread_shows_what_a_criterion_really_decided() -> None:
    offers = [bid("A", price=100, quality="good"), bid("B", price=75, quality="fair")]

    found = spread(evaluate(lot(price(), scale(), bids=offers)))

    assert [(entry.code, entry.distance) for entry in found] == [
        ("price", Decimal("10.00")),
        ("quality", Decimal("24.00")),
    ]
    assert round(found[0].effective, 1) == Decimal("29.4")


def test_equal_bids_decide_nothing() -> None:
    offers = [bid("A", price=100, quality="good"), bid("B", price=100, quality="good")]

    assert [entry.effective for entry in spread(evaluate(lot(price(), scale(), bids=offers)))] == [0, 0]


def test_the_gap_to_the_second() -> None:
    offers = [bid("A", price=100, quality="good"), bid("B", price=75, quality="fair")]
    result = evaluate(lot(price(), scale(), bids=offers))

    gap = price_gap(result)

    assert gap == ("A", "B", Decimal("14.00"), Decimal(-25))
    assert price_gap(evaluate(lot(price(), scale(), bids=offers[:1]))) is None
