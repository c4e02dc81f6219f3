"""What must hold for every lot and every set of bids."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    Bid,
    RoundAt,
    TieBreak,
)
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
from tests.tenders.scoring.offers import AMOUNTS, GRADES, PRICES, bids, order, three, totals


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
    "F15": lot(bare_price(40), *QUALITY, award=award("reduced-price")),
    # the worst bid is dearer than all, so it is no reference
    "F1": lot(price(40, "relative-inverse"), *QUALITY),
    "F2": lot(price(40, "linear-to-lowest", multiple=Decimal(2)), *QUALITY),
    "F5": lot(price(40, "logarithmic", base=Decimal(2), negative="to_zero"), *QUALITY),
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


@given(offers=bids(most=5), cut=st.decimals(min_value="0.01", max_value="0.99", places=2))
def test_a_lower_price_never_costs_points_or_a_place(offers: tuple[Bid, ...], cut: Decimal) -> None:
    """Under absolute points: the others keep theirs, the cheaper bid keeps or gains."""
    published = three()
    own = offers[0]
    cheaper = replace(own, values={**own.values, "price": own.values["price"] * cut})  # type: ignore[operator]

    before = evaluate(with_bids(published, *offers))
    after = evaluate(with_bids(published, cheaper, *offers[1:]))

    assert after.of(own.code).total >= before.of(own.code).total
    assert after.of(own.code).rank <= before.of(own.code).rank
    assert [after.of(other.code).total for other in offers[1:]] == [
        before.of(other.code).total for other in offers[1:]
    ]


@pytest.mark.parametrize("method", ["absolute-linear", "relative-inverse", "rank-ladder"])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_equal_bids_share_the_first_place(method: str, count: int) -> None:
    parameters = {"shares": (Decimal(1),)} if method == "rank-ladder" else {}
    twins = [bid(f"b{index}", price=50, quality="fair") for index in range(count)]

    result = evaluate(lot(price(40, method, **parameters), scale(), bids=twins))

    assert [found.rank for found in result.ranking] == [1] * count
    assert len(totals(result)) == count
    assert len(set(totals(result).values())) == 1
