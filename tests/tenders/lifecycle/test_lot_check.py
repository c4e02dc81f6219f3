"""What a lot takes from its calculation fits the criterion, is planned, and counts once."""

from dataclasses import replace

import pytest

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.lifecycle.plan import DeviceKind
from tenders.lifecycle.statement.figures import (
    CostFigure,
    EnergyFigure,
    Figure,
    FootprintFigure,
    LadderFigure,
)
from tenders.scoring.model import (
    Direction,
    Kind,
)
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_lot import FIGURES, PRICED, lot, places, plan, price, quantity


def test_a_lot_that_fits_its_plan_has_no_problems() -> None:
    assert places(lot()) == set()


@pytest.mark.parametrize(
    "unit", ["kg CO2-eq/apparaatjaar", "kgCO2e per apparaat per jaar", "KG CO2e  PER apparaatjaar"]
)
def test_the_unit_may_be_spelled_in_another_way(unit: str) -> None:
    assert places(lot(price(), quantity(unit=unit))) == set()


@pytest.mark.parametrize("unit", ["", "kg", "g CO2e per apparaatjaar", "kg CO2e per apparaat", "t CO2e", "?"])
def test_another_unit_is_refused_with_the_criterion(unit: str) -> None:
    assert places(lot(price(), quantity(unit=unit))) == {"criteria[1].unit"}


@pytest.mark.parametrize(
    ("kinds", "unit", "fits"),
    [
        ((build.LAPTOP,), "kg CO2e per laptop", True),
        ((build.LAPTOP,), "kg CO2-eq/Laptop", True),
        ((build.LAPTOP,), "kg CO2e per monitor", False),
        ((build.LAPTOP,), "kg CO2e per laptop per jaar", False),
        ((build.LAPTOP, build.MONITOR), "kg CO2e per laptop", False),
    ],
)
def test_the_one_kind_of_device_may_be_called_by_its_name(
    kinds: tuple[DeviceKind, ...], unit: str, fits: bool
) -> None:
    per_device = FootprintFigure(axes=frozenset({Axis.PRODUCTION}), per=Per.DEVICE, places=1)
    plan = replace(PRICED, kinds=kinds)

    found = places(lot(price(), quantity(unit=unit)), plan, FIGURES | {"C": per_device})

    assert found == (set() if fits else {"criteria[1].unit"})


@pytest.mark.parametrize(
    ("unit", "fits"),
    [("kWh per jaar", True), ("kWh per apparaat per jaar", True), ("kWh", False), ("MWh/jaar", False)],
)
def test_the_energy_of_a_device_is_in_the_unit_of_its_norm(unit: str, fits: bool) -> None:
    found = places(lot(price(), quantity(unit=unit)), PRICED, FIGURES | {"C": EnergyFigure(places=1)})

    assert found == (set() if fits else {"criteria[1].unit"})


def test_a_figure_belongs_to_a_criterion_of_its_kind_and_direction() -> None:
    assert places(lot(price(), quantity(direction=Direction.HIGHER))) == {"criteria[1].direction"}
    assert places(lot(price(), quantity(kind=Kind.YES_NO))) == {"criteria[1].kind"}
    assert places(lot(price(kind=Kind.QUANTITY), quantity())) == {"criteria[0].kind"}


def test_a_group_takes_no_value() -> None:
    group = quantity(children=(quantity(code="D"),))

    assert places(lot(price(), group)) == {"criteria[1].figure"}


def test_without_a_plan_nothing_can_be_taken() -> None:
    assert places(lot(), None) == {"criteria[0].figure", "criteria[1].figure"}


def test_what_is_not_planned_cannot_be_taken() -> None:
    plan = replace(PRICED, footprint=None)

    assert "criteria[1].figure" in places(lot(), plan)


def test_a_plan_that_is_not_sound_is_named_at_its_place() -> None:
    assert places(lot(), replace(PRICED, horizon=0)) == {"life_cycle.horizon"}


def test_what_is_priced_earns_no_points() -> None:
    """Energy among the costs and kWh scored; a price of CO2e and kilograms scored."""
    kwh = quantity(code="E", unit="kWh per apparaatjaar")
    priced = plan(cost=build.cost_terms(carbon_price=build.carbon()))

    energy = places(lot(price(), kwh), plan(), {"P": CostFigure(), "E": EnergyFigure(places=1)})
    carbon = places(lot(), priced)

    assert energy == {"criteria[1].figure"}
    assert carbon == {"criteria[1].figure"}


CARBON_PRICED = plan(
    cost=build.cost_terms(asked=frozenset({CostKind.MAINTENANCE}), carbon_price=build.carbon())
)
COST: dict[str, Figure] = {"P": CostFigure()}


@pytest.mark.parametrize(
    "unit",
    ["kg CO2e per apparaatjaar", "kg CO₂-eq/apparaat", "ton CO2", "g CO2 per laptop", "kWh per apparaatjaar"],
)
def test_a_criterion_typed_by_hand_earns_no_points_for_what_is_priced(unit: str) -> None:
    assert places(lot(price(), quantity(unit=unit)), CARBON_PRICED, COST) == {"criteria[1].unit"}


def test_energy_typed_by_hand_earns_no_points_when_energy_is_priced() -> None:
    for unit in ("kWh per apparaatjaar", "kWh/jaar", "Wh", "watt", "MJ per jaar"):
        assert places(lot(price(), quantity(unit=unit)), plan(), COST) == {"criteria[1].unit"}


@pytest.mark.parametrize(
    "unit", ["jaar", "%", "kg", "dB", "kWh per 1.000 transacties", "weken", "uur per kWh"]
)
def test_a_criterion_typed_by_hand_for_something_else_stays(unit: str) -> None:
    for each in (CARBON_PRICED, plan()):
        assert places(lot(price(), quantity(unit=unit, title="Gewicht")), each, COST) == set()


def test_a_criterion_typed_by_hand_stays_where_its_measure_is_not_priced() -> None:
    assert places(lot(price(), quantity()), PRICED, COST) == set()
    assert places(lot(price(), quantity(unit="kWh per apparaatjaar")), PRICED, COST) == set()
    assert places(lot(price(), quantity(unit="kg CO2e")), CARBON_PRICED, {}) == set()


def test_what_follows_from_the_priced_energy_earns_no_points() -> None:
    use = FootprintFigure(axes=frozenset({Axis.USE}), per=Per.DEVICE_YEAR, places=1)
    kwh = quantity(unit="kWh per apparaatjaar")

    assert places(lot(), plan(), COST | {"C": use}) == {"criteria[1].figure"}
    assert places(lot(price(), kwh), CARBON_PRICED, COST | {"C": EnergyFigure(places=1)}) == {
        "criteria[1].figure"
    }


def test_a_lot_with_a_life_cycle_cost_has_no_other_price() -> None:
    second = price(code="Q", title="Aanschafprijs")

    assert places(lot(price(), second), PRICED, COST) == {"criteria[1].figure"}
    assert places(lot(price(), second), PRICED, COST | {"Q": CostFigure()}) == {"criteria[1].figure"}
    assert places(lot(price(), second), PRICED, {}) == set()


def test_use_per_device_would_reward_a_short_life() -> None:
    per_device = quantity(unit="kg CO2e per apparaat")

    def of(*axes: Axis) -> set[str]:
        figure = FootprintFigure(axes=frozenset(axes), per=Per.DEVICE, places=1)
        return places(lot(price(), per_device), PRICED, COST | {"C": figure})

    assert of(Axis.PRODUCTION, Axis.USE) == {"criteria[1].figure.per"}
    assert of(Axis.PRODUCTION) == set()


def test_a_cost_that_nobody_scores_prices_nothing() -> None:
    kwh = quantity(code="E", unit="kWh per apparaatjaar")

    assert places(lot(price(), kwh), plan(), {"E": EnergyFigure(places=1)}) == set()


def test_award_on_the_lowest_life_cycle_cost_needs_a_calculated_cost() -> None:
    lowest = lot(price(), method="lowest-life-cycle-cost")

    assert places(lowest, None, {}) == {"criteria[0].figure"}
    assert places(lowest, PRICED, {"P": CostFigure()}) == set()


def test_only_points_of_the_ladder_are_a_quantity() -> None:
    level = quantity(code="L", unit="punten", direction=Direction.HIGHER)
    figures: dict[str, Figure] = {"L": LadderFigure(places=2)}

    assert places(lot(price(), level), plan(ladder=build.ladder()), figures) == set()
    percent = plan(ladder=build.ladder(DiscountIn.PERCENT))
    assert "criteria[1].figure" in places(lot(price(), level), percent, figures)
