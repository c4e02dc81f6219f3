"""Recalculated by LibreOffice, five hundred tenders give the published figures, cell for cell.

`make bench-equality` does the same for ten thousand.
"""

from pathlib import Path

import pytest

from tenders.reports.edition import Assessment
from tests.tenders.reports.equality import compared
from tests.tenders.reports.making import assessed
from tests.tenders.reports.varied.lots import varied_lots
from tests.tenders.reports.varied.occurrences import never_seen, seen_in
from tests.tenders.reports.varied.situations import EXPECTED, situations

TENDERS, FIRST = 500, 1
LONGEST_FORMULA = 8192  # characters that Excel takes


@pytest.fixture(scope="module")
def assessments() -> tuple[Assessment, ...]:
    return tuple(map(assessed, varied_lots(TENDERS, FIRST)))


@pytest.mark.libreoffice
def test_every_cell_is_recalculated_to_the_same_figure(
    assessments: tuple[Assessment, ...], tmp_path: Path
) -> None:
    found = compared(assessments, tmp_path, FIRST)

    assert found.differences == []
    assert found.cells > TENDERS * 400


def test_all_that_may_be_published_occurs(assessments: tuple[Assessment, ...]) -> None:
    assert never_seen(seen_in(each.lot for each in assessments)) == []


def test_all_that_may_happen_to_bids_occurs(assessments: tuple[Assessment, ...]) -> None:
    assert EXPECTED - situations(assessments).keys() == frozenset()


def test_ties_knock_outs_draws_and_fallen_bids_occur_often(assessments: tuple[Assessment, ...]) -> None:
    assert sum(bool(each.result.excluded) for each in assessments) > 100
    assert sum(bool(each.result.kept) for each in assessments) > 30
    assert sum(bool(each.result.undecided) for each in assessments) > 50
    assert sum(any(bid.tie for bid in each.result.ranking) for each in assessments) > 100
    assert sum(bool(each.lot.later_draws) for each in assessments) > 30
