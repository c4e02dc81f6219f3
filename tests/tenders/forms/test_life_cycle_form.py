"""The form of a calculation holds every plan that there can be: what is kept comes back the same."""

from typing import Any

import pytest
from hypothesis import given

from tenders.forms.life_cycle.known import known_choices, row_of
from tenders.forms.life_cycle.plan import PlanForm
from tenders.lifecycle.plan import Plan, plan_as_data, plan_from_data
from tests.tenders.forms.life_cycle_posted import posted
from tests.tenders.lifecycle import build_plan as build


def form_for(plan: Plan) -> PlanForm:
    return PlanForm(stored=plan_as_data(plan), seen="v1")


@given(build.plans())
def test_what_is_kept_comes_back_the_same(plan: Plan) -> None:
    again = PlanForm(posted(form_for(plan)), stored={}, seen="v1")

    assert again.is_valid(), again.errors
    assert plan_from_data(again.cleaned_data["data"]) == plan


def errors(**changed: Any) -> dict[str, list[str]]:
    data = posted(form_for(build.plan(cost=build.cost_terms(carbon_price=build.carbon()))))
    for name, value in changed.items():
        data[name.replace("__", "-")] = value
    form = PlanForm(data, stored={}, seen="v1")
    form.is_valid()
    return {name: list(map(str, found)) for name, found in form.errors.items()}


def test_a_rate_is_typed_as_a_percentage() -> None:
    data = posted(form_for(build.plan()))
    rows = {data[f"numbers-{place}-which"]: data[f"numbers-{place}-value"] for place in range(5)}

    assert rows["cost.rate"] == "3"
    assert rows["grid_factor"] == "0,253"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"numbers__0__year": "gisteren"}, "numbers"),
        ({"numbers__0__value": "0.253"}, "numbers"),
        ({"price_level": "-1"}, "price_level"),
        ({"declared__0__earliest_year": "oud"}, "declared"),
        ({"kinds__0__number": "veel"}, "kinds"),
        ({"levels__0__level": "nul"}, "levels"),
        ({"rate_is": ""}, "rate_is"),
        ({"unit": ""}, "unit"),
        ({"horizon": "6,5"}, "horizon"),
    ],
)
def test_an_error_stands_at_its_field(changed: dict[str, str], field: str) -> None:
    assert list(errors(**changed)) == [field]


@pytest.mark.parametrize("typed", ["1.000", "NaN", "-1", "1,5", "²", "9" * 5000])
@pytest.mark.parametrize(
    "name", ["kinds__0__number", "numbers__0__year", "declared__0__earliest_year", "levels__0__level"]
)
def test_what_is_no_whole_number_is_told_in_the_words_of_a_form(name: str, typed: str) -> None:
    [[said]] = errors(**{name: typed}).values()

    assert said.endswith("is geen heel getal. Gebruik alleen cijfers.")
    assert len(said) < 150


def test_a_part_of_the_time_is_typed_as_a_percentage_and_a_mode_stands_there_once() -> None:
    data = posted(form_for(build.plan(time_shares=build.shares(idle="0.35", off="0.65"))))
    typed = [data[f"time_shares-{place}-value"] for place in range(2)]
    data["time_shares-1-mode"] = "idle"
    form = PlanForm(data, stored={}, seen="v1")

    assert typed == ["35", "65"]
    assert not form.is_valid()
    assert list(form.errors) == ["time_shares"]


def test_a_number_without_its_part_is_refused_by_name() -> None:
    data = posted(form_for(build.plan()))
    data.setlist("parts", ["footprint", "circularity", "software", "data_centre", "ladder"])
    form = PlanForm(data, stored={}, seen="v1")

    assert not form.is_valid()
    assert "‘Disconteringsvoet per jaar’ hoort bij een deel dat u niet berekent." in str(
        form.errors["numbers"]
    )


def test_a_number_stands_there_once() -> None:
    assert "staat er meer dan eens" in str(errors(numbers__1__which="grid_factor")["numbers"])


def test_a_known_figure_becomes_a_row_beside_what_was_typed() -> None:
    data = posted(form_for(build.plan()))
    data["horizon"] = "zes"
    data["known"] = "transport-sea-container-2024"

    found = PlanForm(data, stored={}, seen="v1").with_known()

    assert found.initial["horizon"] == "zes"
    assert found.initial["transport"][-1] == {
        "mode": "sea-container-2024",
        "value": "0,01612",
        "source": "UK Government GHG Conversion Factors for Company Reporting 2024, v1.1 (OGL v3.0)",
        "year": "2024",
    }


@pytest.mark.parametrize(
    ("code", "field", "value"),
    [
        ("grid-nl-electricity-maps-2025", "numbers", "0,253"),
        ("co2-price-low-2021", "numbers", "0,05"),
        ("co2-price-central-2021", "numbers", "0,13"),
        ("co2-price-high-2021", "numbers", "0,16"),
        ("ladder-sanction", "numbers", "1,5"),
        ("ladder-prorail-3", "levels", "4"),
    ],
)
def test_each_known_figure_stands_in_the_unit_of_its_field(code: str, field: str, value: str) -> None:
    name, row = row_of(code)

    assert (name, value in row.values()) == (field, True)
    assert code in dict(known_choices())
