"""The ladder of a calculation is what the award applies: the same table, of the right version."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tenders.lifecycle.ladder.terms import DiscountIn, LadderTerms
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import problems_of_lot
from tenders.lifecycle.statement.figures import Figure, LadderFigure
from tenders.scoring.model import (
    AwardRule,
    Criterion,
    Direction,
    Kind,
    Level,
    LevelAmount,
    Lot,
    RoundAt,
    Rounding,
)
from tests.tenders.lifecycle import build_plan as build

PRICE = Criterion(code="P", title="Prijs", weight=Decimal(100), kind=Kind.PRICE, unit="€")
POINTS = Criterion(
    code="L",
    title="Ladder",
    weight=Decimal(10),
    kind=Kind.QUANTITY,
    direction=Direction.HIGHER,
    unit="punten",
)
TAKEN: dict[str, Figure] = {"L": LadderFigure(places=2)}
TABLE = {"geen": "0", "1": "0.01", "2": "0.02", "3": "0.03", "4": "0.04", "5": "0.05"}


def discounted(discount_in: str = "fraction", **changed: str | None) -> Lot:
    """Award by a discount; `changed` by code of the level, None leaves it out."""
    table = {code: amount for code, amount in (TABLE | changed).items() if amount is not None}
    levels = tuple(Level(code, code, Decimal(50), "Zo.") for code in table)
    ladder = Criterion(code="L", title="Ladder", weight=Decimal(0), kind=Kind.SCALE, levels=levels)
    amounts = tuple(LevelAmount(code, Decimal(amount)) for code, amount in table.items())
    parameters = {"ladder": "L", "discount_in": discount_in, "discounts": amounts}
    rule = AwardRule(
        method="co2-ladder-discount",
        parameters=parameters,
        points=Decimal(100),
        rounding=Rounding(2, RoundAt.TOTAL),
    )
    return Lot(code="1", title="Laptops", criteria=(PRICE, ladder), award=rule)


def weighed(*criteria: Criterion) -> Lot:
    rule = AwardRule(method="weighted-points", points=Decimal(100), rounding=Rounding(2, RoundAt.TOTAL))
    return Lot(code="1", title="Laptops", criteria=(PRICE, *criteria), award=rule)


def places(
    lot: Lot,
    terms: LadderTerms | None,
    figures: dict[str, Figure] | None = None,
    notice_on: date | None = None,
) -> list[str]:
    plan = Plan(ladder=terms) if terms is not None else None
    return [each.place for each in problems_of_lot(lot, plan, figures or {}, notice_on=notice_on)]


def ladder(discount_in: DiscountIn = DiscountIn.PERCENT) -> LadderTerms:
    return build.ladder(discount_in)


def test_a_table_that_the_award_applies_is_sound() -> None:
    assert places(discounted(), ladder()) == []
    assert places(discounted("euros"), ladder(DiscountIn.EUROS)) == []
    assert places(weighed(POINTS), ladder(DiscountIn.POINTS), TAKEN) == []


def test_the_code_of_a_level_holds_its_number() -> None:
    named = {"trede-3": "0.03", "niveau 5": "0.05", "3": None, "5": None}

    assert places(discounted(**named), ladder()) == []


@pytest.mark.parametrize("discount_in", list(DiscountIn))
def test_a_ladder_that_nothing_uses_is_a_problem_of_the_calculation(discount_in: DiscountIn) -> None:
    assert places(weighed(), ladder(discount_in)) == ["life_cycle.ladder"]


def test_points_beside_a_discount_on_the_price_count_twice() -> None:
    assert places(discounted(), ladder(DiscountIn.POINTS)) == ["life_cycle.ladder"]


@pytest.mark.parametrize(
    "changed",
    [
        {"3": "0.031"},
        {"3": None},
        {"geen": "0.01"},
        {"6": "0.06"},
        {"1": "0.02", "2": "0.01"},
        {"x3": "0.03"},
    ],
    ids=str,
)
def test_another_table_than_that_of_the_award_is_refused(changed: dict[str, str | None]) -> None:
    assert places(discounted(**changed), ladder()) == ["life_cycle.ladder.advantages"]


def test_a_table_in_percent_is_not_one_in_euros() -> None:
    assert places(discounted("euros"), ladder()) == ["life_cycle.ladder.discount_in"]
    assert places(discounted(), ladder(DiscountIn.EUROS)) == ["life_cycle.ladder.discount_in"]


def test_an_award_that_is_not_complete_is_told_elsewhere() -> None:
    lot = discounted()
    bare = replace(lot, award=replace(lot.award, parameters={}))

    assert places(bare, ladder()) == ["life_cycle.ladder.advantages"]


@pytest.mark.parametrize("plan", [None, Plan(), build.plan(ladder=None)])
def test_a_discount_without_published_terms_is_refused(plan: Plan | None) -> None:
    """Without version and sanction nothing would have to be proved after the award."""
    found = {each.place for each in problems_of_lot(discounted(), plan, {})}

    assert "life_cycle.ladder" in found


def test_an_award_without_a_discount_needs_no_terms() -> None:
    assert places(weighed(), None) == []


@pytest.mark.parametrize(
    ("notice_on", "expected"),
    [
        (None, []),
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), ["life_cycle.ladder.version"]),
        (date(1999, 1, 1), ["life_cycle.ladder.published_on"]),
    ],
)
def test_the_version_is_that_of_the_day_of_the_notice(notice_on: date | None, expected: list[str]) -> None:
    assert places(discounted(), ladder(), notice_on=notice_on) == expected
