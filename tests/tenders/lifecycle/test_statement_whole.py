"""What one figure refuses no other figure counts, and one fact is stated in one way."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import computed
from tenders.lifecycle.statement.figures import CircularityFigure, Figure
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.lifecycle.statement_values import PLAN, problems


def _score(plan: Plan, **changed: str) -> set[str]:
    figures: dict[str, Figure] = {"c": CircularityFigure()}
    found = computed(plan, figures, "A", answers(plan, **changed))
    return {problem.place for each in found.problems.values() for problem in each}


@pytest.mark.parametrize(
    ("laptop", "monitor", "part", "fits"),
    [
        ("yes", "yes", "100", True),
        ("yes", "yes", "0", False),
        ("yes", "yes", "99", False),
        ("no", "no", "0", True),
        ("no", "no", "40", True),
        ("no", "no", "100", False),
        ("yes", "no", "66", True),  # 100 of the 150, and no more digits are asked than two
        ("yes", "no", "65", False),
        ("yes", "no", "100", False),
    ],
)
def test_the_refurbished_part_fits_what_is_said_of_each_kind(
    laptop: str, monitor: str, part: str, fits: bool
) -> None:
    said = {"laptop__refurbished": laptop, "monitor__refurbished": monitor, "circularity__refurbished": part}

    assert _score(PLAN, **said) == (set() if fits else {"circularity:refurbished"})


@pytest.mark.parametrize(
    ("reused", "recycled", "fits"), [("80", "20", True), ("80", "20.01", False), ("80", "90", False)]
)
def test_the_same_mass_is_not_both_reused_and_recycled(reused: str, recycled: str, fits: bool) -> None:
    first, _ = build.circularity().parts
    parts = tuple(
        replace(first, indicator=each, weight=Decimal(50))
        for each in (Indicator.REUSED_CONTENT, Indicator.RECYCLED_CONTENT)
    )
    plan = build.plan(cost=None, circularity=replace(build.circularity(), parts=parts))

    found = _score(plan, circularity__reused_content=reused, circularity__recycled_content=recycled)

    assert found == (set() if fits else {"circularity:recycled_content"})


@pytest.mark.parametrize(
    ("promised", "laptop", "form", "fits"),
    [
        ("5", "5", "purchase", True),
        ("10", "5", "purchase", False),
        ("4", "5", "purchase", False),
        ("4", "4", "purchase", True),
        ("10", "5", "lease", True),
    ],
)
def test_a_bought_device_has_one_lifetime(promised: str, laptop: str, form: str, fits: bool) -> None:
    """The shortest of the kinds; the monitors live five years."""
    lifetime = replace(build.circularity().parts[1], indicator=Indicator.LIFETIME, weight=Decimal(100))
    plan = build.plan(circularity=replace(build.circularity(), parts=(lifetime,)))
    said = {
        "circularity__lifetime": promised,
        "laptop__lifetime": laptop,
        "laptop__supply.form": form,
        "monitor__supply.form": form,
    }

    assert _score(plan, **said) == (set() if fits else {"circularity:lifetime"})


JOURNEY = build.footprint_terms(
    footings=dict.fromkeys((Axis.PRODUCTION, Axis.END_OF_LIFE), build.FOOTING),
    transport_factors=build.factors(sea="0.00001", road="0.0001"),
)
REFUSED = (
    ("laptop:energy.year", "1901"),
    ("laptop:energy.low", "90"),
    ("laptop:energy.high", "1"),
    ("laptop:energy.standard", "ISO 9001"),
    ("laptop:energy.boundary", "anders"),
    ("laptop:production.year", "1901"),
    ("laptop:production.low", "999"),
    ("monitor:end_of_life.high", "1"),
    ("monitor:end_of_life.standard", "ISO 9001"),
    ("laptop:transport.year", "1901"),
    ("monitor:transport.mass", "-2.5"),
    ("monitor:transport.sea", "-1"),
)


@pytest.mark.parametrize(("code", "answer"), REFUSED)
def test_a_declaration_that_is_refused_may_not_be_priced_either(code: str, answer: str) -> None:
    """On every figure that counts it, with a price for CO2e and for energy."""
    cost = build.cost_terms(carbon_price=build.carbon())
    by_journey = "transport.mass" in code or "transport.sea" in code
    plan = build.plan(cost=cost, footprint=JOURNEY if by_journey else build.footprint_terms())
    sound = answers(plan)
    assert not problems(sound, plan)

    found = problems(sound | {code: answer}, plan)

    kind, _, name = code.partition(":")
    named = {code, f"{kind}:{name.partition('.')[0]}.value"}  # a range is named by its value
    counting = {"cost", "footprint"} | ({"energy"} if name.startswith("energy.") else set())
    assert counting <= found.keys()
    assert all(found[figure] and found[figure] <= named for figure in counting)
