"""Anybody tries anything at any time, from every phase: what may happen does, and nothing else ever.

A short run by default; `HYPOTHESIS_PROFILE=long` takes hours of trying into minutes.
"""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.whole_procedure.director import Director
from tests.whole_procedure.model import Model
from tests.whole_procedure.rules import WholeProcedure
from tests.whole_procedure.world import DEADLINE, START, lot_for, people

pytestmark = pytest.mark.django_db

STARTS = (
    "preparation", "clarification", "submission", "opening", "assessment", "consensus", "price_opening",
    "evaluation", "verification", "award", "standstill",
)  # fmt: skip
EXAMPLES, STEPS = (150, 40) if os.environ.get("HYPOTHESIS_PROFILE") == "long" else (6, 15)
TRIED = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def world(combination: str) -> Director:
    lot, model = lot_for(combination), Model(now=START, combination=combination, draft=(60, "", DEADLINE))
    return Director(model, lot, people())


@pytest.mark.parametrize("combination", ["consensus", "mean", "median"])
def test_the_way_from_draft_to_contract_is_open(combination: str) -> None:
    real = world(combination)

    real.go_to("contract")

    assert real.model.standing != ""


@pytest.mark.parametrize("start", STARTS)
def test_anybody_tries_anything(start: str) -> None:
    real = world(("consensus", "mean", "median")[STARTS.index(start) % 3])
    real.go_to(start)

    run_state_machine_as_test(lambda: WholeProcedure(real.model, real.lot, real.people), settings=TRIED)
