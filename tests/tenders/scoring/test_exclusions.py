"""Bids set aside for published reasons, and zeros that a formula cannot take."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    Direction,
    Requirement,
    ZeroPrice,
    ZeroPriceRule,
)
from tenders.scoring.problem import NotEvaluable
from tests.tenders.scoring.build import (
    award,
    bid,
    lot,
    price,
    quantity,
    scale,
    with_bids,
)
from tests.tenders.scoring.offers import order, three, totals


def test_a_knocked_out_bid_sets_no_reference_and_needs_no_values() -> None:
    cheap = replace(bid("C", price=10), failed={"R1": "Delivers too late."})
    published = lot(
        price(40, "relative-inverse"), scale(), requirements=(Requirement(code="R1", title="Delivery"),)
    )

    result = evaluate(
        with_bids(published, bid("A", price=50, quality="good"), bid("B", price=100, quality="good"), cheap)
    )

    assert totals(result) == {"A": Decimal("100.00"), "B": Decimal("80.00")}
    assert [(entry.bid.code, entry.place, entry.reason.en) for entry in result.excluded] == [
        ("C", "R1", "Does not meet requirement R1 (Delivery): Delivers too late.")
    ]


def test_a_bid_that_fails_on_several_grounds_reads_them_all() -> None:
    asked = tuple(Requirement(code=f"R{n}", title=f"Eis {n}") for n in (1, 2, 3))
    failed = {"R1": "Geen plan.", "R3": "Geen bewijs."}
    out = replace(bid("C", price=0), failed=failed, fallen="De inschrijver trok zich terug.")
    published = lot(price(40, "relative-inverse"), scale(), requirements=asked)
    ruled = replace(published, award=replace(published.award, zero_price=ZeroPriceRule(ZeroPrice.EXCLUDE)))

    [found] = evaluate(with_bids(ruled, bid("A", price=50, quality="good"), out)).excluded

    assert (found.place, found.reason.nl) == (
        "R1",
        (
            "(1) Voldoet niet aan eis R1 (Eis 1): Geen plan. (2) Voldoet niet aan eis R3 (Eis 3): Geen "
            "bewijs. (3) Vervallen na de opening: De inschrijver trok zich terug. (4) De prijs "
            "voor ‘Price’ is 0; volgens de bekendgemaakte regel valt de inschrijving dan af."
        ),
    )


def test_a_bid_below_the_minimum_score_leaves_before_the_references_are_taken() -> None:
    published = lot(price(40, "relative-inverse"), replace(scale(), minimum=Decimal(60)))

    result = evaluate(
        with_bids(
            published,
            bid("A", price=50, quality="good"),
            bid("B", price=100, quality="fair"),
            bid("C", price=10, quality="poor"),
        )
    )

    assert totals(result) == {"A": Decimal("100.00"), "B": Decimal("56.00")}
    assert [entry.reason.nl for entry in result.excluded] == [
        "‘Quality’: 0,00 is minder dan de minimumscore van 36,00 (60% van 60,00)."
    ]


def test_a_minimum_on_a_group_counts_what_is_under_it() -> None:
    published = three()
    green = replace(published.criteria[1], minimum=Decimal(50))

    result = evaluate(
        with_bids(
            replace(published, criteria=(published.criteria[0], green)),
            bid("A", price=50, co2=50, quality="poor"),
            bid("B", price=50, co2=50, quality="fair"),
        )
    )

    assert [entry.bid.code for entry in result.excluded] == ["A"]


def test_a_price_above_the_ceiling_is_set_aside_where_that_is_published() -> None:
    ceiling = price(40, floor=Decimal(0), ceiling=Decimal(100), outside="exclude")

    offers = [bid("A", price=100, quality="fair"), bid("B", price=Decimal("100.01"), quality="good")]

    result = evaluate(lot(ceiling, scale(), bids=offers))

    assert order(result) == [(1, "A")]
    assert [entry.reason.nl for entry in result.excluded] == [
        "Price: 100,01 ligt boven het bekendgemaakte plafond van 100."
    ]


def test_a_zero_price_follows_the_published_rule() -> None:
    offers = [bid("A", price=0, quality="poor"), bid("B", price=1, quality="good")]
    relative = (price(40, "relative-inverse"), scale())
    a_cent = ZeroPriceRule(ZeroPrice.TREAT_AS, Decimal("0.01"))

    excluded = evaluate(lot(*relative, bids=offers))
    counted = evaluate(lot(*relative, bids=offers, award=award(zero_price=a_cent)))

    assert [entry.bid.code for entry in excluded.excluded] == ["A"]
    assert totals(excluded) == {"B": Decimal("100.00")}
    assert totals(counted) == {"B": Decimal("60.40"), "A": Decimal("40.00")}
    assert counted.of("A").scores["price"].value == 0
    assert counted.of("A").scores["price"].counted == Decimal("0.01")


def test_a_quantity_of_zero_that_the_method_divides_by_is_refused_without_a_number() -> None:
    published = lot(price(), quantity("co2", 60, "relative-inverse"))

    with pytest.raises(NotEvaluable) as refusal:
        evaluate(with_bids(published, bid("A", price=1, co2=5), bid("B", price=1, co2=0)))

    assert [problem.place for problem in refusal.value.problems] == ["bids[1].values.co2"]


def test_where_higher_is_better_one_zero_is_fine_and_all_zero_is_refused() -> None:
    published = lot(price(), quantity("reused", 60, "relative-inverse", Direction.HIGHER))

    result = evaluate(with_bids(published, bid("A", price=100, reused=0), bid("B", price=100, reused=5)))

    assert totals(result) == {"B": Decimal("60.00"), "A": Decimal("0.00")}
    with pytest.raises(NotEvaluable) as all_zero:
        evaluate(with_bids(published, bid("A", price=100, reused=0)))
    with pytest.raises(NotEvaluable) as negative:
        evaluate(with_bids(published, bid("A", price=100, reused=-1), bid("B", price=100, reused=5)))
    assert [problem.place for problem in all_zero.value.problems] == ["bids"]
    assert [problem.place for problem in negative.value.problems] == ["bids[0].values.reused"]
