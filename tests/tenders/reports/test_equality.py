"""Recalculated by LibreOffice, five hundred tenders give the published figures, cell for cell.

`make bench-equality` does the same for ten thousand.
"""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.reports.edition import Assessment
from tenders.scoring.awards import AWARDS
from tenders.scoring.method import Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Combination, FallingAway, RoundAt, TieBreak
from tests.tenders.reports.equality import compared
from tests.tenders.reports.hard_lots import OTHER, hard_lots
from tests.tenders.reports.making import assessed

TENDERS, SEED = 500, 2026
D = Decimal


@pytest.fixture(scope="module")
def assessments() -> tuple[Assessment, ...]:
    return tuple(assessed(lot) for lot in hard_lots(TENDERS, SEED))


@pytest.mark.libreoffice
def test_every_cell_is_recalculated_to_the_same_figure(
    assessments: tuple[Assessment, ...], tmp_path: Path
) -> None:
    found = compared(assessments, tmp_path, SEED)

    assert found.differences == []
    assert found.cells > TENDERS * 200


def test_every_method_occurs_that_may_be_used(assessments: tuple[Assessment, ...]) -> None:
    allowed = {method.code for method in METHODS if method.verdict is not Verdict.REFUSED}

    methods = {leaf.method for each in assessments for leaf in each.lot.leaves() if leaf.method}
    awards = {each.lot.award.method for each in assessments}

    assert (methods, awards) == (allowed, {award.code for award in AWARDS})


def test_ties_knock_outs_draws_and_fallen_bids_occur(assessments: tuple[Assessment, ...]) -> None:
    rules = Counter(rule.by for each in assessments for rule in each.lot.award.ties)

    assert min(rules[by] for by in TieBreak) > 50
    assert sum(bool(each.result.excluded) for each in assessments) > 100
    assert sum(bool(each.result.kept) for each in assessments) > 30
    assert sum(bool(each.result.undecided) for each in assessments) > 50
    assert sum(any(bid.tie for bid in each.result.ranking) for each in assessments) > 100
    assert sum(bool(each.lot.later_draws) for each in assessments) > 30
    assert sum(not each.result.ranking for each in assessments) > 0


def test_rounding_panels_and_prices_of_every_kind_occur(assessments: tuple[Assessment, ...]) -> None:
    lots = [each.lot for each in assessments]
    rounded = {(lot.award.rounding.places, lot.award.rounding.at) for lot in lots}
    values = [value for lot in lots for bid in lot.bids for value in bid.values.values()]
    panels = {len(value) for value in values if isinstance(value, tuple)}
    prices = {bid.values["P"] for lot in lots for bid in lot.bids}

    assert rounded >= {(places, at) for places in (0, 2, 3, 4) for at in RoundAt}
    assert panels == {3, 4, 7}
    assert {lot.award.combination for lot in lots} >= {Combination.MEAN, Combination.MEDIAN}
    assert {lot.award.falling_away for lot in lots} >= set(FallingAway)
    assert 0 in prices
    assert max(prices) > Decimal(1_000_000)


def test_what_may_be_published_for_a_formula_differs_from_tender_to_tender(
    assessments: tuple[Assessment, ...],
) -> None:
    lots = [each.lot for each in assessments]
    given = [leaf.parameters for lot in lots for leaf in lot.leaves()] + [
        lot.award.parameters for lot in lots
    ]
    zero = [lot.award.zero_price for lot in lots if lot.award.zero_price is not None]

    for name, values in OTHER.items():
        assert {each[name] for each in given if name in each} > set(values)
    assert {len(each["shares"]) for each in given if "shares" in each} == {1, 2, 4, 10}
    assert {rule.amount for rule in zero} == {None, D("0.01"), D(1), D(250)}
