"""The CO2 Performance Ladder: the version of the day, the discount, the proof and the sanction."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.lifecycle.ladder.advantage import advantage, sanction
from tenders.lifecycle.ladder.terms import POINT, LadderTerms, problems_of_terms
from tenders.lifecycle.ladder.version import VERSIONS, version_on
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import EURO, YEAR
from tenders.lint.law import fact
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Level, LevelAmount
from tests.tenders.lifecycle.any_cost import amounts
from tests.tenders.lifecycle.build import published
from tests.tenders.lifecycle.build_ladder import PRORAIL, in_euros, in_points, steps, terms
from tests.tenders.lifecycle.formula import outcome
from tests.tenders.scoring.build import award, bare_price, bid, lot, scale

V31, V40 = VERSIONS


def price(amount: str) -> Any:
    return quantity(amount, EURO)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 6, 21), None),
        (date(2020, 6, 22), V31),
        (date(2026, 12, 31), V31),
        (date(2027, 1, 1), V40),
        (date(2035, 1, 1), V40),
    ],
)
def test_the_version_of_a_day(day: date, expected: Any) -> None:
    assert version_on(day) == expected


def test_the_levels_and_their_names() -> None:
    assert [(each.code, each.levels, each.label(2).nl) for each in VERSIONS] == [
        ("3.1", 5, "niveau 2"),
        ("4.0", 3, "trede 2"),
    ]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda each: each.code)
def test_the_legality_check_knows_the_same_versions(version: Any) -> None:
    known = fact(f"co2-ladder-{version.code}", version.valid_from)

    assert known is not None
    assert (known.value, known.valid_from, known.valid_until) == (
        version.levels,
        version.valid_from,
        version.valid_until,
    )


def test_the_example_of_the_adviser() -> None:
    """De Duurzame Adviseurs: 30 million at level 3 counts as 28.8 million and beats 29 million at level 0."""
    ours = advantage(terms(), price("30000000"), 3)
    theirs = advantage(terms(), price("29000000"), 0)

    assert ours.worth.exact == price("1200000")
    assert ours.evaluation_price is not None
    assert theirs.evaluation_price is not None
    assert ours.evaluation_price.exact == price("28800000")
    assert ours.evaluation_price.exact < theirs.evaluation_price.exact == price("29000000")


def test_a_discount_in_euros_and_an_advantage_in_points() -> None:
    euros, points = advantage(in_euros(), price("1000"), 2), advantage(in_points(), price("1000"), 2)

    assert euros.evaluation_price is not None
    assert (euros.worth.exact, euros.evaluation_price.exact) == (price("300"), price("700"))
    assert (points.worth.exact, points.evaluation_price) == (quantity("5", POINT), None)


@pytest.mark.parametrize(
    ("how", "promised", "proven", "expected"),
    [
        (terms(), 3, 3, "0"),
        (terms(), 3, 2, "900000"),
        (terms(), 3, 0, "1800000"),
        (terms(), 3, 5, "0"),
        (in_euros(), 3, 1, "750"),
        (in_points(), 3, 2, "15000"),
    ],
)
def test_the_sanction_is_one_and_a_half_times_what_was_not_earned(
    how: LadderTerms, promised: int, proven: int, expected: str
) -> None:
    found = sanction(how, price("30000000"), promised, proven)

    assert found.exact == price(expected)
    assert outcome(found) == found.exact.amount


@given(amounts, some.integers(0, 5), some.integers(0, 5))
def test_a_higher_level_never_counts_less_and_lying_never_pays(
    amount: str, promised: int, proven: int
) -> None:
    worth = {level: advantage(terms(), price(amount), level).worth.exact for level in (promised, proven)}
    unearned = worth[promised] - worth[proven]

    assert (unearned >= price("0")) == (promised >= proven) or unearned == price("0")
    assert sanction(terms(), price(amount), promised, proven).exact >= unearned


@given(some.lists(amounts, min_size=1, max_size=4), some.data())
def test_the_award_method_of_the_scores_gives_the_same_price(prices: list[str], data: Any) -> None:
    chosen = [data.draw(some.integers(0, 5)) for _ in prices]
    levels = [Level(str(number), f"Level {number}", Decimal(0), "") for number in range(6)]
    discounts = tuple(
        LevelAmount(str(number), PRORAIL[number].rounded(2) if number else Decimal(0)) for number in range(6)
    )
    rule = award(
        "co2-ladder-discount", ladder="ladder", discount_in="fraction", discounts=discounts, places=4
    )
    bids = [
        bid(f"b{place}", price=Decimal(amount) + 1, ladder=str(level))
        for place, (amount, level) in enumerate(zip(prices, chosen, strict=True))
    ]
    tender = lot(bare_price("100"), replace(scale("ladder", "0", levels), method=""), award=rule, bids=bids)

    found = evaluate(tender)

    for place, (amount, level) in enumerate(zip(prices, chosen, strict=True)):
        ours = advantage(terms(), price(str(Decimal(amount) + 1)), level).evaluation_price
        assert ours is not None
        assert found.of(f"b{place}").total == ours.exact.rounded(4)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (terms(version="2.2"), ["version"]),
        (terms(published_on=date(2027, 1, 1)), ["version"]),
        (terms(published_on=date(2019, 1, 1)), ["published_on"]),
        (terms(advantages=steps("0.01")), ["advantages"]),
        (terms(advantages=steps("1", "2", "4", "7", "10")), [f"advantages[{n}]" for n in range(1, 6)]),
        (terms(advantages=steps("0.1", "0.2", "0.1", "0.2", "0.2")), ["advantages[3]"]),
        (terms(advantages=steps("-0.1", "0", "0", "0", "0")), ["advantages[1]", "advantages[1]"]),
        (terms(advantages=steps(*"00000", unit=EURO)), [f"advantages[{n}]" for n in range(1, 6)]),
        (terms(sanction=published("0.9")), ["sanction"]),
        (terms(sanction=published("1.5", YEAR)), ["sanction"]),
        (terms(point_worth=published("1", EURO / POINT)), ["point_worth"]),
        (in_points(point_worth=None), ["point_worth"]),
        (in_points(point_worth=published("-1", EURO / POINT)), ["point_worth"]),
        (in_points(point_worth=published("1", EURO)), ["point_worth"]),
    ],
)
def test_terms_that_are_not_complete_or_sound_are_refused(wrong: LadderTerms, expected: list[str]) -> None:
    assert [problem.place for problem in problems_of_terms(wrong)] == expected
    with pytest.raises(NotComputable):
        advantage(wrong, price("1"), 0)


@pytest.mark.parametrize(
    ("amount", "level", "expected"), [("1", 6, "level"), ("1", -1, "level"), ("-1", 0, "price")]
)
def test_a_level_or_a_price_that_cannot_be_is_refused(amount: str, level: int, expected: str) -> None:
    with pytest.raises(NotComputable) as refused:
        advantage(terms(), price(amount), level)

    assert [problem.place for problem in refused.value.problems] == [expected]
