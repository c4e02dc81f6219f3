"""What is refused before anything is computed, and where the message points."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.check import check, check_tender
from tenders.scoring.model import (
    Criterion,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
    Tender,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.scoring.build import award, bare_price, group, lot, price, quantity, scale, with_bids
from tests.tenders.scoring.checking import GOOD, OFFER, found, places


def test_a_good_lot_has_no_problems_with_or_without_bids() -> None:
    assert check(GOOD) == ()
    assert check(with_bids(GOOD, OFFER)) == ()


def test_weights_that_fall_short_name_the_lot_and_what_is_left() -> None:
    assert found(lot(price(40), scale("quality", 55))) == [
        ("criteria", "De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen.")
    ]


def test_weights_that_are_too_much_are_exact() -> None:
    assert found(lot(price(40), scale("quality", "60.0000000001"))) == [
        ("criteria", "De gewichten van perceel 1 tellen op tot 100,0000000001%. 0,0000000001% te veel.")
    ]


def test_sub_weights_add_up_to_their_parent() -> None:
    assert found(lot(price(75), group("green", 25, quantity("co2", 10), scale("quality", 14)))) == [
        (
            "criteria[1].children",
            "De gewichten onder ‘Green’ tellen op tot 24%, het criterium zelf weegt 25%. Nog 1% te verdelen.",
        )
    ]


@pytest.mark.parametrize("weight", ["0", "-5", "100.01", "NaN", "Infinity"])
def test_a_weight_is_above_nought_and_at_most_a_hundred(weight: str) -> None:
    assert places(lot(price(40), scale("quality", weight))) == ["criteria[1].weight"]


def test_a_price_that_is_not_scored_may_weigh_nothing() -> None:
    rule = award("quality-price-ratio", constant=Decimal(1))

    assert check(lot(bare_price(0), scale("quality", 100), award=rule)) == ()
    assert places(lot(bare_price(40), scale("quality", 60), award=rule)) == ["criteria[0].weight"]


def test_codes_are_unique() -> None:
    assert places(lot(price(40), scale("x", 30), scale("x", 30))) == ["criteria[1].code", "criteria[2].code"]
    assert places(with_bids(GOOD, OFFER, OFFER)) == ["bids[0].code", "bids[1].code"]


PUBLISHED: dict[str, tuple[Lot, list[str]]] = {
    "unknown method": (lot(price(40, "magic"), scale()), ["criteria[0].method"]),
    "no method": (lot(replace(price(40), method="", parameters={}), scale()), ["criteria[0].method"]),
    "refused method": (lot(price(40, "two-sided"), scale()), ["criteria[0].method"]),
    "method of another kind": (lot(price(40, "yes-no"), scale()), ["criteria[0].method"]),
    "missing parameter": (
        lot(price(40, "linear-to-lowest"), scale()),
        ["criteria[0].parameters.multiple"],
    ),
    "parameter out of bounds": (
        lot(price(40, "linear-to-lowest", multiple=Decimal(1)), scale()),
        ["criteria[0].parameters.multiple"],
    ),
    "parameter not a number": (
        lot(price(40, "linear-to-lowest", multiple=Decimal("NaN")), scale()),
        ["criteria[0].parameters.multiple"],
    ),
    "undeclared parameter": (
        lot(price(40, "relative-inverse", extra=Decimal(1)), scale()),
        ["criteria[0].parameters.extra"],
    ),
    "unknown choice": (
        lot(price(40, floor=Decimal(0), ceiling=Decimal(9), outside="guess"), scale()),
        ["criteria[0].parameters.outside"],
    ),
    "empty list": (lot(price(40, "rank-ladder", shares=()), scale()), ["criteria[0].parameters.shares"]),
    "no direction": (lot(price(40), replace(quantity(), direction=None)), ["criteria[1].direction"]),
    "no kind": (lot(price(40), Criterion(code="x", title="X", weight=Decimal(60))), ["criteria[1].kind"]),
    "group with a method": (
        lot(price(40), replace(group("g", 60, scale()), method="yes-no")),
        ["criteria[1]"],
    ),
    "levels without a scale": (
        lot(price(40), replace(quantity(), levels=(Level("a", "", Decimal(1), ""),))),
        ["criteria[1].levels"],
    ),
    "malus under points": (
        lot(
            price(40),
            scale(levels=[Level("a", "", Decimal(1), ""), Level("b", "", Decimal("-1"), "")]),
        ),
        ["criteria[1].levels[1].share"],
    ),
    "minimum above all points": (
        lot(price(40), replace(scale(), minimum=Decimal(101))),
        ["criteria[1].minimum"],
    ),
    "method on an unscored price": (
        lot(price(40), scale(), award=award("award-on-value", value_per_percent=Decimal(1))),
        ["criteria[0].method"],
    ),
    "unknown award method": (lot(price(40), scale(), award=award("magic")), ["award.method"]),
    "award method without its parameter": (
        lot(bare_price(40), scale(), award=award("award-on-value")),
        ["award.parameters.value_per_percent"],
    ),
    "no points": (lot(price(40), scale(), award=award(points=0)), ["award.points"]),
    "too many decimals": (lot(price(40), scale(), award=award(places=11)), ["award.rounding.places"]),
    "zero price without a rule": (
        lot(price(40, "relative-inverse"), scale(), award=award(zero_price=None)),
        ["award.zero_price"],
    ),
    "counts as nothing": (
        lot(price(40), scale(), award=award(zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS))),
        ["award.zero_price.amount"],
    ),
    "excluded at an amount": (
        lot(price(40), scale(), award=award(zero_price=ZeroPriceRule(ZeroPrice.EXCLUDE, Decimal(1)))),
        ["award.zero_price.amount"],
    ),
    "tie on an unknown criterion": (
        lot(price(40), scale(), award=award(ties=[TieRule(TieBreak.CRITERION, "x")])),
        ["award.ties[0]"],
    ),
    "tie on a price that is not there": (
        lot(scale("quality", 100), award=award(ties=[TieBreak.PRICE])),
        ["award.ties[0]"],
    ),
    "tie on quality that earns nothing": (
        lot(bare_price(100), award=award("lowest-price", ties=[TieBreak.QUALITY])),
        ["award.ties[0]"],
    ),
    "draw before another rule": (
        lot(price(40), scale(), award=award(ties=[TieBreak.DRAW, TieBreak.PRICE])),
        ["award.ties[0]"],
    ),
    "the same rule twice": (
        lot(price(40), scale(), award=award(ties=[TieBreak.PRICE, TieBreak.PRICE])),
        ["award.ties[1]"],
    ),
    "quality where only the price counts": (
        lot(bare_price(40), replace(scale(), method=""), award=award("lowest-price")),
        ["criteria[1]"],
    ),
    "no price to divide by": (
        lot(scale("quality", 100), award=award("reduced-price")),
        ["criteria"],
    ),
}


@pytest.mark.parametrize("case", sorted(PUBLISHED))
def test_what_may_not_be_published(case: str) -> None:
    published, expected = PUBLISHED[case]

    assert places(published) == expected


def test_a_refused_method_gives_its_reason() -> None:
    [problem] = check(lot(price(40, "distance-to-mean"), scale()))

    assert problem.message.en.startswith("Not allowed in this program: the mean price wins")


def test_the_problems_of_a_tender_start_with_the_lot() -> None:
    bad = replace(GOOD, award=replace(GOOD.award, rounding=Rounding(-1, RoundAt.TOTAL)))
    tender = Tender(reference="T", title="T", authority="A", lots=(GOOD, bad))

    assert [problem.place for problem in check_tender(tender)] == ["lots[1].award.rounding.places"]


def test_a_label_criterion_names_a_label() -> None:
    label = Criterion(code="l", title="L", weight=Decimal(60), kind=Kind.LABEL, method="label-or-equivalent")

    assert places(lot(price(40), label)) == ["criteria[1]"]
    assert check(lot(price(40), replace(label, accepted_labels=("EPEAT",)))) == ()
