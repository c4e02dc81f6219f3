"""Circularity: measured promises by published steps and bands; a label alone earns nothing."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band, Scale, Steps
from tenders.lifecycle.circularity.score import (
    CircularityMethod,
    CircularityScore,
    Promise,
    Weighed,
    circularity,
)
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.unit import NUMBER, YEAR
from tests.tenders.lifecycle.build_circularity import METHOD, SPARE_PARTS, promise, steps
from tests.tenders.lifecycle.formula import outcome


def of(what: Promise, how: CircularityMethod = METHOD) -> CircularityScore:
    return circularity(how, [what])[0]


def places(how: CircularityMethod, *promises: Promise) -> list[str]:
    with pytest.raises(NotComputable) as refused:
        circularity(how, promises)
    return [problem.place for problem in refused.value.problems]


def test_three_promises_become_one_score() -> None:
    """50 × 0,2/0,6 + 30 × 0,5 + 20 × 0,4/0,5 = 16,6667 + 15 + 16 = 47,67 percent."""
    found = of(promise())

    assert [each.percent.rounded(4) for each in found.parts] == [
        Decimal("16.6667"),
        Decimal("15.0000"),
        Decimal("16.0000"),
    ]
    assert found.percent.amount == Fraction(143, 3)
    assert found.rounded == Decimal("47.67")
    assert found.parts[0].share.filled.nl == "(0,2 − 0) / (0,6 − 0)"


@pytest.mark.parametrize(("places", "expected"), [(0, "48"), (10, "47.6666666667")])
def test_the_score_has_the_decimals_that_the_tender_publishes(places: int, expected: str) -> None:
    assert of(promise(), replace(METHOD, places=places)).rounded == Decimal(expected)


@pytest.mark.parametrize(
    ("years", "share"),
    [("0", "0"), ("2.9999", "0"), ("3", "0.5"), ("4.9999", "0.5"), ("5", "1"), ("60", "1")],
)
def test_the_lower_limit_of_a_step_belongs_to_it(years: str, share: str) -> None:
    assert of(promise(spare_parts=years)).parts[1].share.exact == quantity(share, NUMBER)


@pytest.mark.parametrize(("value", "share"), [("0", "0"), ("0.5", "0"), ("0.75", "0.5"), ("1", "1")])
def test_a_band_ends_at_its_edges(value: str, share: str) -> None:
    assert of(promise(take_back=value)).parts[2].share.exact == quantity(share, NUMBER)


parts = some.decimals("0", "1", places=3).map(str)
lengths = some.decimals("0", "12", places=2).map(str)


@given(parts, lengths, parts, parts)
def test_more_is_never_worse_and_every_formula_gives_its_figure(
    refurbished: str, years: str, take_back: str, more: str
) -> None:
    what = promise(refurbished=refurbished, spare_parts=years, take_back=take_back)
    found = of(what)

    assert 0 <= found.percent.amount <= 100
    assert [outcome(each.share) for each in found.parts] == [each.share.exact.amount for each in found.parts]
    for indicator, value in what.values.items():
        better = min(value + quantity(more, value.unit), Quantity(indicator.measure.most, value.unit))
        assert of(replace(what, values={**what.values, indicator: better})).percent >= found.percent


@given(some.permutations(METHOD.parts), some.permutations(["A", "B", "C"]))
def test_no_order_matters(order: list[Weighed], bids: list[str]) -> None:
    values = {"A": promise("A"), "B": promise("B", "0.6"), "C": promise("C", spare_parts="9")}
    expected = {bid: of(values[bid]).percent for bid in values}

    found = circularity(replace(METHOD, parts=tuple(order)), [values[bid] for bid in bids])

    assert {each.bid: each.percent for each in found} == expected


def test_a_label_without_the_value_earns_nothing() -> None:
    bare = Promise(bid="A", values={}, evidence=dict.fromkeys(promise().values, "TCO Certified"))

    with pytest.raises(NotComputable) as refused:
        circularity(METHOD, [bare])

    assert [problem.place for problem in refused.value.problems] == [
        "promises[A].refurbished",
        "promises[A].spare_parts",
        "promises[A].take_back",
    ]
    assert refused.value.problems[0].message.nl == (
        "De waarde ontbreekt: deel van de apparaten dat refurbished is. Een keurmerk zonder deze waarde "
        "levert geen punten op."
    )


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (Indicator.REFURBISHED, quantity("1.1", NUMBER), "promises[A].refurbished"),
        (Indicator.REFURBISHED, quantity("-0.1", NUMBER), "promises[A].refurbished"),
        (Indicator.REFURBISHED, quantity("1", YEAR), "promises[A].refurbished"),
        (Indicator.SPARE_PARTS, quantity("61", YEAR), "promises[A].spare_parts"),
        (Indicator.LIFETIME, quantity("5", YEAR), "promises[A].lifetime"),
    ],
)
def test_a_promise_that_cannot_be_is_refused(indicator: Indicator, value: Quantity, expected: str) -> None:
    what = promise()

    assert places(METHOD, replace(what, values={**what.values, indicator: value})) == [expected]


def test_a_promise_without_evidence_is_refused() -> None:
    what = replace(promise(), evidence={Indicator.REFURBISHED: "Report", Indicator.SPARE_PARTS: " "})

    assert places(METHOD, what) == ["promises[A].spare_parts.evidence", "promises[A].take_back.evidence"]


def test_a_bid_is_there_once() -> None:
    assert places(METHOD, promise(), promise()) == ["promises"]


def one(scale: Scale, weight: str = "100", **fields: Any) -> CircularityMethod:
    part = Weighed(indicator=Indicator.SPARE_PARTS, weight=Decimal(weight), scale=scale)
    return CircularityMethod(**{"parts": (part,), "places": 2, **fields})


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (one(SPARE_PARTS, parts=()), ["method.parts"]),
        (one(SPARE_PARTS, weight="99.99"), ["method.parts"]),
        (one(SPARE_PARTS, places=11), ["method.places"]),
        (replace(METHOD, parts=(METHOD.parts[0],) * 2), ["method.parts[refurbished]"]),
        (one(Band(Decimal(5), Decimal(5))), ["method.parts[spare_parts].scale"]),
        (one(Steps(())), ["method.parts[spare_parts].scale"]),
        (one(steps("1", "3", "0.5")), ["method.parts[spare_parts].scale"]),
        (one(Steps(SPARE_PARTS.steps[1:])), ["method.parts[spare_parts].scale"]),
        (one(Steps(SPARE_PARTS.steps[::2])), ["method.parts[spare_parts].scale"]),
    ],
)
def test_a_method_with_a_hole_or_a_wrong_sum_is_refused(how: CircularityMethod, expected: list[str]) -> None:
    assert places(how) == expected


@pytest.mark.parametrize(("heavy", "light"), [(80, -10), (70, 0)])
def test_weights_of_nothing_are_refused_although_they_add_up(heavy: int, light: int) -> None:
    first, second, third = METHOD.parts
    parts_ = (replace(first, weight=Decimal(heavy)), second, replace(third, weight=Decimal(light)))

    assert places(replace(METHOD, parts=parts_)) == ["method.parts"]


def test_a_weight_of_one_percent_is_a_weight() -> None:
    first, second, _ = METHOD.parts
    parts_ = (replace(first, weight=Decimal(99)), replace(second, weight=Decimal(1)))
    what = promise()
    values = {part.indicator: what.values[part.indicator] for part in parts_}

    found = of(
        Promise(bid="A", values=values, evidence=dict.fromkeys(values, "Report")),
        replace(METHOD, parts=parts_),
    )

    assert found.percent.amount == Fraction(67, 2)
