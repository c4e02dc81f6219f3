"""With published shares of the time a bid states power, and its energy follows (E_TEC)."""

from decimal import Decimal

import pytest

from tenders.lifecycle.statement import computed, inputs_of
from tenders.lifecycle.statement.stated import footprints_from
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.lifecycle.formula import outcome
from tests.tenders.lifecycle.statement_values import FIGURES, PLAN, problems, values

BY_POWER = build.plan(time_shares=build.shares(off="0.6", sleep="0.1", idle="0.3"))
POWERED = {"power.off": "0.5", "power.sleep": "1", "power.idle": "8"}


def powered(**changed: str) -> dict[str, str]:
    """The laptop by hand in test_footprint: 24.528 kWh; a monitor uses twice the power."""
    laptop = {f"laptop__energy.{name}": watts for name, watts in POWERED.items()}
    monitor = {f"monitor__energy.{name}": str(Decimal(watts) * 2) for name, watts in POWERED.items()}
    monitor["monitor__energy.power.off"] = "1"
    return answers(BY_POWER, **(laptop | monitor | changed))


def test_the_energy_follows_from_the_power_in_each_mode() -> None:
    """(100 × 24.528 + 50 × 49.056) / 150 = 32.704 kWh."""
    found = computed(BY_POWER, FIGURES, "A", powered())

    assert str(found.values["energy"].value) == "32.70"
    assert found.values["energy"].working.exact.rounded(3) == Decimal("32.704")
    assert outcome(found.values["energy"].working) == found.values["energy"].working.exact.amount
    assert str(found.values["contract"].value) == "7447"  # (100 × 24.528 + 50 × 49.056) × 6 × 0.253
    footprint = footprints_from(BY_POWER, "A", powered())["laptop"]
    assert footprint.stated.typical is not None
    assert footprint.stated.typical.formula == "h × (P1 × T1 + P2 × T2 + P3 × T3) / 1000"


def test_a_bid_states_power_or_energy_as_the_plan_says() -> None:
    by_power = {field.code for field in inputs_of(BY_POWER)}
    declared = {field.code for field in inputs_of(PLAN)}

    assert not {"laptop:energy.value", "laptop:energy.low", "laptop:energy.high"} & by_power
    assert {f"laptop:energy.{name}" for name in POWERED} <= by_power - declared
    assert {"laptop:energy.standard", "laptop:energy.year", "laptop:energy.evidence"} <= by_power


@pytest.mark.parametrize(
    ("code", "answer"),
    [("laptop:energy.power.idle", "-8"), ("laptop:energy.power.off", "NaN"), ("monitor:energy.year", "1999")],
)
def test_a_power_that_does_not_hold_counts_nowhere(code: str, answer: str) -> None:
    found = problems(powered(**{code.replace(":", "__"): answer}), BY_POWER)

    assert found["energy"] == found["cost"] == found["footprint"] == {code}


def test_more_power_never_uses_less() -> None:
    less, more = (values(BY_POWER, powered(**{"laptop__energy.power.idle": watts})) for watts in ("8", "9"))

    assert less["energy"] < more["energy"]
    assert less["cost"] < more["cost"]
    assert less["footprint"] < more["footprint"]
