"""What holds for every footprint: more is never better, no order matters, and its cost counts the same."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.offer import Emissions
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.device import Footprint, FootprintMethod, Stated
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import DEVICE, EURO, KG_CO2E, YEAR
from tests.tenders.lifecycle.any_cost import lifetimes, masses
from tests.tenders.lifecycle.build import carbon, kwh, method, offer, purchase
from tests.tenders.lifecycle.build_footprint import (
    footprint_method,
    stated,
)


def of(bid: Stated, how: FootprintMethod | None = None) -> Footprint:
    return footprints(how or footprint_method(), [bid])[0]


@given(masses, masses, masses, masses, lifetimes, some.sampled_from(Embodied))
def test_more_is_never_better(
    production: str, end_of_life: str, energy: str, more: str, lifetime: str, embodied: Embodied
) -> None:
    how = footprint_method(embodied=embodied)
    bid = stated(production=production, energy=energy, end_of_life=end_of_life, lifetime=lifetime)
    worse = [
        replace(bid, production=heavier(bid.production, more)),
        replace(bid, energy=heavier(bid.energy, more)),
        replace(bid, end_of_life=heavier(bid.end_of_life, more)),
    ]

    before = of(bid, how)

    for each in worse:
        assert of(each, how).per_device_year.value >= before.per_device_year.value
        assert of(each, how).contract.value >= before.contract.value


def heavier(what: Any, more: str) -> Any:
    added = quantity(more, what.spread.unit)
    return replace(what, spread=what.spread + Spread(added, added, added))


@given(some.permutations(["A", "B", "C"]), masses, masses)
def test_the_order_of_the_bids_does_not_matter(order: list[str], production: str, energy: str) -> None:
    bids = {
        "A": stated("A", production=production),
        "B": stated("B", energy=energy),
        "C": stated("C", lifetime="5"),
    }

    found = {each.stated.bid: each for each in footprints(footprint_method(), [bids[bid] for bid in order])}

    assert found == {bid: of(bids[bid]) for bid in bids}


@given(masses, masses, masses, lifetimes, some.sampled_from(Embodied), some.integers(1, 9))
def test_the_cost_of_the_contract_prices_the_same_kilograms(
    production: str, end_of_life: str, energy: str, lifetime: str, embodied: Embodied, horizon: int
) -> None:
    """Without interest and price rises, external cost ÷ price per kg = the footprint of the contract."""
    bid = stated(production=production, energy=energy, end_of_life=end_of_life, lifetime=lifetime)
    how = method(devices="100", horizon=horizon, price=carbon(central="0.1", embodied=embodied))
    masses_ = Emissions(
        production=bid.production.spread.value,
        transport=quantity("8", KG_CO2E / DEVICE),
        end_of_life=bid.end_of_life.spread.value,
    )
    priced = replace(offer(supply=purchase("0", lifetime), mass=masses_), energy=bid.energy.spread.value)

    cost = compare(how, [priced], {})[0].of_kind(CostKind.EXTERNAL).nominal
    mass = of(bid, footprint_method(embodied=embodied, horizon=horizon)).contract.value

    assert mass * quantity("0.1", EURO / KG_CO2E) == cost
    assert kwh(energy) == priced.energy
    assert bid.lifetime.unit == YEAR
