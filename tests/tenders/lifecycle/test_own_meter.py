"""The electricity of a device that is bought or leased is paid by the buyer, whatever the bid ticks."""

import pytest

from tenders.lifecycle.statement import CostFigure, computed, inputs_of, problems_of_answers
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

PLAN = build.plan(kinds=(build.LAPTOP,))
INCLUDED = {"laptop__included.energy": "yes"}


@pytest.mark.parametrize("form", ["purchase", "lease"])
def test_a_purchase_or_a_lease_does_not_include_the_energy(form: str) -> None:
    found = computed(PLAN, {"P": CostFigure()}, "A", answers(PLAN, form, **INCLUDED))

    assert not found.values
    assert [each.place for each in found.problems["P"]] == ["laptop:included.energy"]


@pytest.mark.parametrize("form", ["purchase", "lease"])
def test_it_is_named_before_the_bid_is_sealed(form: str) -> None:
    priced = {each.code for each in inputs_of(PLAN) if each.is_price}
    given = {code: each for code, each in answers(PLAN, form, **INCLUDED).items() if code not in priced}

    found = problems_of_answers(PLAN, {"P": CostFigure()}, given)

    assert [each.place for each in found] == ["laptop:included.energy"]


def test_a_service_may_include_the_energy_and_then_it_costs_nothing_more() -> None:
    apart = computed(PLAN, {"P": CostFigure()}, "A", answers(PLAN, "service"))
    included = computed(PLAN, {"P": CostFigure()}, "A", answers(PLAN, "service", **INCLUDED))

    assert included.values["P"].value < apart.values["P"].value
