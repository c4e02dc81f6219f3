"""Every figure can be explained: inputs, formula, words, numbers filled in, result, basis."""

from decimal import Decimal
from typing import Any

import pytest

from tenders.scoring.evaluate import evaluate
from tenders.scoring.explain import explain, explain_total
from tenders.scoring.model import Combination, Direction, Knot, Lot, Step, TieBreak, ZeroPrice, ZeroPriceRule
from tests.tenders.scoring.build import award, bare_price, bid, lot, price, quantity, scale

KNOTS = (Knot(Decimal(100), Decimal(1)), Knot(Decimal(150), Decimal(0)))
STEPS = (Step(None, Decimal(110), Decimal(1)), Step(Decimal(110), None, Decimal("0.5")))
BAND = {"floor": Decimal(100), "ceiling": Decimal(1500), "outside": "clip"}


@pytest.mark.parametrize(
    ("method", "parameters", "filled"),
    [
        ("absolute-linear", BAND, "(1.500 − 125) / (1.500 − 100)"),
        ("quadratic", BAND, "1 − ((125 − 100) / (1.500 − 100))²"),
        ("piecewise-linear", {"knots": KNOTS}, "1 + (125 − 100) × (0 − 1) / (150 − 100)"),
        ("step-table", {"steps": STEPS}, "0,5"),
        ("relative-inverse", {}, "100 / 125"),
        ("linear-to-lowest", {"multiple": Decimal("1.5")}, "max(0; (1,5 × 100 − 125) / ((1,5 − 1) × 100))"),
        ("logarithmic", {"base": Decimal(2), "negative": "keep"}, "1 − log(125 / 100) / log(2)"),
        ("rank-ladder", {"shares": (Decimal(1), Decimal("0.8"))}, "0,8"),
    ],
)
def test_the_formula_is_filled_in(method: str, parameters: dict[str, Any], filled: str) -> None:
    offers = [bid("A", price=100, quality="fair"), bid("B", price=125, quality="good")]
    result = evaluate(lot(price(40, method, **parameters), scale(), bids=offers))

    working = explain(result, "B", "price")

    assert working.filled.nl == filled
    assert working.contribution == result.of("B").scores["price"].points
    assert working.basis


def test_where_higher_is_better_the_formula_says_so() -> None:
    reused = quantity("reused", 60, "relative-inverse", Direction.HIGHER)
    offers = [bid("A", price=1, reused=20), bid("B", price=1, reused=30)]

    working = explain(evaluate(lot(price(), reused, bids=offers)), "A", "reused")

    assert (working.formula, working.filled.nl) == ("P / Ph", "20 / 30")
    assert (working.worth, working.weight, working.rounded) == (60, 60, Decimal("40.00"))


def test_a_value_outside_the_band_shows_what_it_counts_as() -> None:
    working = explain(
        evaluate(lot(price(), scale(), bids=[bid("A", price=130, quality="good")])), "A", "price"
    )

    assert working.inputs[0].value == 100
    assert working.inputs[0].meaning.nl == (
        "de prijs van deze inschrijving; 130 telt als de grens van de bandbreedte"
    )


def test_a_zero_price_that_counts_as_an_amount_is_noted() -> None:
    rule = award(zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, Decimal("0.01")))
    published = lot(price(40, "relative-inverse"), scale(), award=rule)

    result = evaluate(lot(*published.criteria, award=rule, bids=[bid("A", price=0, quality="good")]))

    assert [note.en for note in explain(result, "A", "price").notes] == [
        "This bid offered: 0. Under the published rule a price of 0 counts as 0.01."
    ]


@pytest.mark.parametrize(
    ("combination", "filled", "points"),
    [
        (Combination.MEAN, "(1 + 0,6 + 0) / 3", "32.00"),
        (Combination.MEDIAN, "med(1; 0,6; 0)", "36.00"),
    ],
)
def test_several_assessors_are_shown_one_by_one(combination: Combination, filled: str, points: str) -> None:
    offer = bid("A", price=100, quality=("good", "fair", "poor"))
    result = evaluate(lot(price(), scale(), award=award(combination=combination), bids=[offer]))

    working = explain(result, "A", "quality")

    assert (working.filled.nl, str(working.rounded)) == (filled, points)


def total_of(published: Lot) -> tuple[str, str, str]:
    working = explain_total(evaluate(published), "A")
    return working.formula, working.filled.nl, str(working.rounded)


def test_totals_are_filled_in() -> None:
    offer = bid("A", price=75, quality="fair")

    assert total_of(lot(price(), scale(), bids=[offer])) == ("Σ", "10,00 + 36,00", "46.00")
    assert total_of(
        lot(bare_price(), scale(), bids=[offer], award=award("award-on-value", value_per_percent=Decimal(1)))
    ) == ("P − ΣV", "75 − 36", "39.00")
    assert total_of(lot(bare_price(), scale(), bids=[offer], award=award("utility-index"))) == (
        "max(0; 1 − (Qbest − Q) / W) / P × Pl",
        "max(0; 1 − (36,00 − 36,00) / 40,00) / 75 × 75",
        "1.00",
    )


def test_the_total_says_how_a_tie_was_decided() -> None:
    offers = [bid("A", price=70, quality="good"), bid("B", price=10, quality="fair")]
    result = evaluate(lot(price(), scale(), bids=offers, award=award(ties=[TieBreak.PRICE])))

    assert [note.nl for note in explain_total(result, "B").notes] == [
        "Zelfde totaal als A. Beslist op: de laagste prijs."
    ]


def test_an_unknown_bid_has_no_explanation() -> None:
    result = evaluate(lot(price(), scale(), bids=[bid("A", price=1, quality="good")]))

    with pytest.raises(KeyError):
        explain(result, "X", "price")
