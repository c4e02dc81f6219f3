"""The footprint on four axes: worked by hand, refused where it does not compare, never better by more."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.criterion import FootprintCriterion, Per
from tenders.lifecycle.footprint.device import Footprint, FootprintMethod, Stated
from tenders.lifecycle.footprint.typical_energy import problems_of_shares, typical
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG_CO2E, KM, KWH, WATT
from tests.tenders.lifecycle.build import carbon, method, published
from tests.tenders.lifecycle.build_footprint import (
    AIR,
    FACTORS,
    FOOTING,
    ROAD,
    SEA,
    declared,
    footprint_method,
    journey,
    stated,
)
from tests.tenders.lifecycle.formula import outcome

NEGATIVE = replace(FACTORS[SEA], value=-FACTORS[SEA].value)


def of(bid: Stated, how: FootprintMethod | None = None) -> Footprint:
    return footprints(how or footprint_method(), [bid])[0]


def places(how: FootprintMethod, *bids: Stated) -> list[str]:
    with pytest.raises(NotComputable) as refused:
        footprints(how, bids)
    return [problem.place for problem in refused.value.problems]


def test_four_axes_per_device_per_year_and_for_the_contract() -> None:
    """200 + 8 + 40 kWh × 4 year × 0,25 + 4 = 252 kg; 63 kg a year; 600 device-years: 37.800 kg."""
    found = of(stated())

    assert [each.per_device.value.rounded(1) for each in found.figures] == [
        Decimal("200.0"),
        Decimal("8.0"),
        Decimal("40.0"),
        Decimal("4.0"),
    ]
    assert found.per_device.value == quantity("252", KG_CO2E / DEVICE)
    assert found.per_device_year.value == quantity("63", KG_CO2E / DEVICE_YEAR)
    assert found.contract.value == quantity("37800", KG_CO2E)


@pytest.mark.parametrize(
    ("axes", "per", "expected"),
    [
        ({Axis.PRODUCTION, Axis.TRANSPORT}, Per.DEVICE, "208.0"),
        ({Axis.PRODUCTION, Axis.TRANSPORT}, Per.DEVICE_YEAR, "52.0"),
        ({Axis.USE}, Per.DEVICE_YEAR, "10.0"),
        (set(Axis), Per.CONTRACT, "37800.0"),
    ],
)
def test_a_criterion_scores_the_axes_that_it_names(axes: set[Axis], per: Per, expected: str) -> None:
    criterion = FootprintCriterion(axes=frozenset(axes), per=per, places=1)

    assert criterion.value(of(stated())) == Decimal(expected)


def test_a_criterion_scores_something() -> None:
    with pytest.raises(ValueError, match="at least one axis"):
        FootprintCriterion(axes=frozenset(), per=Per.DEVICE, places=1).value(of(stated()))


@pytest.mark.parametrize("axis", Axis)
def test_a_scored_axis_may_not_be_priced_as_well(axis: Axis) -> None:
    criterion = FootprintCriterion(axes=frozenset({axis}), per=Per.DEVICE, places=1)

    with pytest.raises(NotComputable) as refused:
        compare(method(price=carbon()), [], {"co2": criterion.measures})

    assert [axis.label.nl.lower().split()[0] in each.message.nl for each in refused.value.problems] == [True]


def test_electricity_may_emit_nothing() -> None:
    found = of(stated(), footprint_method(grid_factor=published("0", KG_CO2E / KWH)))

    assert found.on(Axis.USE).value.amount == 0


@pytest.mark.parametrize("year", [2023, 2100])
def test_the_earliest_year_is_early_enough(year: int) -> None:
    assert of(stated(production=declared("200", year=year))).on(Axis.PRODUCTION).value.rounded(0) == 200


def test_whole_devices_count_the_life_that_is_left_as_well() -> None:
    """Two deliveries in six years: 2 × 100 × 212 + 100 × 6 × 10 = 48.400 kg."""
    found = of(stated(), footprint_method(embodied=Embodied.WHOLE))

    assert found.contract.value == quantity("48400", KG_CO2E)
    assert found.contract_on(Axis.USE).value == quantity("6000", KG_CO2E)


def test_transport_is_mass_times_distance_times_the_factor_of_each_leg() -> None:
    """2,5 kg: 18.000 km by sea at 10 g/tkm and 500 km by road at 100 g/tkm: 0,45 + 0,125 = 0,575 kg."""
    found = of(stated(transport=journey("2.5", (SEA, "18000"), (ROAD, "500"))))

    working = found.figures[1].working
    assert working is not None
    assert found.on(Axis.TRANSPORT).value == quantity("0.575", KG_CO2E / DEVICE)
    assert working.filled.nl == "2,5 × (18.000 × 0,00001 + 500 × 0,0001)"
    assert outcome(working) == working.exact.amount


def test_the_same_goods_by_air_weigh_a_hundred_times_those_by_sea() -> None:
    by_air, by_sea = (of(stated(transport=journey("2", (mode, "9000")))) for mode in (AIR, SEA))

    assert by_air.on(Axis.TRANSPORT).value == by_sea.on(Axis.TRANSPORT).value * 100


def test_no_journey_is_no_transport() -> None:
    assert of(stated(transport=journey("2"))).on(Axis.TRANSPORT).value == quantity("0", KG_CO2E / DEVICE)


def test_the_range_of_each_axis_adds_up_beside_the_value() -> None:
    energy = declared("40", "30", "60", unit=KWH / DEVICE_YEAR)
    found = of(stated(production=declared("200", "160", "260"), energy=energy))

    assert found.per_device == Spread(*(quantity(mass, KG_CO2E / DEVICE) for mass in ("202", "252", "332")))


def test_typical_energy_is_power_times_the_hours_in_each_mode() -> None:
    """8.760 h × (0,5 W × 0,6 + 1 × 0,1 + 8 × 0,3) / 1000 = 24,528 kWh a year."""
    shares = {"off": published("0.6"), "sleep": published("0.1"), "idle": published("0.3")}
    power = {
        mode: quantity(value, WATT / DEVICE)
        for mode, value in (("off", "0.5"), ("sleep", "1"), ("idle", "8"))
    }

    found = typical(power, shares)

    assert found.exact == quantity("24.528", KWH / DEVICE_YEAR)
    assert outcome(found) == found.exact.amount


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"off": "0.5", "on": "0.4"}, ["shares"]),
        ({"off": "1.2", "on": "-0.2"}, ["shares"]),
        ({"off": "1", "on": "0"}, []),
    ],
)
def test_modes_fill_the_year_and_one_may_take_no_time(shares: dict[str, str], expected: list[str]) -> None:
    found = problems_of_shares({mode: published(value) for mode, value in shares.items()})

    assert [problem.place for problem in found] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"boundary": "cradle-to-grave"}, ["boundary"]),
        ({"standard": "eigen methode"}, ["standard"]),
        ({"year": 2019}, ["year"]),
        ({"year": 20255}, ["year"]),
        ({"evidence": " "}, ["evidence"]),
        ({"low": "201"}, [""]),
        ({"high": "199"}, [""]),
        ({"low": "-1"}, [""]),
        ({"unit": KG_CO2E}, ["low", "value", "high"]),
    ],
)
def test_a_declaration_on_another_footing_does_not_compare(
    change: dict[str, Any], expected: list[str]
) -> None:
    found = places(footprint_method(), stated(production=declared("200", **change)))

    assert found == ["bids[A].production" + (f".{place}" if place else "") for place in expected]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"horizon": 0}, "method.horizon"),
        ({"devices": quantity("0", DEVICE)}, "method.devices"),
        ({"devices": quantity("2.5", DEVICE)}, "method.devices"),
        ({"grid_factor": published("0.25", KWH)}, "method.grid_factor"),
        ({"grid_factor": published("-0.25", KG_CO2E / KWH)}, "method.grid_factor"),
        ({"grid_factor": replace(published("0.25", KG_CO2E / KWH), source="")}, "method.grid_factor.source"),
        ({"transport_factors": {SEA: published("10", KG_CO2E / KM)}}, "method.transport_factors[sea]"),
        (
            {"transport_factors": {SEA: replace(FACTORS[SEA], value=-FACTORS[SEA].value)}},
            "method.transport_factors[sea]",
        ),
        ({"footings": {}}, "method.footings.production"),
        ({"footings": dict.fromkeys(Axis, replace(FOOTING, standards=()))}, "method.footings.production"),
    ],
)
def test_a_method_that_is_not_published_in_full_is_refused(change: dict[str, Any], expected: str) -> None:
    assert places(footprint_method(**change))[0] == expected


@pytest.mark.parametrize(
    ("bid", "expected"),
    [
        (stated(lifetime="1.5"), "bids[A].lifetime"),
        (stated(transport=journey("-1", (SEA, "5"))), "bids[A].transport.mass"),
        (stated(transport=journey("1", (SEA, "-5"))), "bids[A].transport.legs[1].distance"),
        (stated(transport=journey("1", (SEA, "5"), ("pipe", "5"))), "bids[A].transport.legs[2].mode"),
    ],
)
def test_a_bid_that_cannot_be_worked_out_is_refused(bid: Stated, expected: str) -> None:
    assert places(footprint_method(), bid) == [expected]


def test_a_bid_is_there_once() -> None:
    assert places(footprint_method(), stated(), stated()) == ["bids"]
