"""No formula turns round: a dearer or worse bid never gains because a figure fell below zero."""

from decimal import Decimal

import pytest

from tenders.scoring.check import check
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Lot
from tests.tenders.scoring.build import award, bare_price, bid, lot, price, quantity, scale

DIVIDING = ("quality-price-ratio", "reduced-price", "utility-index")


def unfloored(weight: int) -> Criterion:
    return quantity("co2", weight, "logarithmic", base=Decimal(2), negative="keep")


def dividing(method: str) -> Lot:
    constant = {"constant": Decimal(100)} if method == "quality-price-ratio" else {}
    weight = 0 if constant else 40
    return lot(bare_price(weight), unfloored(100 - weight), award=award(method, **constant))


@pytest.mark.parametrize("method", DIVIDING)
def test_quality_below_zero_is_refused_where_it_is_divided(method: str) -> None:
    [problem] = check(dividing(method))

    assert problem.place == "criteria[1].parameters"
    assert problem.message.en.endswith(
        "‘CO2’ may not fall below 0: the worst bid could then win. Choose a method that stops at 0."
    )


def test_quality_below_zero_is_fine_where_it_is_only_added_or_taken_off() -> None:
    by_value = award("award-on-value", value_per_percent=Decimal(1))

    assert check(lot(price(40), unfloored(60))) == ()
    assert check(lot(bare_price(40), unfloored(60), award=by_value)) == ()


def test_the_utility_index_stops_at_zero_so_that_the_dearer_of_two_poor_bids_gains_nothing() -> None:
    offers = [
        bid("A", price=100, quality="good"),
        bid("B", price=100, quality="poor"),
        bid("C", price=200, quality="poor"),
    ]

    result = evaluate(lot(bare_price(40), scale(), award=award("utility-index"), bids=offers))

    assert [(found.rank, found.bid.code, found.total) for found in result.ranking] == [
        (1, "A", Decimal("1.00")),
        (2, "B", Decimal("0.00")),
        (2, "C", Decimal("0.00")),
    ]


def test_the_order_under_the_utility_index_flips_when_a_third_bid_drops_out() -> None:
    """C sets Qbest; without it the loss of quality of A counts for less."""
    published = lot(
        bare_price(50),
        quantity("q", 50, floor=Decimal(0), ceiling=Decimal(100), outside="clip"),
        award=award("utility-index", places=6),
    )
    first, second = bid("A", price=100, q=60), bid("B", price=140, q=40)
    third = bid("C", price=1000, q=0)

    def order(*offers: object) -> list[str]:
        ranking = evaluate(lot(*published.criteria, award=published.award, bids=offers)).ranking  # type: ignore[arg-type]
        return [found.bid.code for found in ranking]

    assert order(first, second, third)[:2] == ["B", "A"]
    assert order(first, second) == ["A", "B"]


def test_the_base_of_a_logarithm_stays_away_from_one() -> None:
    near = price(40, "logarithmic", base=Decimal("1.0000000001"), negative="keep")

    [problem] = check(lot(near, scale()))

    assert problem.place == "criteria[0].parameters.base"
    assert problem.message.nl == "Aantal keer de laagste (A) moet minstens 1,01 zijn."


def test_the_largest_figures_that_may_be_published_still_have_an_exact_outcome() -> None:
    rule = award("quality-price-ratio", places=10, points=10**9, constant=Decimal(10**9))
    offer = bid("A", price=Decimal("0.0000000001"), quality="good")

    result = evaluate(lot(bare_price(0), scale("quality", 100), award=rule, bids=[offer]))
    beyond = [
        award("quality-price-ratio", constant=Decimal(10**9 + 1)),
        award(points=10**9 + 1),
    ]

    assert result.of("A").total == Decimal(10) ** 28
    assert [
        check(lot(bare_price(0), scale("quality", 100), award=beyond[0]))[0].place,
        check(lot(price(), scale(), award=beyond[1]))[0].place,
    ] == ["award.parameters.constant", "award.points"]
