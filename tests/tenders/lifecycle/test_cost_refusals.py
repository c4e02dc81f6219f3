"""Nothing is filled in for the tender, nothing counts twice, and each refusal says where and what to do."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.kind import CARBON, CostKind, Measure
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.cost.offer import Form, Offer
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.published import indexed
from tenders.lifecycle.quantity import MixedUnits, quantity
from tenders.lifecycle.unit import DEVICE, EURO, KG_CO2E, KWH, NUMBER, YEAR
from tests.tenders.lifecycle.build import (
    carbon,
    emissions,
    euros,
    kwh,
    lease,
    method,
    offer,
    published,
    purchase,
    years,
)

ENERGY = {CostKind.ENERGY}
OTHER_LEVELS = [
    "method.electricity_price.year",
    *(f"method.carbon_price.{name}.year" for name in ("low", "central", "high")),
]


def places(how: CostMethod, offers: Iterable[Offer] = (), scored: Any = None) -> list[str]:
    with pytest.raises(NotComputable) as refused:
        compare(how, list(offers), scored or {})
    return [problem.place for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"horizon": 0}, ["method.horizon"]),
        ({"horizon": 61}, ["method.horizon"]),
        ({"devices": quantity("0", DEVICE)}, ["method.devices"]),
        ({"devices": quantity("5", YEAR)}, ["method.devices"]),
        ({"devices": quantity("2.5", DEVICE)}, ["method.devices"]),
        ({"places": 11}, ["method.places"]),
        ({"price_level": 26}, ["method.price_level", *OTHER_LEVELS]),
        ({"rate": published("3")}, ["method.rate"]),
        ({"rate": published("-1")}, ["method.rate"]),
        ({"rate": published("0.03", YEAR)}, ["method.rate"]),
        ({"inflation": replace(published("0"), source=" ")}, ["method.inflation.source"]),
        ({"inflation": published("0", year=26)}, ["method.inflation.year"]),
        ({"electricity_price": None}, ["method.electricity_price"]),
        ({"electricity_price": published("0.3", KWH)}, ["method.electricity_price"]),
        ({"electricity_price": published("-0.3", EURO / KWH)}, ["method.electricity_price"]),
        ({"electricity_price": published("0.3", EURO / KWH, year=2021)}, ["method.electricity_price.year"]),
        ({"grid_factor": None}, ["method.grid_factor"]),
        ({"carbon_price": carbon(low="0.2")}, ["method.carbon_price"]),
        ({"carbon_price": replace(carbon(), low=published("0.05", EURO))}, ["method.carbon_price.low"]),
        ({"carbon_price": carbon(low="-0.2")}, ["method.carbon_price"]),
    ],
)
def test_a_method_that_is_not_complete_or_sound_is_refused(
    change: dict[str, Any], expected: list[str]
) -> None:
    how = replace(method(asked=ENERGY, price=carbon()), **change)

    assert places(how) == expected


def test_the_longest_horizon_and_life_and_the_most_decimals_are_accepted() -> None:
    how = method(horizon=60, rate="0.999", places=10)

    assert compare(how, [offer(supply=purchase(lifetime="60"))], {})[0].rounded == 900
    assert compare(replace(how, places=0), [offer(supply=purchase("0.5", "60"))], {})[0].rounded == 1


@pytest.mark.parametrize("year", [1990, 2100])
def test_a_year_of_this_age_is_a_year(year: int) -> None:
    how = replace(method(), inflation=published("0", year=year), price_level=year)

    assert compare(how, [offer()], {})[0].rounded == 900


def test_nothing_is_a_price_and_a_factor() -> None:
    how = method(asked=ENERGY, electricity="0", grid="0", price=carbon(low="0", central="0", high="0"))

    assert compare(how, [offer(energy="40", mass=emissions())], {})[0].rounded == 900


def test_the_rise_of_each_price_is_stated_and_no_other() -> None:
    how = method(asked=ENERGY)
    unsaid = replace(how, changes={CostKind.LICENCES: published("0")})

    assert places(unsaid) == [
        "method.changes.acquisition",
        "method.changes.end_of_life",
        "method.changes.energy",
        "method.changes.fee",
        "method.changes.licences",
    ]


def test_a_number_without_a_use_is_refused() -> None:
    how = replace(
        method(),
        electricity_price=published("0.3", EURO / KWH),
        grid_factor=published("0.3", KG_CO2E / KWH),
    )

    assert places(how) == ["method.electricity_price", "method.grid_factor"]


def test_only_yearly_costs_are_asked_by_the_year() -> None:
    assert places(method(asked={CostKind.RESIDUAL}))[0] == "method.asked"


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (offer(), ["energy", "emissions"]),
        (offer(energy="-1", mass=emissions()), ["energy"]),
        (replace(offer(mass=emissions()), energy=quantity("1", KWH)), ["energy"]),
        (offer(energy="1", mass=emissions("-1")), ["emissions.production"]),
        (offer(energy="1", mass=emissions(), licences="5"), ["yearly.licences"]),
        (offer(energy="1", mass=emissions(), included={CostKind.LICENCES}), ["yearly.licences"]),
        (offer(energy="1", mass=emissions(), supply=purchase("-1")), ["supply.price"]),
        (offer(energy="1", mass=emissions(), supply=purchase(lifetime="0")), ["supply.lifetime"]),
        (offer(energy="1", mass=emissions(), supply=purchase(lifetime="2.5")), ["supply.lifetime"]),
        (offer(energy="1", mass=emissions(), supply=purchase(lifetime="61")), ["supply.lifetime"]),
        (offer(energy="1", mass=emissions(), supply=purchase(buy_back="1")), ["supply.buy_back"]),
        (offer(energy="1", mass=emissions(), supply=lease("1", "1", "1")), ["supply.fees"]),
        (offer(energy="1", mass=emissions(), supply=lease("1", "1", "-1", "1")), ["supply.fees[3]"]),
        (
            offer(energy="1", mass=emissions(), supply=lease(*"1111", form=Form.PURCHASE)),
            ["supply.form"],
        ),
    ],
)
def test_a_bid_that_is_not_complete_or_sound_is_refused(what: Offer, expected: list[str]) -> None:
    how = method(asked=ENERGY, price=carbon())

    assert places(how, [what]) == [f"offers[A].{place}" for place in expected]


def test_a_unit_that_does_not_fit_is_refused_with_both_units() -> None:
    wrong = replace(offer(), supply=replace(purchase(), price=quantity("900", EURO)))

    with pytest.raises(NotComputable) as refused:
        compare(method(), [wrong], {})

    assert [problem.to("nl") for problem in refused.value.problems] == [
        "offers[A].supply.price: Hier hoort een waarde in € per apparaat en dit staat in €. Reken het om."
    ]


def test_what_the_price_includes_is_not_priced_again() -> None:
    how = method(asked={CostKind.MAINTENANCE})

    twice = offer(maintenance="5", included={CostKind.MAINTENANCE})

    assert places(how, [twice]) == ["offers[A].yearly.maintenance"]
    assert places(how, [offer()]) == ["offers[A].yearly.maintenance"]
    assert compare(how, [offer(included={CostKind.MAINTENANCE})], {})[0].rounded == 900


def test_energy_in_the_fee_is_no_cost_but_still_emits() -> None:
    how = method(asked=ENERGY, price=carbon(), grid="1")
    what = offer(supply=purchase("0"), included=ENERGY, mass=emissions("0", "0", "0"))

    assert places(how, [what]) == ["offers[A].energy"]
    found = compare(how, [replace(what, energy=kwh("100"))], {})[0]
    assert found.of_kind(CostKind.ENERGY).nominal == quantity("0", EURO)
    assert found.rounded == 52


def test_a_device_is_not_bought_back_for_more_than_its_price() -> None:
    how = method(residual=Residual.BUY_BACK)
    same, more = (offer(supply=purchase(price="900", buy_back=back)) for back in ("900", "900.01"))

    assert compare(how, [same], {})
    assert places(how, [more]) == ["offers[A].supply.buy_back"]


def test_a_promised_buy_back_price_is_stated_where_it_counts() -> None:
    assert places(method(residual=Residual.BUY_BACK), [offer()]) == ["offers[A].supply.buy_back"]


def test_a_bid_is_there_once() -> None:
    assert places(method(), [offer(), offer()]) == ["offers"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = places(method(horizon=0), [offer(supply=purchase("-1", "0"))], {"co2": CARBON})

    assert found == ["method.horizon", "offers[A].supply.price", "offers[A].supply.lifetime"]


@pytest.mark.parametrize("measure", [Measure.USE_KWH, *sorted(CARBON)])
def test_what_counts_in_euros_earns_no_points(measure: Measure) -> None:
    how = method(asked=ENERGY, price=carbon())

    assert places(how, scored={"co2": frozenset({measure})}) == ["criteria[co2]"]


def test_the_refusal_of_a_double_count_says_what_to_do() -> None:
    how = method(price=carbon())

    with pytest.raises(NotComputable) as refused:
        compare(how, [], {"co2": frozenset({Measure.CO2_PRODUCTION})})

    assert refused.value.problems[0].message.nl == (
        "Criterium ‘co2’ geeft punten voor CO2e van de productie, en dat telt al in euro's mee in de "
        "levenscycluskosten. Haal het uit het criterium of uit de kosten."
    )


def test_what_is_not_priced_may_score() -> None:
    what = offer(energy="1")

    made = CARBON - {Measure.CO2_USE}
    assert compare(method(asked=ENERGY), [what], {"co2": made})[0].rounded == 901
    assert compare(method(), [what], {"use": frozenset({Measure.USE_KWH})})[0].rounded == 900


def test_an_amount_of_another_year_is_indexed_with_both_sources() -> None:
    old = published("0.130", EURO / KG_CO2E, year=2021)

    new = indexed(old, published("1.2"))

    assert (new.value, new.year) == (quantity("0.156", EURO / KG_CO2E), 2026)
    assert new.source == "The tender; prijspeil 2021 naar 2026: × 1,2 (The tender)"
    with pytest.raises(MixedUnits):
        indexed(old, published("1.2", YEAR))


def test_the_price_level_of_a_co2_price_is_that_of_the_tender() -> None:
    old = replace(carbon(), central=published("0.13", EURO / KG_CO2E, year=2021))

    assert places(method(price=old)) == ["method.carbon_price.central.year"]


def test_units_of_the_builder_are_those_of_the_offer() -> None:
    assert (euros("1").unit, years("1").unit, published("1").value.unit) == (EURO / DEVICE, YEAR, NUMBER)
