"""Terms of the ladder, in euros and in points."""

from datetime import date
from typing import Any

from tenders.lifecycle.ladder.terms import POINT, DiscountIn, LadderTerms
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.reference import figures_about
from tenders.lifecycle.unit import EURO, NUMBER
from tests.tenders.lifecycle.build import published

PRORAIL = {number: each.value for number, each in enumerate(figures_about("ladder-prorail"), start=1)}


def terms(**fields: Any) -> LadderTerms:
    given_: dict[str, Any] = {
        "version": "3.1",
        "published_on": date(2026, 12, 31),
        "discount_in": DiscountIn.PERCENT,
        "advantages": PRORAIL,
        "sanction": published("1.5"),
        "point_worth": None,
    }
    return LadderTerms(**{**given_, **fields})


def in_euros(**fields: Any) -> LadderTerms:
    return terms(
        discount_in=DiscountIn.EUROS, advantages=steps("100", "300", "600", unit=EURO), **NEW, **fields
    )


def in_points(**fields: Any) -> LadderTerms:
    given_ = {"point_worth": published("2000", EURO / POINT), **fields}
    advantages = steps("2", "5", "10", unit=POINT)
    return terms(discount_in=DiscountIn.POINTS, advantages=advantages, **NEW, **given_)


NEW = {"version": "4.0", "published_on": date(2027, 1, 1)}


def steps(*values: str, unit: Any = NUMBER) -> dict[int, Any]:
    return {number: quantity(value, unit) for number, value in enumerate(values, start=1)}
