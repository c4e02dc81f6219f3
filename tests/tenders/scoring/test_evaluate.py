"""The order of an evaluation, rounding, ties, assessors, several lots."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.evaluate import evaluate, evaluate_tender
from tenders.scoring.model import (
    Combination,
    Direction,
    Level,
    RoundAt,
    Tender,
    TieBreak,
    TieRule,
)
from tenders.scoring.problem import NotEvaluable
from tests.tenders.scoring.build import (
    award,
    bare_price,
    bid,
    lot,
    price,
    quantity,
    scale,
    with_bids,
)
from tests.tenders.scoring.offers import order, three, totals


def test_points_of_the_tree_add_up_to_the_total() -> None:
    result = evaluate(with_bids(three(), bid("A", price=50, co2=20, quality="fair")))

    assert result.node_points("A") == {
        "price": Decimal("20.00"),
        "green": Decimal("43.00"),
        "co2": Decimal("28.00"),
        "quality": Decimal("15.00"),
    }
    assert totals(result) == {"A": Decimal("63.00")}


def test_rounding_at_the_criterion_and_at_the_total_differ() -> None:
    """3 × 7.125 gives 21.39 when each criterion is rounded, 21.38 when the total is."""
    leaves = [quantity(f"q{index}", "7.125") for index in range(3)]
    rest = price("78.625")
    offer = bid("A", price=100, q0=0, q1=0, q2=0)

    each = evaluate(lot(*leaves, rest, bids=[offer], award=award(at=RoundAt.CRITERION)))
    once = evaluate(lot(*leaves, rest, bids=[offer], award=award(at=RoundAt.TOTAL)))

    assert totals(each) == {"A": Decimal("21.39")}
    assert totals(once) == {"A": Decimal("21.38")}


def test_thirds_that_add_up_to_a_half_are_rounded_up_at_the_total() -> None:
    """1/3 + 1/6 of one point is exactly 0.5: nothing may be lost on the way."""
    thirds = quantity("third", 1, floor=Decimal(0), ceiling=Decimal(3), outside="clip")
    sixths = quantity("sixth", 1, floor=Decimal(0), ceiling=Decimal(6), outside="clip")
    offer = bid("A", price=100, third=2, sixth=5)

    result = evaluate(lot(price(98), thirds, sixths, bids=[offer], award=award(places=0, at=RoundAt.TOTAL)))

    assert totals(result) == {"A": Decimal(1)}


@pytest.mark.parametrize(
    ("ties", "draw", "expected"),
    [
        ((TieBreak.QUALITY,), (), [(1, "B"), (2, "A"), (2, "C")]),
        ((TieBreak.PRICE,), (), [(1, "A"), (1, "C"), (3, "B")]),
        ((TieBreak.PRICE, TieBreak.DRAW), ("B", "C", "A"), [(1, "C"), (2, "A"), (3, "B")]),
        ((TieRule(TieBreak.CRITERION, "extra"),), (), [(1, "C"), (2, "A"), (2, "B")]),
        ((TieBreak.DRAW,), (), [(1, "A"), (1, "B"), (1, "C")]),
        ((TieBreak.DRAW,), ("A", "B"), [(1, "A"), (1, "B"), (1, "C")]),
        ((TieBreak.DRAW,), ("C", "A", "B"), [(1, "C"), (2, "A"), (3, "B")]),
        ((), (), [(1, "A"), (1, "B"), (1, "C")]),
    ],
)
def test_ties_are_decided_by_the_published_rules_and_nothing_else(
    ties: Sequence[TieBreak | TieRule], draw: tuple[str, ...], expected: list[tuple[int, str]]
) -> None:
    """All have 50 points; B has most quality, A and C the lowest price, C most on the extra criterion."""
    offers = [
        bid("A", price=50, co2=50, extra=50),
        bid("B", price=60, co2=40, extra=50),
        bid("C", price=50, co2=55, extra=40),
    ]
    published = lot(price(40), quantity("co2", 40), quantity("extra", 20), award=award(ties=ties), draw=draw)

    result = evaluate(with_bids(published, *offers))

    assert set(totals(result).values()) == {Decimal("50.00")}
    assert order(result) == expected


def test_what_no_rule_decides_is_said() -> None:
    twins = [bid("A", price=50, quality="fair"), bid("B", price=50, quality="fair")]

    to_draw = evaluate(lot(price(), scale(), bids=twins, award=award(ties=(TieBreak.DRAW,))))
    no_rule = evaluate(lot(price(), scale(), bids=twins))

    assert to_draw.winner is None
    assert [entry.message.nl for entry in to_draw.undecided] == [
        "Gelijke stand op plaats 1: loot tussen A, B en leg de uitslag vast."
    ]
    assert [(entry.rank, entry.bids) for entry in no_rule.undecided] == [(1, ("A", "B"))]
    assert [found.tie.en for found in no_rule.ranking if found.tie] == [
        "Same total as B. Not decided: the place is shared.",
        "Same total as A. Not decided: the place is shared.",
    ]


@pytest.mark.parametrize(
    ("combination", "expected"),
    [(Combination.MEAN, "32.00"), (Combination.MEDIAN, "36.00")],
)
def test_assessors_combine_as_published(combination: Combination, expected: str) -> None:
    published = lot(price(), scale(), award=award(combination=combination))

    result = evaluate(with_bids(published, bid("A", price=100, quality=("good", "fair", "poor"))))

    assert totals(result) == {"A": Decimal(expected)}


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    published = lot(price(), scale(), award=award(combination=Combination.MEDIAN))

    result = evaluate(with_bids(published, bid("A", price=100, quality=("good", "fair", "poor", "good"))))

    assert totals(result) == {"A": Decimal("48.00")}


def test_a_mark_in_numbers_can_be_given_by_several_assessors() -> None:
    mark = quantity(
        "mark", 60, direction=Direction.HIGHER, floor=Decimal(1), ceiling=Decimal(10), outside="clip"
    )
    published = lot(price(), mark, award=award(combination=Combination.MEAN))

    result = evaluate(with_bids(published, bid("A", price=100, mark=(Decimal(10), Decimal("5.5")))))

    assert totals(result) == {"A": Decimal("45.00")}


def test_award_on_value_takes_value_off_the_price_and_a_malus_adds_to_it() -> None:
    levels = (Level("plus", "", Decimal(1), ""), Level("minus", "", Decimal("-0.5"), ""))
    rule = award("award-on-value", value_per_percent=Decimal(2))
    published = lot(bare_price(), scale(levels=levels), award=rule)

    result = evaluate(
        with_bids(published, bid("A", price=500, quality="plus"), bid("B", price=300, quality="minus"))
    )

    assert [(found.bid.code, found.total) for found in result.ranking] == [
        ("B", Decimal("360.00")),
        ("A", Decimal("380.00")),
    ]
    assert result.of("A").price == 500


def test_all_lots_are_evaluated_or_all_problems_are_listed() -> None:
    good = with_bids(three(), bid("A", price=50, co2=20, quality="fair"))
    tender = Tender(reference="T", title="T", authority="A", lots=(good, three(), replace(three(), bids=())))

    with pytest.raises(NotEvaluable) as refusal:
        evaluate_tender(tender)

    assert [problem.place for problem in refusal.value.problems] == ["lots[1].bids", "lots[2].bids"]
    assert len(evaluate_tender(replace(tender, lots=(good,))).lots) == 1


def test_one_bid_and_no_valid_bid() -> None:
    published = lot(price(40, floor=Decimal(0), ceiling=Decimal(100), outside="exclude"), scale(), bids=[])

    alone = evaluate(with_bids(published, bid("A", price=50, quality="fair")))
    nobody = evaluate(with_bids(published, bid("A", price=500, quality="fair")))

    assert order(alone) == [(1, "A")]
    assert (nobody.ranking, nobody.winner, len(nobody.excluded)) == ((), None, 1)
