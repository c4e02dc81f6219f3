"""What a bidder reads about ties, minimum scores and surcharges is true to the letter."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.evaluate import evaluate
from tenders.scoring.explain import explain_total
from tenders.scoring.model import Level, RoundAt, TieBreak
from tests.tenders.scoring.build import award, bare_price, bid, lot, price, quantity, scale

FOUR = (
    bid("A", price=40, co2=60),
    bid("B", price=50, co2=50),
    bid("C", price=50, co2=50),
    bid("D", price=60, co2=40),
)


def notes(*ties: TieBreak, draw: tuple[str, ...] = ()) -> dict[str, str]:
    """All four have 50 points; B and C are the same."""
    published = lot(price(50), quantity("co2", 50), award=award(ties=ties), bids=FOUR, draw=draw)
    return {found.bid.code: found.tie.en for found in evaluate(published).ranking if found.tie}


def test_a_shared_place_names_only_those_who_share_it() -> None:
    assert notes(TieBreak.PRICE) == {
        "A": "Same total as B, C, D. Decided on: the lowest price.",
        "B": "Same total as C. Not decided: the place is shared.",
        "C": "Same total as B. Not decided: the place is shared.",
        "D": "Same total as A, B, C. Decided on: the lowest price.",
    }


def test_every_rule_that_was_needed_is_named_in_its_order() -> None:
    assert notes(TieBreak.PRICE, TieBreak.DRAW, draw=("C", "B")) == {
        "A": "Same total as B, C, D. Decided on: the lowest price.",
        "C": "Same total as A, B, D. Decided on: the lowest price, then drawing of lots.",
        "B": "Same total as A, C, D. Decided on: the lowest price, then drawing of lots.",
        "D": "Same total as A, B, C. Decided on: the lowest price.",
    }


@pytest.mark.parametrize(
    ("at", "value", "minimum", "reason"),
    [
        (
            RoundAt.TOTAL,
            "66.667",
            "33.3333",
            "‘Q’: 19,9998 is minder dan de minimumscore van 20,0000 (33,3333% van 60,00).",
        ),
        (
            RoundAt.CRITERION,
            "66.667",
            "33.34",
            "‘Q’: 20,000 is minder dan de minimumscore van 20,004 (33,34% van 60,00).",
        ),
    ],
)
def test_a_minimum_missed_by_a_hair_shows_the_hair(
    at: RoundAt, value: str, minimum: str, reason: str
) -> None:
    leaf = replace(quantity("q", 60), minimum=Decimal(minimum))

    result = evaluate(lot(price(40), leaf, award=award(at=at), bids=[bid("A", price=1, q=Decimal(value))]))

    assert [entry.reason.nl for entry in result.excluded] == [reason]


def test_a_surcharge_stands_in_brackets() -> None:
    levels = (Level("plus", "", Decimal(1), ""), Level("minus", "", Decimal("-0.5"), ""))
    rule = award("award-on-value", value_per_percent=Decimal(2))
    offer = bid("A", price=300, quality="minus")

    result = evaluate(lot(bare_price(), scale(levels=levels), award=rule, bids=[offer]))

    assert explain_total(result, "A").filled.nl == "300 − (-60)"
