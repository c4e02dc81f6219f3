"""Before it is sealed a statement is held together: what is missing or goes wrong, by its input."""

import pytest

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import (
    CostFigure,
    inputs_of,
    problems_of_amounts,
    problems_of_amounts_alone,
    problems_of_answers,
    read_figure,
)
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

PLAN = build.plan(
    kinds=(build.LAPTOP,),
    cost=build.cost_terms(asked=frozenset({CostKind.ENERGY, CostKind.MAINTENANCE})),
)
COST = CostFigure()
FORMS = ("purchase", "lease", "service")


def parted(plan: Plan, form: str = "purchase", **changed: str) -> tuple[dict[str, str], dict[str, str]]:
    """The answers, and the amounts in euros."""
    given = {code: value for code, value in answers(plan, form, **changed).items() if value}
    euros = {each.code for each in inputs_of(plan) if each.is_price}
    amounts = {code: value for code, value in given.items() if code in euros}
    return {code: value for code, value in given.items() if code not in euros}, amounts


def of_answers(**changed: str) -> set[str]:
    given, _ = parted(PLAN, **changed)
    return {problem.place for problem in problems_of_answers(PLAN, {"P": COST}, given)}


def of_amounts(form: str = "purchase", **changed: str) -> set[str]:
    given, amounts = parted(PLAN, form, **changed)
    return {problem.place for problem in problems_of_amounts(PLAN, {"P": COST}, amounts, given)}


def alone(form: str = "purchase", **changed: str) -> set[str]:
    _, amounts = parted(PLAN, form, **changed)
    return {problem.place for problem in problems_of_amounts_alone(PLAN, amounts)}


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_wrong_with_a_whole_statement_of_any_form(form: str) -> None:
    given, amounts = parted(PLAN, form)

    assert problems_of_answers(PLAN, {"P": COST}, given) == []
    assert problems_of_amounts(PLAN, {"P": COST}, amounts, given) == []
    assert problems_of_amounts_alone(PLAN, amounts) == []


def test_without_any_answer_everything_that_is_asked_of_everybody_is_named() -> None:
    found = {problem.place for problem in problems_of_answers(PLAN, {"P": COST}, {})}

    asked = {each.code for each in inputs_of(PLAN) if not each.is_price and not each.is_optional}
    assert found == asked


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"laptop__energy.year": ""}, "laptop:energy.year"),
        ({"laptop__energy.year": "2019"}, "laptop:energy.year"),
        ({"laptop__energy.evidence": ""}, "laptop:energy.evidence"),
        ({"laptop__lifetime": "vijf"}, "laptop:lifetime"),
        ({"laptop__supply.form": "gift"}, "laptop:supply.form"),
    ],
)
def test_an_answer_that_is_missing_or_does_not_fit_what_is_published_is_named(
    changed: dict[str, str], place: str
) -> None:
    assert of_answers(**changed) == {place}


def test_what_a_criterion_takes_is_worked_out_beforehand() -> None:
    given, _ = parted(PLAN, circularity__spare_parts="99")
    figure = read_figure({"of": "circularity"}, "figure", [])
    assert figure is not None

    found = problems_of_answers(PLAN, {"P": COST, "C": figure}, given)

    assert {problem.place for problem in found} == {"circularity:spare_parts"}


@pytest.mark.parametrize(
    ("form", "changed", "place"),
    [
        ("purchase", {"laptop__supply.end_of_life": ""}, "laptop:supply.end_of_life"),
        ("purchase", {"laptop__supply.fees.2": "10"}, "laptop:supply.fees.2"),
        ("purchase", {"laptop__yearly.maintenance": ""}, "laptop:yearly.maintenance"),
        ("purchase", {"laptop__included.maintenance": "yes"}, "laptop:yearly.maintenance"),
        ("service", {"laptop__supply.fees.6": ""}, "laptop:supply.fees.6"),
        ("lease", {"laptop__supply.price": "900"}, "laptop:supply.price"),
        ("purchase", {"laptop__supply.price": "-1"}, "laptop:supply.price"),
    ],
)
def test_the_amounts_are_those_of_the_stated_form_and_of_what_is_apart(
    form: str, changed: dict[str, str], place: str
) -> None:
    assert of_amounts(form, **changed) == {place}


@pytest.mark.parametrize(
    ("form", "changed", "place"),
    [
        ("purchase", {"laptop__supply.end_of_life": ""}, "laptop:supply.end_of_life"),
        ("purchase", {"laptop__supply.fees.2": "10"}, "laptop:supply.fees.2"),
        ("service", {"laptop__supply.fees.6": ""}, "laptop:supply.fees.6"),
        ("lease", {"laptop__supply.price": "900"}, "laptop:supply.price"),
    ],
)
def test_amounts_that_come_later_make_up_one_form(form: str, changed: dict[str, str], place: str) -> None:
    assert alone(form, **changed) == {place}


def test_amounts_that_come_later_may_leave_out_what_the_fee_may_include() -> None:
    assert alone("lease", **{"laptop__yearly.maintenance": ""}) == set()


def test_a_part_is_stated_as_a_percentage_and_refused_beyond_it() -> None:
    [asked] = [each for each in inputs_of(PLAN) if each.code == "circularity:refurbished"]

    assert asked.label.nl.endswith("in procenten van 0 tot en met 100")
    assert of_answers(circularity__refurbished="100.5") == {"circularity:refurbished"}
    assert of_answers(circularity__refurbished="-1") == {"circularity:refurbished"}
    assert of_answers(circularity__refurbished="20") == set()
