"""Laptops and monitors together: added exactly, and only on the same terms."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tenders.lifecycle.cost.basket import basket
from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, RateIs, Residual, YearlyMoment
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH
from tests.tenders.lifecycle.build import carbon, emissions, method, offer, published, purchase

TERMS: dict[str, Any] = {"rate": "0.03", "asked": {CostKind.ENERGY}, "price": carbon()}


def costs(how: CostMethod, *bids: str, price: str = "100.005") -> tuple[LifeCycleCost, ...]:
    supply = purchase(price)
    return compare(how, [offer(bid, supply, energy="0", mass=emissions("0", "0", "0")) for bid in bids], {})


def test_kinds_are_added_before_they_are_rounded() -> None:
    kinds = {
        "laptop": costs(method(devices="1", **TERMS), "A", "B"),
        "monitor": costs(method(devices="3", **TERMS), "B", "A"),
    }

    found = basket(kinds)

    assert [(each.bid, each.rounded) for each in found] == [
        ("A", Decimal("400.02")),
        ("B", Decimal("400.02")),
    ]
    assert found[0].sums.present == quantity("400.02", EURO)
    assert found[0].by_kind["monitor"].rounded == Decimal("300.02")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"horizon": 5}, ["horizon"]),
        ({"rate": published("0.04")}, ["rate"]),
        ({"rate_is": RateIs.REAL}, ["rate_is"]),
        ({"inflation": published("0.01")}, ["inflation"]),
        ({"yearly_costs_fall": YearlyMoment.START}, ["yearly_costs_fall"]),
        ({"residual": Residual.STRAIGHT_LINE}, ["residual"]),
        ({"carbon_price": carbon(central="0.14")}, ["carbon_price"]),
        ({"grid_factor": published("0.3", KG_CO2E / KWH)}, ["grid_factor"]),
        ({"electricity_price": published("0.3", EURO / KWH)}, ["electricity_price"]),
        ({"places": 3}, ["places"]),
    ],
)
def test_other_terms_are_not_added(change: dict[str, Any], expected: list[str]) -> None:
    how = method(**TERMS)
    kinds = {"laptop": costs(how, "A"), "monitor": costs(replace(how, **change), "A")}

    with pytest.raises(NotComputable) as refused:
        basket(kinds)

    assert [each.place for each in refused.value.problems] == [f"kinds[monitor].{name}" for name in expected]


def test_another_price_level_is_not_added() -> None:
    def at(year: int) -> CostMethod:
        return replace(method(), price_level=year)

    with pytest.raises(NotComputable) as refused:
        basket({"laptop": costs(at(2026), "A"), "monitor": costs(at(2025), "A")})

    assert [each.place for each in refused.value.problems] == ["kinds[monitor].price_level"]


@pytest.mark.parametrize(
    "kinds", [{}, {"laptop": ("A", "B"), "monitor": ("A",)}, {"laptop": ("A",), "monitor": ()}]
)
def test_a_bid_that_is_not_there_for_each_kind_is_refused(kinds: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(NotComputable):
        basket({kind: costs(method(**TERMS), *bids) for kind, bids in kinds.items()})


def test_numbers_of_devices_and_what_is_asked_may_differ() -> None:
    laptop = costs(method(devices="5", **TERMS), "A")
    dock = compare(
        method(devices="9", rate="0.03", price=carbon()), [offer("A", energy="0", mass=emissions())], {}
    )

    assert basket({"laptop": laptop, "dock": dock})[0].sums.present == (
        laptop[0].sums.present + dock[0].sums.present
    )
