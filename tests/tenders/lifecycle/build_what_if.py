"""A plan and two bids to try other values on."""

from typing import Any

import pytest

from tenders.lifecycle.cost.method import Residual
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.statement.figures import CostFigure, Figure, FootprintFigure
from tenders.lifecycle.unit import KG_CO2E, KWH
from tenders.lifecycle.what_if import Changes, WhatIf, what_if
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

FIGURES: dict[str, Figure] = {
    "cost": CostFigure(),
    "footprint": FootprintFigure(axes=frozenset(Axis), per=Per.DEVICE_YEAR, places=3),
}


PLAN = build.plan(
    kinds=(build.LAPTOP,), cost=build.cost_terms(carbon_price=build.carbon(), residual=Residual.STRAIGHT_LINE)
)


def bids(**given: dict[str, str]) -> dict[str, dict[str, str]]:
    return given


def changed(code: str, value: str) -> dict[str, str]:
    return answers(PLAN) | {code: value}


THIRSTY = changed("laptop:energy.value", "90")


HEAVY = changed("laptop:production.value", "500")


BOTH = bids(A=THIRSTY, B=HEAVY)


def grid(value: str) -> Changes:
    return Changes(grid_factor=quantity(value, KG_CO2E / KWH))


def found_for(changes: Changes, plan: Plan = PLAN, among: Any = None) -> WhatIf:
    return what_if(plan, FIGURES, among or BOTH, changes)


def line(found: WhatIf, code: str, bid: str) -> Any:
    figure = next(each for each in found.figures if each.code == code)
    return next(each for each in figure.lines if each.bid == bid)


def refused(changes: Changes, plan: Plan = PLAN, among: Any = None) -> list[tuple[str, str]]:
    with pytest.raises(NotComputable) as refusal:
        found_for(changes, plan, among)
    return [(problem.place, problem.message.nl) for problem in refusal.value.problems]
