"""A bid that falls away after the opening: keep or recalculate, as published."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from tenders.scoring.evaluate import evaluate
from tenders.scoring.explain import explain, explain_total
from tenders.scoring.fallen import depends_on_others
from tenders.scoring.files import canonical, from_json
from tenders.scoring.model import (
    Bid,
    FallingAway,
    Lot,
    Requirement,
    Tender,
    ZeroPrice,
    ZeroPriceRule,
)
from tenders.scoring.problem import NotEvaluable
from tests.tenders.scoring.build import award, bare_price, bid, lot, price, quantity, scale
from tests.tenders.scoring.offers import bids, order, three, totals

KEEP, RECALCULATE = FallingAway.KEEP, FallingAway.RECALCULATE

# Price relative to the lowest. With C: A 20 + 30, B 14.29 + 36; without C: A 40 + 30, B 28.57 + 36.
RELATIVE = lot(
    price(40, "relative-inverse"),
    quantity("co2", 60),
    bids=(
        bid("A", price=100, co2=50),
        bid("B", price=140, co2=40),
        bid("C", price=50, co2=100),
    ),
)


def under(published: Lot, rule: FallingAway | None, *gone: str) -> Lot:
    """The same lot, with a rule for falling away, after the bids `gone` fell away."""
    fallen = tuple(
        replace(each, fallen="Teruggetrokken.") if each.code in gone else each for each in published.bids
    )
    return replace(published, award=replace(published.award, falling_away=rule), bids=fallen)


def test_recalculate_scores_the_others_as_if_the_bid_had_never_been_made() -> None:
    found = evaluate(under(RELATIVE, RECALCULATE, "C"))

    assert totals(found) == {"A": Decimal("70.00"), "B": Decimal("64.57")}
    assert [each.reason.nl for each in found.excluded] == ["Vervallen na de opening: Teruggetrokken."]


def test_keep_leaves_the_scores_of_the_others_and_skips_the_bid() -> None:
    found = evaluate(under(RELATIVE, KEEP, "C"))

    assert totals(found) == {"A": Decimal("50.00"), "B": Decimal("50.29")}
    assert order(found) == [(1, "B"), (2, "A")]
    assert [each.bid.code for each in found.excluded] == ["C"]


def test_the_working_of_a_kept_score_shows_the_reference_it_rests_on() -> None:
    found = evaluate(under(RELATIVE, KEEP, "C"))

    lowest = [symbol for symbol in explain(found, "A", "price").inputs if symbol.symbol == "Pl"]

    assert [symbol.value for symbol in lowest] == [Decimal(50)]


def test_the_working_of_a_kept_total_shows_the_reference_it_rests_on() -> None:
    index = lot(
        bare_price(40),
        scale(weight=60),
        award=award("utility-index"),
        bids=(bid("A", price=100, quality="good"), bid("B", price=50, quality="fair")),
    )

    found = evaluate(under(index, KEEP, "B"))

    assert [s.value for s in explain_total(found, "A").inputs if s.symbol == "Pl"] == [Decimal(50)]


def test_without_a_published_rule_a_relative_formula_gives_no_ranking() -> None:
    with pytest.raises(NotEvaluable) as refusal:
        evaluate(under(RELATIVE, None, "C"))

    assert [problem.place for problem in refusal.value.problems] == ["award.falling_away"]
    assert "Zonder bekendgemaakte regel geen rangorde" in refusal.value.problems[0].message.nl


def test_without_a_rule_an_absolute_formula_needs_none() -> None:
    absolute = lot(price(), quantity(), bids=RELATIVE.bids)

    assert totals(evaluate(under(absolute, None, "C"))) == totals(evaluate(under(absolute, KEEP, "C")))


@pytest.mark.parametrize("rule", [None, KEEP, RECALCULATE])
@pytest.mark.parametrize(("price_of_c", "co2_of_c"), [(-5, 100), (50, 0), (50, -1)])
def test_a_bid_with_a_value_that_no_ranking_takes_does_not_hold_up_the_others_once_it_fell_away(
    rule: FallingAway | None, price_of_c: int, co2_of_c: int
) -> None:
    published = lot(
        price(40, "relative-inverse"),
        quantity("co2", 60, "relative-inverse"),
        bids=(
            bid("A", price=100, co2=50),
            bid("B", price=140, co2=40),
            bid("C", price=price_of_c, co2=co2_of_c),
        ),
    )

    with pytest.raises(NotEvaluable):
        evaluate(under(published, rule))
    found = evaluate(under(published, rule, "C"))

    assert totals(found) == totals(evaluate(replace(published, bids=published.bids[:2])))


def test_a_price_of_zero_keeps_to_its_own_rule_when_the_bid_fell_away() -> None:
    counts_as = ZeroPriceRule(ZeroPrice.TREAT_AS, Decimal(50))
    published = replace(RELATIVE, award=replace(RELATIVE.award, zero_price=counts_as))
    free = replace(published, bids=(*published.bids[:2], bid("C", price=0, co2=100)))

    found = evaluate(under(free, KEEP, "C"))

    assert totals(found) == {"A": Decimal("50.00"), "B": Decimal("50.29")}


def test_a_bid_that_fell_away_before_it_was_scored_was_never_in_the_ranking() -> None:
    unscored = replace(RELATIVE, bids=(*RELATIVE.bids[:2], bid("C", co2=100)))

    found = [totals(evaluate(under(unscored, rule, "C"))) for rule in (KEEP, None)]

    assert found == [{"A": Decimal("70.00"), "B": Decimal("64.57")}] * 2


def test_a_knocked_out_bid_keeps_the_reason_of_its_knock_out() -> None:
    out = replace(RELATIVE.bids[2], failed={"E1": "Te laat."})
    published = replace(
        RELATIVE, bids=(*RELATIVE.bids[:2], out), requirements=(Requirement(code="E1", title="Op tijd"),)
    )

    found = evaluate(under(published, KEEP, "C"))

    assert [each.place for each in found.excluded] == ["E1"]
    assert totals(found) == {"A": Decimal("70.00"), "B": Decimal("64.57")}


def test_when_all_fell_away_the_ranking_is_empty() -> None:
    found = evaluate(under(RELATIVE, KEEP, "A", "B", "C"))

    assert (found.ranking, len(found.excluded), found.winner) == ((), 3, None)


def test_a_fallen_bid_and_its_rule_survive_the_file() -> None:
    published = under(RELATIVE, KEEP, "C")
    tender = Tender(reference="T", title="T", authority="A", lots=(published,))

    assert from_json(canonical(tender).decode()) == tender


def test_a_tender_without_fallen_bids_keeps_its_bytes() -> None:
    tender = Tender(reference="T", title="T", authority="A", lots=(RELATIVE,))

    assert b"fall" not in canonical(tender)


@given(bids(most=5))
def test_with_absolute_formulas_both_rules_give_the_same(offers: tuple[Bid, ...]) -> None:
    published = replace(three(), bids=offers)

    keep, again = (evaluate(under(published, rule, "b0")) for rule in (KEEP, RECALCULATE))

    assert not depends_on_others(published)
    assert (order(keep), totals(keep)) == (order(again), totals(again))


@given(bids(most=5))
def test_keep_never_turns_the_order_of_the_others(offers: tuple[Bid, ...]) -> None:
    published = replace(three(method="relative-inverse"), bids=offers)
    before = [code for _, code in order(evaluate(published)) if code != "b0"]

    after = evaluate(under(published, KEEP, "b0"))

    assert [code for _, code in order(after)] == before


@given(bids(most=5))
def test_recalculate_is_the_ranking_of_the_others_alone(offers: tuple[Bid, ...]) -> None:
    published = replace(three(method="relative-inverse"), bids=offers)
    if len(offers) == 1:
        return

    after = evaluate(under(published, RECALCULATE, "b0"))

    assert totals(after) == totals(evaluate(replace(published, bids=offers[1:])))
