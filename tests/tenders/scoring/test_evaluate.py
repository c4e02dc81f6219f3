"""The order of an evaluation, ties, exclusions, zero prices, and what must always hold."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scoring.evaluate import evaluate, evaluate_tender
from tenders.scoring.model import (
    Bid,
    Combination,
    Direction,
    Level,
    Lot,
    Requirement,
    RoundAt,
    Tender,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import LotResult
from tests.tenders.scoring.build import (
    award,
    bare_price,
    bid,
    group,
    lot,
    price,
    quantity,
    scale,
    with_bids,
)

PRICES = st.decimals(min_value="0.01", max_value=200, places=2)
AMOUNTS = st.decimals(min_value=0, max_value=150, places=1)
GRADES = st.sampled_from(("good", "fair", "poor"))


def order(result: LotResult) -> list[tuple[int, str]]:
    return [(found.rank, found.bid.code) for found in result.ranking]


def totals(result: LotResult) -> dict[str, Decimal]:
    return {found.bid.code: found.total for found in result.ranking}


def three(*, at: RoundAt = RoundAt.CRITERION, method: str = "absolute-linear") -> Lot:
    """Price 40, and 60 for sustainability of which co2 35 and quality 25."""
    return lot(
        price(40, method),
        group("green", 60, quantity("co2", 35), scale("quality", 25)),
        award=award(at=at, ties=(TieBreak.QUALITY, TieBreak.PRICE, TieBreak.DRAW)),
    )


@st.composite
def bids(draw: st.DrawFn, most: int = 6) -> tuple[Bid, ...]:
    count = draw(st.integers(1, most))
    return tuple(
        bid(f"b{index}", price=draw(PRICES), co2=draw(AMOUNTS), quality=draw(GRADES))
        for index in range(count)
    )


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


@pytest.mark.parametrize("at", list(RoundAt))
@pytest.mark.parametrize("method", ["absolute-linear", "relative-inverse", "rank-ladder"])
@given(data=st.data())
def test_the_order_of_the_bids_changes_nothing(method: str, at: RoundAt, data: st.DataObject) -> None:
    published = three(at=at)
    parameters = {"shares": (Decimal(1), Decimal("0.5"))} if method == "rank-ladder" else {}
    if method != "absolute-linear":
        published = replace(published, criteria=(price(40, method, **parameters), *published.criteria[1:]))
    offers = data.draw(bids())
    shuffled = data.draw(st.permutations(offers))

    assert (
        evaluate(with_bids(published, *offers)).ranking == evaluate(with_bids(published, *shuffled)).ranking
    )


@given(bids())
def test_contributions_add_up(offers: tuple[Bid, ...]) -> None:
    each = evaluate(with_bids(three(), *offers))
    once = evaluate(with_bids(three(at=RoundAt.TOTAL), *offers))

    for found in each.ranking:
        assert sum(score.points for score in found.scores.values()) == found.total
        assert each.node_points(found.bid.code)["green"] == found.quality
    for found in once.ranking:
        assert sum(Fraction(*map(Fraction, score.amount)) for score in found.scores.values()) == Fraction(
            *map(Fraction, found.figure)
        )


@given(bids())
def test_the_rounded_points_are_those_of_exact_fractions(offers: tuple[Bid, ...]) -> None:
    """An oracle in fractions for a relative price, an absolute quantity and a scale."""
    published = three(method="relative-inverse")
    result = evaluate(with_bids(published, *offers))
    lowest = min(Fraction(offer.values["price"]) for offer in offers)  # type: ignore[arg-type]

    for found in result.ranking:
        values = found.bid.values
        exact = {
            "price": 40 * lowest / Fraction(values["price"]),  # type: ignore[arg-type]
            "co2": 35 * max(0, 100 - Fraction(values["co2"])) / 100,  # type: ignore[arg-type]
            "quality": 25 * {"good": 1, "fair": Fraction(3, 5), "poor": 0}[str(values["quality"])],
        }
        for code, value in exact.items():
            assert Fraction(found.scores[code].points) == Fraction(int(value * 100 + Fraction(1, 2)), 100)


@given(bids(most=4), PRICES, AMOUNTS, st.data())
def test_a_dominated_bid_never_wins_under_absolute_methods(
    offers: tuple[Bid, ...], cost: Decimal, co2: Decimal, data: st.DataObject
) -> None:
    better = bid("better", price=cost, co2=co2, quality="good")
    worse = bid(
        "worse",
        price=cost + data.draw(PRICES),
        co2=co2 + data.draw(AMOUNTS),
        quality=data.draw(GRADES),
    )

    result = evaluate(with_bids(three(), *offers, worse, better))

    assert result.of("better").rank <= result.of("worse").rank


QUALITY = (quantity("co2", 35), scale("quality", 25))
INDEPENDENT = {
    "F4": lot(price(40), *QUALITY, award=award(ties=(TieBreak.PRICE,))),
    "F6": lot(bare_price(40), *QUALITY, award=award("award-on-value", value_per_percent=Decimal(1))),
    "F7": lot(
        bare_price(0),
        quantity("co2", 60),
        scale("quality", 40),
        award=award("quality-price-ratio", constant=Decimal(100)),
    ),
}


@pytest.mark.parametrize("formula", sorted(INDEPENDENT))
@given(offers=bids(most=4))
def test_a_worse_bid_more_changes_nothing_between_the_others(formula: str, offers: tuple[Bid, ...]) -> None:
    published = INDEPENDENT[formula]
    worst = bid("worst", price=201, co2=151, quality="poor")

    before = order(evaluate(with_bids(published, *offers)))
    after = order(evaluate(with_bids(published, *offers, worst)))

    assert [entry for entry in after if entry[1] != "worst"] == before


@given(bids(most=5))
def test_points_and_value_give_one_ranking_when_the_value_is_the_money_equivalent(
    offers: tuple[Bid, ...],
) -> None:
    """On a band of 0 to 200 a point of the 40 for price costs 5 euros, so a percentage is worth 5."""
    band = price(40, floor=Decimal(0), ceiling=Decimal(200), outside="clip")
    by_points = lot(band, *QUALITY, award=award(places=10))
    by_value = lot(
        bare_price(), *QUALITY, award=award("award-on-value", places=10, value_per_percent=Decimal(5))
    )

    assert order(evaluate(with_bids(by_points, *offers))) == order(evaluate(with_bids(by_value, *offers)))
