"""A stated lifetime lowers every cost and footprint, so no more of it counts than the tender published."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.plan import Plan, plan_as_data, plan_from_data, problems_of_plan
from tenders.lifecycle.statement import Figure, computed, inputs_of, problems_of_answers
from tenders.lifecycle.statement.figures import CircularityFigure, CostFigure, FootprintFigure, read_figure
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

LAPTOP = replace(build.LAPTOP, longest_life=6)
PLAN = build.plan(kinds=(LAPTOP,), circularity=None)
FOOTPRINT = {"of": "footprint", "axes": ["production"], "per": "device_year", "places": 2}


def figures() -> dict[str, Figure]:
    footprint = read_figure(FOOTPRINT, "figure", [])
    assert isinstance(footprint, FootprintFigure)
    return {"P": CostFigure(), "F": footprint}


def refused(plan: Plan, **changed: str) -> dict[str, set[str]]:
    found = computed(plan, figures(), "A", answers(plan, **changed))
    return {code: {each.place for each in problems} for code, problems in found.problems.items()}


def places(plan: Plan) -> set[str]:
    return {each.place for each in problems_of_plan(plan)}


def before_the_amounts(plan: Plan, **changed: str) -> set[str]:
    """Of a bid whose amounts in euros are handed in apart."""
    priced = {each.code for each in inputs_of(plan) if each.is_price}
    given = {code: each for code, each in answers(plan, **changed).items() if code not in priced}
    return {each.place for each in problems_of_answers(plan, {"P": CostFigure()}, given)}


@pytest.mark.parametrize("most", [None, 0, -1, 61])
@pytest.mark.parametrize("absent", ["cost", "footprint"])
def test_a_figure_that_counts_lifetimes_is_not_published_without_the_longest(
    most: int | None, absent: str
) -> None:
    plan = build.plan(kinds=(replace(build.LAPTOP, longest_life=most),), **{absent: None})

    assert places(plan) == {"kinds[0].longest_life"}


def test_where_no_lifetime_is_asked_none_is_published() -> None:
    plan = build.plan(kinds=(LAPTOP,), cost=None, footprint=None, horizon=None)

    assert places(plan) == {"kinds[0].longest_life"}
    assert not [each for each in inputs_of(plan) if "lifetime" in each.code]


def test_the_longest_is_kept_and_read_back() -> None:
    assert plan_as_data(PLAN)["kinds"][0]["longest_life"] == 6
    assert plan_from_data(plan_as_data(PLAN)) == PLAN


@pytest.mark.parametrize("years", ["7", "12", "60", "61", "0", "2.5"])
def test_no_figure_counts_a_lifetime_beyond_what_is_published(years: str) -> None:
    assert refused(PLAN, laptop__lifetime=years) == {"P": {"laptop:lifetime"}, "F": {"laptop:lifetime"}}


@pytest.mark.parametrize("years", ["1", "5", "6"])
def test_up_to_the_longest_every_lifetime_counts(years: str) -> None:
    assert refused(PLAN, laptop__lifetime=years) == {}


@pytest.mark.parametrize("years", ["7", "61", "2.5"])
def test_a_lifetime_that_cannot_count_is_named_before_the_amounts_are_there(years: str) -> None:
    assert before_the_amounts(PLAN, laptop__lifetime=years) == {"laptop:lifetime"}


def test_a_lifetime_rests_on_evidence() -> None:
    without = {"laptop__lifetime.evidence": ""}

    assert refused(PLAN, **without) == {"P": {"laptop:lifetime.evidence"}, "F": {"laptop:lifetime.evidence"}}


def test_each_kind_has_its_own_longest() -> None:
    plan = build.plan(kinds=(LAPTOP, replace(build.MONITOR, longest_life=8)), circularity=None)

    found = refused(plan, laptop__lifetime="7", monitor__lifetime="8")

    assert found["P"] == {"laptop:lifetime"}


def test_a_plan_from_before_the_longest_was_asked_still_counts() -> None:
    old = build.plan(kinds=(replace(build.LAPTOP, longest_life=None),), circularity=None)

    assert "laptop:lifetime.evidence" not in {each.code for each in inputs_of(old)}
    assert refused(old, laptop__lifetime="60") == {}
    assert set(refused(old, laptop__lifetime="61")) == {"P", "F"}


@pytest.mark.parametrize(
    ("promised", "stated", "fits"),
    [("6", "6", True), ("9", "6", True), ("9", "5", False), ("5", "6", False)],
)
def test_who_promises_more_years_than_count_states_the_most_that_count(
    promised: str, stated: str, fits: bool
) -> None:
    part = replace(build.circularity().parts[1], indicator=Indicator.LIFETIME, weight=Decimal(100))
    plan = build.plan(kinds=(LAPTOP,), circularity=replace(build.circularity(), parts=(part,)))
    given = answers(plan, laptop__lifetime=stated, circularity__lifetime=promised)

    found = computed(plan, {"C": CircularityFigure()}, "A", given)

    assert ("C" in found.values) is fits
