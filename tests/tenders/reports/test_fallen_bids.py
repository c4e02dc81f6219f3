"""A bid that fell away in the workbook."""

from dataclasses import replace
from decimal import Decimal

import pytest

from procurement.documents.workbook import Cell
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.scoring.model import FallingAway, Lot
from tests.tenders.reports.making import assessed, edition, tender_of
from tests.tenders.reports.random_lots import random_lots

LOTS = 30


def with_fallen_bids(rule: FallingAway) -> tuple[Lot, ...]:
    """Lots made by chance, each after its first bid fell away."""
    return tuple(
        replace(
            lot,
            award=replace(lot.award, falling_away=rule),
            bids=(replace(lot.bids[0], fallen="Teruggetrokken."), *lot.bids[1:]),
        )
        for lot in random_lots(LOTS, seed=2027)
    )


@pytest.fixture(scope="module")
def lots() -> tuple[Lot, ...]:
    return tuple(
        replace(lot, code=str(number))
        for number, lot in enumerate(
            (*with_fallen_bids(FallingAway.KEEP), *with_fallen_bids(FallingAway.RECALCULATE)), 1
        )
    )


def test_some_scores_are_kept(lots: tuple[Lot, ...]) -> None:
    assert sum(bool(assessed(lot).result.kept) for lot in lots) > LOTS / 2


def test_a_kept_bid_has_its_points_and_no_rank(lots: tuple[Lot, ...]) -> None:
    lot = next(lot for lot in lots if assessed(lot).result.kept)
    workbook = scoring_workbook(edition(tender_of((lot,))), [assessed(lot)])

    totals = next(sheet for sheet in workbook.sheets if sheet.title == f"Totaal {lot.code}")
    cells = [cell.value if isinstance(cell, Cell) else cell for cell in list(totals.rows)[5]]

    assert (cells[2], cells[-1]) == ("vervallen", "")
    assert any(isinstance(value, Decimal) for value in cells[3:])
