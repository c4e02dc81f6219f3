"""Slips of a careless officer that look like a lot in order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tenders.scoring.check import check
from tenders.scoring.model import (
    Knot,
    Level,
    Lot,
    Step,
    TieBreak,
    TieRule,
)
from tests.tenders.scoring.build import award, bare_price, group, lot, price, scale, with_bids
from tests.tenders.scoring.checking import GOOD, OFFER, found, places


def test_codes_that_look_the_same_are_the_same() -> None:
    """Case, composed letters and spaces: a reader and a spreadsheet see one code."""
    composed, apart = "caf\u00e9", "cafe\u0301 "

    assert places(lot(price(40), scale(composed, 30), scale(apart, 30))) == [
        "criteria[1].code",
        "criteria[2].code",
    ]
    assert places(with_bids(GOOD, OFFER, replace(OFFER, code="a"))) == ["bids[0].code", "bids[1].code"]


NAN = Decimal("NaN")


NO_NUMBER: dict[str, tuple[Lot, str]] = {
    "level": (
        lot(price(40), scale(levels=[Level("a", "", Decimal(1), ""), Level("b", "", NAN, "")])),
        "criteria[1]",
    ),
    "minimum": (lot(price(40), replace(scale(), minimum=NAN)), "criteria[1].minimum"),
    "step": (
        lot(price(40, "step-table", steps=(Step(None, NAN, Decimal(1)), Step(NAN, None, NAN))), scale()),
        "criteria[0].parameters.steps",
    ),
    "knot": (
        lot(price(40, "piecewise-linear", knots=(Knot(NAN, NAN), Knot(NAN, NAN))), scale()),
        "criteria[0].parameters.knots",
    ),
    "ladder": (
        lot(price(40, "rank-ladder", shares=(Decimal(1), NAN)), scale()),
        "criteria[0].parameters.shares",
    ),
    "points": (lot(price(40), scale(), award=replace(GOOD.award, points=NAN)), "award.points"),
}


@pytest.mark.parametrize("case", sorted(NO_NUMBER))
def test_what_is_not_a_number_is_refused_everywhere(case: str) -> None:
    published, place = NO_NUMBER[case]

    assert places(published) == [place]


def test_more_lines_than_a_spreadsheet_can_nest_are_refused() -> None:
    levels = [Level(f"l{index}", "", Decimal(0), "") for index in range(200)]
    knots = tuple(Knot(Decimal(index), Decimal(0)) for index in range(61))

    assert found(lot(price(40), scale(levels=levels))) == [("criteria[1]", "Gebruik hooguit 60 niveaus.")]
    assert found(lot(price(40, "piecewise-linear", knots=knots), scale())) == [
        ("criteria[0].parameters.knots", "Punten van de lijn: gebruik hooguit 60 regels; dit zijn er 61.")
    ]
    assert check(lot(price(40), scale(levels=levels[:60]))) == ()


def test_a_minimum_on_a_group_that_earns_nothing_is_refused() -> None:
    rule = award("award-on-value", value_per_percent=Decimal(1))
    costs = replace(group("costs", 40, bare_price(40)), minimum=Decimal(50))

    assert places(lot(costs, scale(), award=rule)) == ["criteria[0].minimum"]


def test_only_the_tie_break_on_a_criterion_names_one() -> None:
    rule = award(ties=[TieRule(TieBreak.PRICE, "co2")])

    assert places(replace(GOOD, award=rule)) == ["award.ties[0]"]
