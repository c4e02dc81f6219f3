"""Trying out a method: each has a working example, bad input is explained, refused methods say why."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tenders.scoring.method import Verdict
from tenders.scoring.methods import METHODS

pytestmark = pytest.mark.django_db

BAND = {
    "method": "absolute-linear",
    "points": "40",
    "what": "price",
    "values": "800\n1.000\n1.250,50",
    "par_floor": "800",
    "par_ceiling": "1.200",
    "par_outside": "clip",
}


def address() -> str:
    return reverse("tenders:try_method")


@pytest.mark.parametrize("code", [each.code for each in METHODS if each.verdict is not Verdict.REFUSED])
def test_every_method_starts_from_an_example_that_works(officer: Client, code: str) -> None:
    context = officer.get(address(), {"method": code}).context

    assert (context["form"].errors, context.get("problems")) == ({}, None)
    assert ("trial" in context) is not ("levels" in context)


@pytest.mark.parametrize("code", [each.code for each in METHODS if each.verdict is Verdict.REFUSED])
def test_a_refused_method_says_why_and_computes_nothing(officer: Client, code: str) -> None:
    page = officer.get(address(), {"method": code} | BAND | {"method": code})

    assert "form" not in page.context
    assert page.content.decode().count("Waarom geweigerd") == 1


def test_the_points_follow_the_formula(officer: Client) -> None:
    trial = officer.get(address(), BAND).context["trial"]

    assert [row.points for row in trial.rows] == [Decimal("40.00"), Decimal("20.00"), Decimal("0.00")]


def test_one_percent_better_is_worth_its_points(officer: Client) -> None:
    trial = officer.get(address(), BAND).context["trial"]

    assert [row.gain for row in trial.rows] == [Decimal("0.00"), Decimal("1.00"), Decimal("0.00")]


def test_a_value_above_the_ceiling_is_said_to_be_set_aside(officer: Client) -> None:
    trial = officer.get(address(), BAND | {"par_outside": "exclude"}).context["trial"]

    assert [row.set_aside is not None for row in trial.rows] == [False, False, True]


def test_the_curve_carries_the_letters_of_the_table(officer: Client) -> None:
    chart = officer.get(address(), BAND).context["curve"]

    assert [chart.count(f">{letter}</text>") for letter in "abcd"] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("values", "message"),
    [("800\n12.5", "Regel 2: "), ("NaN", "Regel 1: "), ("\n".join(["1"] * 13), "Vul hooguit 12 waarden in.")],
)
def test_bad_values_name_their_line(officer: Client, values: str, message: str) -> None:
    (found,) = officer.get(address(), BAND | {"values": values}).context["form"].errors["values"]

    assert found[: len(message)] == message


def test_a_missing_parameter_is_asked_for(officer: Client) -> None:
    page = officer.get(address(), {name: text for name, text in BAND.items() if name != "par_floor"})

    assert [problem.nl for problem in page.context["problems"]] == [
        "Bodem ontbreekt. Vul deze in; zonder is de methode niet bekendgemaakt."
    ]


def test_zero_where_the_method_divides_is_refused(officer: Client) -> None:
    given = {"method": "relative-inverse", "points": "40", "what": "price", "values": "0\n10"}

    assert len(officer.get(address(), given).context["problems"]) == 1


def test_an_unknown_method_is_not_there(officer: Client) -> None:
    assert officer.get(address(), {"method": "magic"}).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(address()).status_code == 302


def test_the_working_shows_the_formula_filled_in(officer: Client) -> None:
    trial = officer.get(address(), BAND).context["trial"]

    assert trial.rows[1].filled.nl == "(1.200 − 1.000) / (1.200 − 800)"
