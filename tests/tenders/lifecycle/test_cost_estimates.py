"""The three published prices of CO2e side by side."""

from itertools import pairwise

from hypothesis import given

from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.estimates import by_estimate
from tenders.lifecycle.cost.method import CostMethod, Estimate
from tenders.lifecycle.cost.offer import Offer
from tenders.lifecycle.quantity import Quantity
from tests.tenders.lifecycle.any_cost import comparisons
from tests.tenders.lifecycle.build import carbon, emissions, method, offer


def test_each_price_and_the_one_that_counts_is_among_them() -> None:
    how = method(price=carbon(counts=Estimate.CENTRAL))
    bids = [offer(energy="0", mass=emissions("100", "0", "0"))]

    found = by_estimate(how, bids, {})

    assert {each: costs[0].rounded for each, costs in found.items()} == {
        Estimate.LOW: 905,
        Estimate.CENTRAL: 913,
        Estimate.HIGH: 916,
    }
    assert found[Estimate.CENTRAL] == compare(how, bids, {})


def test_without_a_price_there_is_nothing_to_compare() -> None:
    assert by_estimate(method(), [offer()], {}) == {}


@given(comparisons())
def test_a_higher_price_of_co2_never_makes_a_bid_cheaper(given_: tuple[CostMethod, list[Offer]]) -> None:
    found = by_estimate(*given_, {})

    for_each_bid = zip(*found.values(), strict=True)
    assert [
        [cost.bid for cost in costs]
        for costs in for_each_bid
        if not rising([cost.sums.present for cost in costs])
    ] == []


def rising(amounts: list[Quantity]) -> bool:
    return all(low <= high for low, high in pairwise(amounts))
