"""Anybody tries anything at any time, from every phase: what may happen does, and nothing else ever.

A short run by default; `HYPOTHESIS_PROFILE=long` takes hours of trying into minutes.
"""

import os
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.cast import PLAN
from tests.whole_procedure.director import Director
from tests.whole_procedure.forbidden import STATEMENTS
from tests.whole_procedure.invariants import ALWAYS, AT_THE_END
from tests.whole_procedure.model import Model
from tests.whole_procedure.rules_of_two import AllOfIt
from tests.whole_procedure.tempted import Tempted
from tests.whole_procedure.world import DEADLINE, START, lot_for, people

pytestmark = pytest.mark.django_db

STARTS = (
    "preparation", "clarification", "submission", "opening", "assessment", "consensus", "price_opening",
    "evaluation", "verification", "award", "standstill",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """How many machines from each phase, how many steps each, and whether a failure is made small."""

    examples: int
    steps: int
    shrinks: bool = True


PROFILES = {"long": Profile(150, 40), "hunt": Profile(25, 30, shrinks=False)}
CHOSEN = PROFILES.get(os.environ.get("HYPOTHESIS_PROFILE", ""), Profile(5, 15))
TRIED = settings(
    max_examples=CHOSEN.examples,
    stateful_step_count=CHOSEN.steps,
    phases=tuple(Phase) if CHOSEN.shrinks else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def world(combination: str, kind: type[Director] = Director) -> Director:
    lot, model = lot_for(combination), Model(now=START, combination=combination, draft=(60, PLAN, DEADLINE))
    return kind(model, lot, people())


@pytest.mark.parametrize("combination", ["consensus", "mean", "median"])
def test_the_way_to_the_contract_is_open_and_all_beside_it_is_closed(combination: str) -> None:
    real = world(combination, Tempted)

    while real.model.phase != "contract":
        real.go_on()
        for check in ALWAYS:
            check(real)

    for check in AT_THE_END:
        check(real)
    for statement in STATEMENTS:
        if statement.is_refused(real.model):
            real.forbidden(statement.sql)


@pytest.mark.parametrize("start", STARTS)
def test_anybody_tries_anything(start: str) -> None:
    real = world(("consensus", "mean", "median")[STARTS.index(start) % 3])
    real.go_to(start)

    run_state_machine_as_test(lambda: AllOfIt(real.model, real.lot, real.people), settings=TRIED)
