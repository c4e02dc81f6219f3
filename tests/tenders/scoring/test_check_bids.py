"""What a bid may not state, and where the message points."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.model import (
    Combination,
    Lot,
    Requirement,
    TieBreak,
)
from tests.tenders.scoring.build import award, bid, with_bids
from tests.tenders.scoring.checking import GOOD, OFFER, places

BIDS: dict[str, tuple[Callable[[], Lot], list[str]]] = {
    "missing value": (lambda: with_bids(GOOD, bid("A", price=1, co2=1)), ["bids[0].values.quality"]),
    "text for a number": (
        lambda: with_bids(GOOD, bid("A", price="1", co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "negative price": (
        lambda: with_bids(GOOD, bid("A", price=-1, co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "NaN": (
        lambda: with_bids(GOOD, OFFER, bid("B", price=1, co2=Decimal("NaN"), quality="good")),
        ["bids[1].values.co2"],
    ),
    "signalling NaN": (
        lambda: with_bids(GOOD, bid("A", price=Decimal("sNaN"), co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "infinity": (
        lambda: with_bids(GOOD, bid("A", price=Decimal("Infinity"), co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "too large": (
        lambda: with_bids(GOOD, bid("A", price=Decimal("1e400"), co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "a float": (
        lambda: with_bids(GOOD, bid("A", price=0.5, co2=1, quality="good")),  # type: ignore[arg-type]
        ["bids[0].values.price"],
    ),
    "not on the scale": (
        lambda: with_bids(GOOD, bid("A", price=1, co2=1, quality="great")),
        ["bids[0].values.quality"],
    ),
    "number for a level": (
        lambda: with_bids(GOOD, bid("A", price=1, co2=1, quality=1)),
        ["bids[0].values.quality"],
    ),
    "unknown criterion": (
        lambda: with_bids(GOOD, bid("A", price=1, co2=1, quality="good", extra=1)),
        ["bids[0].values.extra"],
    ),
    "value for a group": (
        lambda: with_bids(GOOD, bid("A", price=1, co2=1, quality="good", green=1)),
        ["bids[0].values.green"],
    ),
    "unknown requirement": (
        lambda: with_bids(GOOD, replace(OFFER, failed={"R9": "no"})),
        ["bids[0].failed.R9"],
    ),
    "several assessors, no rule": (
        lambda: with_bids(GOOD, bid("A", price=1, co2=1, quality=("good", "good"))),
        ["bids[0].values.quality"],
    ),
    "several prices": (
        lambda: with_bids(GOOD, bid("A", price=(Decimal(1), Decimal(2)), co2=1, quality="good")),
        ["bids[0].values.price"],
    ),
    "a draw that was not published": (lambda: replace(with_bids(GOOD, OFFER), draw=("A",)), ["draw"]),
}


@pytest.mark.parametrize("case", sorted(BIDS))
def test_what_a_bid_may_not_state(case: str) -> None:
    build, expected = BIDS[case]

    assert places(build()) == expected


def test_assessments_are_even_and_a_consensus_is_one() -> None:
    several = replace(GOOD, award=award(combination=Combination.MEAN))
    consensus = replace(GOOD, award=award(combination=Combination.CONSENSUS))
    two, three = ("good", "poor"), ("good", "poor", "poor")
    offers = [bid("A", price=1, co2=1, quality=two), bid("B", price=1, co2=1, quality=three)]

    assert places(with_bids(several, *offers)) == ["bids"]
    assert places(with_bids(consensus, offers[0])) == ["bids[0].values.quality"]
    assert places(with_bids(several, bid("A", price=1, co2=1, quality=()))) == ["bids[0].values.quality"]


def test_a_recorded_draw_names_bids_once() -> None:
    drawn = replace(with_bids(GOOD, OFFER), award=award(ties=[TieBreak.DRAW]), draw=("A", "X", "A"))

    assert places(drawn) == ["draw[1]", "draw[2]"]


def test_a_knock_out_gives_its_reason() -> None:
    published = replace(GOOD, requirements=(Requirement(code="R1", title="Delivery"),))

    assert places(with_bids(published, replace(OFFER, failed={"R1": " "}))) == ["bids[0].failed.R1"]
