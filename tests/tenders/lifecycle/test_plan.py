"""The published calculation: read strictly, written exactly, checked at its place."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Residual
from tenders.lifecycle.plan import Plan, plan_as_data, plan_from_data, problems_of_plan
from tenders.scoring.files import UnreadableTender
from tests.tenders.lifecycle import build_plan as build


def refused(data: object) -> set[str]:
    with pytest.raises(UnreadableTender) as refusal:
        plan_from_data(data)
    return {problem.place for problem in refusal.value.problems}


def changed(at: str, value: object) -> Any:
    """The data of the whole plan with another value at one place."""
    data = json.loads(json.dumps(plan_as_data(build.plan())))
    *way, last = at.split(".")
    table = data
    for name in way:
        table = table[int(name)] if name.isdigit() and isinstance(table, list) else table[name]
    table[last] = value
    return data


def places(plan: Plan) -> set[str]:
    return {problem.place for problem in problems_of_plan(plan)}


@given(build.plans())
def test_what_is_written_reads_back_to_the_same_plan(plan: Plan) -> None:
    data = json.loads(json.dumps(plan_as_data(plan)))

    again = plan_from_data(data)

    assert again == plan
    assert plan_as_data(again) == data


@given(build.plans().filter(lambda plan: plan != Plan()))
def test_a_sound_plan_has_no_problems(plan: Plan) -> None:
    found = list(problems_of_plan(plan))

    assert found == []


def test_an_empty_plan_says_that_nothing_is_calculated() -> None:
    assert places(plan_from_data({})) == {""}


HOSTILE = (
    ("horizon", 6.5),
    ("horizon", "6"),
    ("horizon", True),
    ("horizon", float("inf")),
    ("kinds", {}),
    ("kinds.0.number", "100"),
    ("kinds.0.code", 7),
    ("kinds.0.title", "a\x00b"),
    ("kinds.0.title", "\u202eomgekeerd"),
    ("grid_factor.value", "NaN"),
    ("grid_factor.value", "1e400"),
    ("grid_factor.value", "Infinity"),
    ("grid_factor.value", "-0"),
    ("grid_factor.value", "1_000"),
    ("grid_factor.value", "٣"),
    ("grid_factor.value", 0.253),
    ("grid_factor.value", ""),
    ("grid_factor.value", "0.123456789012"),
    ("grid_factor.unit", "kWh"),
    ("grid_factor.unit", "€/kWh"),
    ("grid_factor.unit", "g"),
    ("grid_factor.unit", "kg"),
    ("grid_factor.source", None),
    ("grid_factor.source", "s\x07"),
    ("grid_factor.year", "2026"),
    ("grid_factor.title", "CO2"),
    ("energy.standards", "IEC 62623"),
    ("energy.earliest_year", None),
    ("cost.rate", None),
    ("cost.rate.unit", "jaar"),
    ("cost.rate_is", "real-ish"),
    ("cost.asked", ["energy", "energy"]),
    ("cost.asked", ["coffee"]),
    ("cost.changes.coffee", {}),
    ("cost.places", 2.0),
    ("cost.electricity_price.unit", "kWh"),
    ("cost.discount", "0.1"),
    ("footprint.footings.use", {}),
    ("footprint.embodied", "half"),
    ("footprint.transport_factors", []),
    ("circularity.parts.0.indicator", "greenness"),
    ("circularity.parts.0.weight", 60),
    ("circularity.parts.0.steps", []),
    ("circularity.parts.0.band", None),
    ("circularity.parts.1.steps", ["step"]),
    ("software.unit", " "),
    ("software.volume.value", "veel"),
    ("data_centre.period", ""),
    ("ladder.published_on", "20-11-2026"),
    ("ladder.advantages", {"I": "1"}),
    ("ladder.advantages", {"1": "NaN"}),
    ("ladder.discount_in", "hours"),
    ("surprise", 1),
)


@pytest.mark.parametrize(("at", "value"), HOSTILE)
def test_what_is_wrong_is_refused_at_its_place(at: str, value: object) -> None:
    found = refused(changed(at, value))

    field = at.replace(".0.", "[0].").replace(".1.", "[1].")
    assert any(place and (field.startswith(place) or place.startswith(field)) for place in found)


@pytest.mark.parametrize("data", ["plan", 7, [], [1], True, "NaN"])
def test_data_that_are_no_table_are_refused(data: object) -> None:
    assert refused(data)


def test_a_number_in_another_unit_of_the_same_kind_is_converted_exactly() -> None:
    factor = {"value": "253", "unit": "g CO2e per kWh", "source": "Een tabel", "year": 2025}

    plan = plan_from_data(changed("grid_factor", factor))

    assert plan_as_data(plan)["grid_factor"] == factor | {"value": "0.253", "unit": "kg CO2e/kWh"}


def test_a_number_that_cannot_be_written_down_after_converting_is_refused() -> None:
    factor = {"value": "0.0000000001", "unit": "g CO2e per kWh", "source": "Een tabel", "year": 2025}

    assert refused(changed("grid_factor", factor)) == {"grid_factor.value"}


UNSOUND: tuple[tuple[str, dict[str, Any]], ...] = (
    ("kinds", {"kinds": ()}),
    ("kinds", {"kinds": (build.LAPTOP, build.LAPTOP)}),
    ("kinds[0].code", {"kinds": (build.DeviceKind(code="ladder", title="x", number=1),)}),
    ("kinds[0].code", {"kinds": (build.DeviceKind(code="a:b", title="x", number=1),)}),
    ("kinds[0].number", {"kinds": (build.DeviceKind(code="a", title="x", number=0),)}),
    ("kinds[0].title", {"kinds": (build.DeviceKind(code="a", title="x" * 40_000, number=1),)}),
    ("horizon", {"horizon": None}),
    ("horizon", {"horizon": 61}),
    ("grid_factor", {"grid_factor": None}),
    ("energy", {"energy": None}),
    ("footprint", {"footprint": None, "cost": build.cost_terms(carbon_price=build.carbon())}),
    ("footprint.footings.transport", {"footprint": build.footprint_terms(footings={})}),
    (
        "footprint.footings.transport",
        {"footprint": build.footprint_terms(transport_factors=build.factors(sea="0.1"))},
    ),
    ("cost.electricity_price", {"cost": build.cost_terms(electricity_price=None)}),
    ("cost.changes.residual", {"cost": build.cost_terms(changes={}, residual=Residual.BUY_BACK)}),
    ("cost.asked", {"cost": build.cost_terms(asked=frozenset({CostKind.FEE}))}),
    ("cost.rate", {"cost": build.cost_terms(rate=build.stated(Text(nl="r", en="r"), "3"))}),
    ("circularity.parts", {"circularity": build.CircularityMethod(parts=(), places=0)}),
    ("software.volume", {"software": build.software("0")}),
    ("ladder.version", {"ladder": replace(build.ladder(), version="4.0")}),
)


@pytest.mark.parametrize(("place", "fields"), UNSOUND)
def test_what_is_missing_or_unsound_is_named_at_its_place(place: str, fields: dict[str, Any]) -> None:
    assert place in places(build.plan(**fields))
