"""What holds for every method and every bid: bought, leased, as a service, new and refurbished."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.cost.compare import LifeCycleCost, added, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.cost.offer import Emissions, Offer, Purchase, Subscription
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import EURO
from tests.tenders.lifecycle.any_cost import amounts, comparisons, lifetimes, masses
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, purchase
from tests.tenders.lifecycle.formula import outcome
from tests.tenders.lifecycle.plain_cost import plain_cost


def present(how: CostMethod, bid: Offer) -> Quantity:
    return compare(how, [bid], {})[0].sums.present


@given(comparisons())
def test_a_second_way_of_working_it_out_gives_the_same(given_: tuple[CostMethod, list[Offer]]) -> None:
    how, bids = given_

    found = [each.sums.present.amount for each in compare(how, bids, {})]

    assert found == [plain_cost(how, bid) for bid in bids]


@given(comparisons(least=2), some.randoms())
def test_the_order_of_the_bids_does_not_matter(given_: tuple[CostMethod, list[Offer]], chance: Any) -> None:
    how, bids = given_
    shuffled = chance.sample(bids, len(bids))

    found = {each.bid: each for each in compare(how, bids, {})}

    assert {each.bid: each for each in compare(how, shuffled, {})} == found


@given(comparisons(least=2))
def test_no_bid_changes_the_cost_of_another(given_: tuple[CostMethod, list[Offer]]) -> None:
    how, bids = given_

    found = compare(how, bids, {})

    assert tuple(compare(how, [bid], {})[0] for bid in bids) == found


@given(comparisons())
def test_years_and_kinds_add_up_to_the_total(given_: tuple[CostMethod, list[Offer]]) -> None:
    how, bids = given_

    for found in compare(how, bids, {}):
        by_year = [found.in_year(moment) for moment in range(how.horizon + 1)]
        by_kind = [found.of_kind(kind) for kind in CostKind]

        assert added(by_year) == added(by_kind) == found.sums


@given(comparisons())
def test_real_amounts_at_the_real_rate_are_worth_as_much(given_: tuple[CostMethod, list[Offer]]) -> None:
    how, bids = given_
    real_rate = (1 + how.nominal_rate) / (1 + how.inflation.value.amount)

    for found in compare(how, bids, {}):
        worth = [each.real.exact.amount / real_rate**each.flow.moment for each in found.entries]

        assert sum(worth, Fraction(0)) == found.sums.present.amount


@given(comparisons())
def test_every_published_formula_gives_the_figure_it_explains(
    given_: tuple[CostMethod, list[Offer]],
) -> None:
    how, bids = given_

    for found in compare(how, bids, {}):
        for each in found.entries:
            for working in (each.flow.today, each.nominal, each.real, each.present):
                assert outcome(working) == working.exact.amount
                assert working.exact.unit == EURO


@given(comparisons(), amounts)
def test_more_of_what_costs_is_never_cheaper(given_: tuple[CostMethod, list[Offer]], more: str) -> None:
    how, bids = given_

    for bid in bids:
        before = compare(how, [bid], {})[0]
        for worse in dearer(bid, Fraction(more)):
            after = compare(how, [worse], {})[0]

            assert after.sums.present >= before.sums.present
            assert after.rounded >= before.rounded


def dearer(bid: Offer, more: Fraction) -> list[Offer]:
    assert bid.energy is not None
    found = [replace(bid, energy=bid.energy + Quantity(more, bid.energy.unit))]
    found += [
        replace(bid, yearly={**bid.yearly, kind: amount + Quantity(more, amount.unit)})
        for kind, amount in bid.yearly.items()
    ]
    assert bid.emissions is not None
    for name in Emissions.__slots__:
        mass = getattr(bid.emissions, name)
        heavier = replace(bid.emissions, **{name: mass + Quantity(more, mass.unit)})
        found.append(replace(bid, emissions=heavier))
    return [*found, *(replace(bid, supply=supply) for supply in dearer_supplies(bid.supply, more))]


def dearer_supplies(supply: Purchase | Subscription, more: Fraction) -> list[Purchase | Subscription]:
    if isinstance(supply, Subscription):
        first, *others = supply.fees
        return [replace(supply, fees=(first + Quantity(more, first.unit), *others))]
    return [
        replace(supply, end_of_life=supply.end_of_life + Quantity(more, supply.end_of_life.unit)),
    ]


@given(amounts, amounts.filter(lambda more: more != "0.00"), lifetimes, some.sampled_from(Residual))
def test_a_higher_price_costs_more_even_when_a_part_comes_back(
    price: str, more: str, lifetime: str, residual: Residual
) -> None:
    bought_back = "0" if residual is Residual.BUY_BACK else None
    how = method(horizon=6, rate="0.03", residual=residual)
    cheap = purchase(price, lifetime, buy_back=bought_back)
    dear = replace(cheap, price=cheap.price + quantity(more, cheap.price.unit))

    assert present(how, offer(supply=dear)) > present(how, offer(supply=cheap))


@given(masses, masses.filter(lambda more: more != "0.0"))
def test_more_kilowatt_hours_cost_strictly_more(use: str, more: str) -> None:
    how = method(asked={CostKind.ENERGY}, rate="0.03")
    bid = offer(energy=use)
    assert bid.energy is not None
    thirsty = replace(bid, energy=bid.energy + quantity(more, bid.energy.unit))

    assert present(how, thirsty) > present(how, bid)


@given(amounts, lifetimes, some.integers(1, 9))
def test_without_interest_a_straight_line_pays_for_the_years_used(
    price: str, lifetime: str, horizon: int
) -> None:
    """So a device that lasts half as long at half the price costs the same, new or refurbished."""
    how = method(horizon=horizon, residual=Residual.STRAIGHT_LINE)
    bid = offer(supply=purchase(price, lifetime))

    assert present(how, bid).amount == Fraction(price) * horizon / int(lifetime)


@given(amounts, some.integers(1, 9), some.booleans())
def test_without_interest_a_lease_for_the_same_money_costs_the_same(
    fee: str, horizon: int, refurbished: bool
) -> None:
    how = method(horizon=horizon)
    leased = offer("leased", lease(*[fee] * horizon), refurbished=refurbished)
    price = quantity(fee, EURO) * horizon
    bought = offer("bought", purchase(str(price.rounded(2)), str(horizon)), refurbished=refurbished)

    found = compare(how, [leased, bought], {})

    assert found[0].sums.present == found[1].sums.present


@given(masses, some.integers(1, 4), some.integers(1, 3))
def test_both_ways_to_count_emissions_agree_when_no_life_is_left(mass: str, life: int, times: int) -> None:
    bid = offer(supply=purchase("0", str(life)), energy="0", mass=emissions(mass, mass, mass))

    whole, by_year = (
        present(method(horizon=life * times, price=carbon(embodied=embodied)), bid) for embodied in Embodied
    )

    assert whole == by_year


@pytest.mark.parametrize(("sooner", "later"), [("1", "2"), ("2", "3"), ("3", "5"), ("5", "9")])
@pytest.mark.parametrize("residual", [Residual.NOTHING, Residual.STRAIGHT_LINE])
def test_a_longer_life_at_the_same_price_is_cheaper(sooner: str, later: str, residual: Residual) -> None:
    how = method(horizon=9, rate="0.03", residual=residual)

    assert present(how, offer(supply=purchase(lifetime=later))) < present(
        how, offer(supply=purchase(lifetime=sooner))
    )


def test_the_working_of_a_figure_shows_numbers_and_sources() -> None:
    how = method(devices="100", rate="0.03", asked={CostKind.ENERGY})
    found: LifeCycleCost = compare(how, [offer(energy="40.5")], {})[0]

    energy = next(each for each in found.entries if each.flow.kind is CostKind.ENERGY)

    assert energy.flow.what.nl == "Energie jaar 1"
    assert energy.flow.today.filled.nl == "100 × 40,5 × 1 × 0,25"
    assert energy.flow.today.inputs[-1].source == "The tender (2026)"
    assert energy.present.filled.en == "1,012.5 / (1 + 0.03)^1"
