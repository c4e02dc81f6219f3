"""Software and AI per functional unit, training apart; and the key figures of its data centre together."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.footprint.data_centre import key_figures
from tenders.lifecycle.footprint.software import (
    SoftwareFootprint,
    software_footprint,
)
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import KG_CO2E, KWH, LITRE, NUMBER, RUN, YEAR, functional_unit
from tests.tenders.lifecycle.any_cost import masses
from tests.tenders.lifecycle.build import published
from tests.tenders.lifecycle.build_software import MEASURED, METHOD, UNIT, workload
from tests.tenders.lifecycle.formula import outcome


def test_use_and_training_apart() -> None:
    """0,4 × 1,25 = 0,5 kWh and 0,125 kg a unit; 1.000 × 3 × 1,25 = 3.750 kWh and 937,5 kg a year."""
    found = software_footprint(METHOD, workload())

    assert found.use_energy.exact == quantity("0.5", KWH / UNIT)
    assert found.use_mass.exact == quantity("0.125", KG_CO2E / UNIT)
    assert found.hardware_mass == quantity("0.02", KG_CO2E / UNIT)
    assert found.training_energy.exact == quantity("3750", KWH / YEAR)
    assert found.training_mass.exact == quantity("937.5", KG_CO2E / YEAR)
    assert found.yearly_mass.exact == quantity("3837.5", KG_CO2E / YEAR)


def workings(found: SoftwareFootprint) -> list[Any]:
    return [
        found.use_energy,
        found.use_mass,
        found.training_energy,
        found.training_mass,
        found.yearly_mass,
    ]


@given(masses, masses, masses, masses)
def test_each_formula_gives_its_figure_and_more_is_never_better(
    use: str, training: str, hardware: str, more: str
) -> None:
    bid = workload(use=use, training=training, hardware=hardware)
    found = software_footprint(METHOD, bid)

    assert [outcome(each) for each in workings(found)] == [each.exact.amount for each in workings(found)]
    for name in ("use", "training", "hardware", "pue"):
        amount = getattr(bid, name)
        worse = software_footprint(METHOD, replace(bid, **{name: amount + quantity(more, amount.unit)}))
        assert worse.yearly_mass.exact >= found.yearly_mass.exact


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"use": quantity("1", KWH / functional_unit("bericht"))}, "bids[A].use"),
        ({"use": quantity("-1", KWH / UNIT)}, "bids[A].use"),
        ({"training": quantity("1", KWH)}, "bids[A].training"),
        ({"runs": quantity("1", RUN)}, "bids[A].runs"),
        ({"hardware": quantity("1", KG_CO2E)}, "bids[A].hardware"),
        ({"pue": quantity("0.99", NUMBER)}, "bids[A].pue"),
    ],
)
def test_a_workload_in_another_unit_is_refused(change: dict[str, Any], expected: str) -> None:
    with pytest.raises(NotComputable) as refused:
        software_footprint(METHOD, replace(workload(), **change))

    assert [problem.place for problem in refused.value.problems] == [expected]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"volume": published("0", UNIT / YEAR)}, "method.volume"),
        ({"volume": published("5", UNIT)}, "method.volume"),
        ({"grid_factor": published("-1", KG_CO2E / KWH)}, "method.grid_factor"),
        ({"grid_factor": published("1", KWH)}, "method.grid_factor"),
    ],
)
def test_a_method_without_a_volume_or_a_factor_is_refused(change: dict[str, Any], expected: str) -> None:
    with pytest.raises(NotComputable) as refused:
        software_footprint(replace(METHOD, **change), workload())

    assert [problem.place for problem in refused.value.problems] == [expected]


def test_the_key_figures_come_together() -> None:
    found = key_figures(MEASURED)

    assert found.pue.exact == quantity("1.2", NUMBER)
    assert found.wue.exact == quantity("0.3", LITRE / KWH)
    assert found.ref.exact == quantity("0.75", NUMBER)
    assert found.erf.exact == quantity("0.1", NUMBER)
    assert found.dcie.exact * found.pue.exact == quantity("1", NUMBER)
    assert found.wue.filled.nl == "300.000 / 1.000.000"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"it_energy": quantity("0", KWH)}, ["it_energy"]),
        ({"it_energy": quantity("1200001", KWH)}, ["it_energy"]),
        ({"renewable": quantity("1200001", KWH)}, ["renewable"]),
        ({"reused": quantity("-1", KWH)}, ["reused"]),
        ({"water": quantity("5", KWH)}, ["water"]),
        ({"total_energy": quantity("1200000", LITRE)}, ["total_energy"]),
        ({"total_energy": quantity("0", KWH)}, ["it_energy", "renewable", "reused"]),
    ],
)
def test_an_impossible_measurement_is_refused(change: dict[str, Any], expected: list[str]) -> None:
    with pytest.raises(NotComputable) as refused:
        key_figures(replace(MEASURED, **change))

    assert [problem.place for problem in refused.value.problems] == expected


@given(some.integers(1, 10**9), some.integers(0, 10**9), some.integers(0, 10**9))
def test_a_data_centre_uses_at_least_what_its_equipment_uses(it: int, other: int, reused: int) -> None:
    total = it + other + reused
    measured = replace(
        MEASURED,
        total_energy=quantity(total, KWH),
        it_energy=quantity(it, KWH),
        renewable=quantity(other, KWH),
        reused=quantity(reused, KWH),
    )

    found = key_figures(measured)

    assert found.pue.exact >= quantity("1", NUMBER)
    assert max(found.ref.exact.amount, found.erf.exact.amount, found.dcie.exact.amount) <= 1
