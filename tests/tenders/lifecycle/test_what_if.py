"""What if another value held? Both outcomes and both places, for all bids alike, and never as published."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.plan import Plan, problems_of_plan
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.statement import computed
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH, NUMBER
from tenders.lifecycle.what_if import Changes, changed_plan, lot_with, what_if
from tenders.lifecycle.what_if.changes import ASSUMED
from tenders.lifecycle.what_if.compared import places_of
from tenders.scoring.model import Bid
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers, statements
from tests.tenders.lifecycle.build_what_if import (
    BOTH,
    FIGURES,
    PLAN,
    bids,
    found_for,
    grid,
    line,
)
from tests.tenders.scoring.build import award, bare_price, lot


def test_another_grid_factor_changes_the_footprint_and_the_places() -> None:
    found = found_for(grid("1"))

    one, other = line(found, "footprint", "A"), line(found, "footprint", "B")

    assert (one.published, one.changed) == (Decimal("69.170"), Decimal("136.400"))
    assert (one.published_place, one.changed_place) == (1, 2)
    assert (other.published_place, other.changed_place) == (2, 1)
    assert one.moved
    assert [figure.changes_places for figure in found.figures if figure.code == "footprint"] == [True]


def test_it_says_that_it_is_not_what_was_published() -> None:
    found = found_for(grid("0.3"))

    assert found.warning.nl.startswith("Dit zijn niet de bekendgemaakte waarden.")
    assert found.plan.grid_factor is not None
    assert found.plan.grid_factor.source == ASSUMED


@given(some.sampled_from(Estimate))
def test_one_of_the_three_published_prices_of_co2e_may_count(estimate: Estimate) -> None:
    plan = changed_plan(PLAN, Changes(carbon_price=estimate))

    assert plan.cost is not None
    assert plan.cost.carbon_price is not None
    assert plan.cost.carbon_price.counted == getattr(build.carbon(), estimate.value)


def test_a_price_of_co2e_of_ones_own_is_worked_out() -> None:
    own = found_for(Changes(carbon_price=quantity("0.13", EURO / KG_CO2E)))
    dear = found_for(Changes(carbon_price=quantity("1", EURO / KG_CO2E)))

    assert line(own, "cost", "A").changed == line(own, "cost", "A").published
    assert line(dear, "cost", "B").changed > line(dear, "cost", "B").published


@pytest.mark.parametrize(
    "changes",
    [
        Changes(electricity_price=quantity("1", EURO / KWH)),
        Changes(rate=quantity("0.1", NUMBER)),
        Changes(horizon=3),
        Changes(carbon_price=Estimate.HIGH),
        grid("0.5"),
    ],
    ids=["electricity", "rate", "horizon", "carbon", "grid"],
)
def test_the_changed_cost_is_that_of_a_tender_which_had_published_it(changes: Changes) -> None:
    plan = changed_plan(PLAN, changes)

    found = found_for(changes)

    assert list(problems_of_plan(plan)) == []
    for bid, given_ in BOTH.items():
        again = computed(plan, FIGURES, bid, given_)
        assert line(found, "cost", bid).changed == again.values["cost"].value
        assert line(found, "cost", bid).changed != line(found, "cost", bid).published


@some.composite
def some_comparisons(draw: Any) -> tuple[Plan, dict[str, dict[str, str]], Changes]:
    plan = draw(build.plans().filter(lambda each: each.cost is not None and each.footprint is not None))
    given_ = {bid: draw(statements(plan)) for bid in "AB"}
    return (
        plan,
        given_,
        Changes(rate=quantity(draw(some.decimals("-0.05", "0.3", places=3).map(str)), NUMBER)),
    )


@given(some_comparisons())
def test_the_published_column_never_changes(drawn: tuple[Plan, dict[str, dict[str, str]], Changes]) -> None:
    plan, given_, changes = drawn

    found = what_if(plan, FIGURES, given_, changes)

    for figure in found.figures:
        for each in figure.lines:
            published = computed(plan, FIGURES, each.bid, given_[each.bid]).values.get(figure.code)
            assert each.published == (published.value if published else None)


@given(some_comparisons())
def test_no_change_changes_nothing(drawn: tuple[Plan, dict[str, dict[str, str]], Changes]) -> None:
    plan, given_, _ = drawn

    found = what_if(plan, FIGURES, given_, Changes())

    assert found.plan == plan
    assert all(each.published == each.changed for figure in found.figures for each in figure.lines)
    assert not any(figure.changes_places for figure in found.figures)


def test_a_bid_without_a_value_has_no_place_and_takes_none() -> None:
    broken = {code: value for code, value in answers(PLAN).items() if code != "laptop:supply.price"}

    found = found_for(grid("0.3"), among=bids(A=broken, B=answers(PLAN)))

    one, other = line(found, "cost", "A"), line(found, "cost", "B")
    assert (one.published, one.changed, one.published_place, one.changed_place) == (None,) * 4
    assert (other.published_place, other.changed_place) == (1, 1)


def test_equal_values_share_a_place() -> None:
    values = {"A": Decimal(2), "B": Decimal(1), "C": Decimal(2), "D": Decimal(3)}

    assert places_of(values, lower_is_better=True) == {"A": 2, "B": 1, "C": 2, "D": 4}
    assert places_of(values, lower_is_better=False) == {"A": 2, "B": 4, "C": 2, "D": 1}


def test_the_award_can_be_ranked_anew_with_the_changed_values() -> None:
    found = found_for(grid("1"))
    cost = replace(bare_price(), code="cost")
    named = {bid: Bid(code=bid, name=bid, values={"cost": Decimal(1), "other": "goed"}) for bid in "AB"}
    before = lot(cost, award=award(), bids=tuple(named.values()))

    after = lot_with(before, found)

    assert [bid.values["cost"] for bid in after.bids] == [line(found, "cost", bid).changed for bid in "AB"]
    assert [bid.values["other"] for bid in after.bids] == ["goed", "goed"]
    assert before.bids[0].values["cost"] == Decimal(1)


def test_a_value_that_falls_away_is_no_longer_in_the_award() -> None:
    broken = {code: value for code, value in answers(PLAN).items() if code != "laptop:supply.price"}
    found = found_for(grid("1"), among=bids(A=broken))
    bid = Bid(code="A", name="A", values={"cost": Decimal(1)})

    after = lot_with(lot(replace(bare_price(), code="cost"), award=award(), bids=(bid,)), found)

    assert after.bids[0].values.keys() == {"footprint"}
