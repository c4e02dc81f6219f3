"""What a bid states becomes the values of the criteria: whole, with their working, or not at all."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import (
    Asks,
    computed,
    fits,
    inputs_of,
    offers_from,
    stated_from,
)
from tenders.lifecycle.statement.figures import (
    FootprintFigure,
)
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers, statements
from tests.tenders.lifecycle.statement_values import FIGURES, PLAN, problems, values


def test_every_figure_of_a_complete_statement_by_hand() -> None:
    """Laptops 100 and monitors 50 of 30 and 60 kWh: (100 × 30 + 50 × 60) / 150 = 40 kWh."""
    stated = answers(PLAN, **{"monitor__energy.value": "60"})

    found = values(PLAN, stated)

    assert {code: str(value) for code, value in found.items() if code != "cost"} == {
        "footprint": "56.5",  # 40 × 0.253 + (220 + 8 + 4) / 5
        "contract": "9108",  # (100 × 30 + 50 × 60) × 6 × 0.253
        "device": "220.000",
        "energy": "40.00",
        "circularity": "60.00",  # 20% in 0 to 60% is a third of 60; four years of parts the whole of 40
        "refurbished": "20",
        "software": "1.25",
        "pue": "1.40",
        "ref": "50",
        "ladder": "0.05",
    }


def test_the_cost_of_the_page_of_the_documentation() -> None:
    """The bid ‘new’ of docs/lifecycle.md, with its own price rises and the price of CO2e."""
    changes = {
        CostKind.ACQUISITION: "0.01",
        CostKind.FEE: "0",
        CostKind.END_OF_LIFE: "0",
        CostKind.ENERGY: "0.02",
        CostKind.MAINTENANCE: "0.02",
        CostKind.EXTERNAL: "0",
    }
    price = build.carbon()
    price = replace(price, central=replace(price.central, value=price.central.value * 15 / 13))
    terms = build.cost_terms(
        carbon_price=price,
        residual=build.Residual.STRAIGHT_LINE,
        changes={kind: build.stated(build.titles.change_of(kind), rise) for kind, rise in changes.items()},
    )
    plan = build.plan(kinds=(build.LAPTOP,), cost=terms)

    found = values(plan, answers(plan))

    assert str(found["cost"]) == DOCUMENTED


DOCUMENTED = "132518.24"


@given(some.data())
def test_any_complete_statement_gives_every_planned_value_and_prices_change_the_cost_alone(data: Any) -> None:
    plan = data.draw(build.plans().filter(lambda each: each != Plan()))
    stated = data.draw(statements(plan))

    found = computed(plan, FIGURES, "A", stated)
    blind = computed(plan, FIGURES, "A", _without_prices(plan, stated))

    planned = {code for code, figure in FIGURES.items() if not list(figure.problems(plan))}
    assert set(found.values) == planned
    quality = {code: each for code, each in found.values.items() if code != "cost"}
    assert {code: each for code, each in blind.values.items() if code != "cost"} == quality


def _without_prices(plan: Plan, stated: dict[str, str]) -> dict[str, str]:
    prices = {field.code for field in inputs_of(plan) if field.is_price}
    return {code: value for code, value in stated.items() if code not in prices}


@pytest.mark.parametrize("form", ["purchase", "lease"])
def test_an_answer_that_is_missing_takes_the_value_away_and_is_named(form: str) -> None:
    stated = answers(PLAN, form)
    assert set(values(PLAN, stated)) == set(FIGURES)

    for code in stated:
        without = {name: value for name, value in stated.items() if name != code}
        found = computed(PLAN, FIGURES, "A", without)

        lost = {name for name, each in found.problems.items() if any(p.place == code for p in each)}
        assert lost, code
        assert set(found.values) | set(found.problems) == set(FIGURES)
        assert not set(found.values) & set(found.problems)


HOSTILE = ("NaN", "Infinity", "1e400", "-0", "1_000", "٣", "1,5", "1.50", " 1", "", "x" * 40_000, "1\x00")


@pytest.mark.parametrize("number", HOSTILE)
def test_a_number_that_is_none_is_refused_at_its_input(number: str) -> None:
    asked = {field.code: field for field in inputs_of(PLAN)}

    assert not fits(number, asked["laptop:energy.value"])
    assert problems(answers(PLAN, **{"laptop__energy.value": number}))["energy"] == {"laptop:energy.value"}


@pytest.mark.parametrize("text", ["", " ", "a\x00", "\u202eab", "x" * 301])
def test_a_text_that_no_document_holds_is_refused(text: str) -> None:
    asked = {field.code: field for field in inputs_of(PLAN)}

    assert not fits(text, asked["laptop:energy.evidence"])


WRONG = (
    ("energy", {"laptop__energy.low": "31"}, {"laptop:energy.value"}),
    ("energy", {"laptop__energy.year": "2019"}, {"laptop:energy.year"}),
    ("energy", {"laptop__energy.standard": "ISO 9001"}, {"laptop:energy.standard"}),
    ("footprint", {"laptop__energy.year": "2019"}, {"laptop:energy.year"}),
    ("footprint", {"laptop__lifetime": "2.5"}, {"laptop:lifetime"}),
    ("footprint", {"monitor__production.high": "1"}, {"monitor:production.value"}),
    ("cost", {"laptop__supply.price": "-1"}, {"laptop:supply.price"}),
    ("cost", {"laptop__supply.form": "gift"}, {"laptop:supply.form"}),
    ("cost", {"laptop__supply.at_start": "1"}, {"laptop:supply.at_start"}),
    ("cost", {"laptop__included.maintenance": "yes"}, {"laptop:yearly.maintenance"}),
    ("circularity", {"circularity__refurbished": "150"}, {"circularity:refurbished"}),
    ("pue", {"data_centre__it_energy": "2000"}, {"data_centre:it_energy"}),
    ("software", {"software__pue": "0.9"}, {"software:pue"}),
    ("ladder", {"ladder__level": "6"}, {"ladder:level"}),
)


@pytest.mark.parametrize(("figure", "changed", "named"), WRONG)
def test_what_does_not_hold_is_named_by_its_input(
    figure: str, changed: dict[str, str], named: set[str]
) -> None:
    assert named <= problems(answers(PLAN, **changed))[figure]


def test_a_journey_is_asked_by_its_distances() -> None:
    """2.5 kg by 18,000 km at 10 g and 500 km at 100 g per tonne-kilometre: 0.575 kg."""
    footings = dict.fromkeys((Axis.PRODUCTION, Axis.END_OF_LIFE), build.FOOTING)
    factors = build.factors(sea="0.00001", road="0.0001")
    terms = build.footprint_terms(footings=footings, transport_factors=factors)
    plan = build.plan(kinds=(build.LAPTOP,), footprint=terms)
    stated = answers(plan, **{"laptop__transport.sea": "18000", "laptop__transport.road": "500"})
    moved = {"m": FootprintFigure(axes=frozenset({Axis.TRANSPORT}), per=Per.DEVICE, places=3)}

    found = computed(plan, moved, "A", stated)

    assert found.values["m"].value == Decimal("0.575")
    lost = computed(plan, moved, "A", stated | {"laptop:transport.sea": "-1"})
    assert [each.place for each in lost.problems["m"]] == ["laptop:transport.sea"]


def test_a_lease_states_a_fee_for_every_year_and_no_price() -> None:
    stated = answers(PLAN, "lease")

    offer = offers_from(PLAN, "A", stated)["laptop"]

    assert "laptop:supply.price" not in stated
    assert len(offer.supply.fees) == 6  # type: ignore[union-attr]


def test_amounts_in_euros_and_nothing_else_go_into_the_price_vault() -> None:
    priced = {field.code for field in inputs_of(PLAN) if field.is_price}

    in_euros = {
        field.code
        for field in inputs_of(PLAN)
        if field.asks is Asks.NUMBER and field.unit and "€" in field.unit.label.nl
    }
    assert priced == in_euros
    assert "laptop:yearly.maintenance" in priced


def test_every_input_has_its_own_code_with_a_colon() -> None:
    codes = [field.code for field in inputs_of(PLAN)]

    assert len(set(codes)) == len(codes)
    assert all(":" in code for code in codes)


def test_problems_of_the_footprint_raise_when_asked_directly() -> None:
    with pytest.raises(NotComputable):
        stated_from(PLAN, "A", {})
