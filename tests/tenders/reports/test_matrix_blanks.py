"""Which cells of the evaluation workbook somebody may fill in, and what they stand for."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from procurement.documents.formulas import cell as name_of
from procurement.documents.workbook import Cell, Style, Workbook
from tenders.reports.edition import Assessment
from tenders.reports.matrix.blanks import InputBlank, blanks_of, trial_blanks_of
from tenders.scoring.model import BidValue
from tests.tenders.reports.equality import workbook_of
from tests.tenders.reports.hard_lots import hard_lots
from tests.tenders.reports.making import assessed, edition, tender_of

INPUTS = (Style.INPUT_TEXT, Style.INPUT_NUMBER, Style.INPUT_EURO)


@pytest.fixture(scope="module")
def assessments() -> list[Assessment]:
    return [assessed(lot) for lot in hard_lots(30, seed=4)]


@pytest.fixture(scope="module")
def workbook(assessments: list[Assessment]) -> Workbook:
    return workbook_of(assessments)


def test_each_cell_holds_what_the_bid_has_for_that_criterion(
    assessments: list[Assessment], workbook: Workbook
) -> None:
    shown = {(sheet, at): cell.value for sheet, at, cell in unlocked(workbook)}
    bids = {(each.lot.code, bid.code): bid.values for each in assessments for bid in each.lot.bids}

    blanks = blanks_of(edition(tender_of(tuple(each.lot for each in assessments))), assessments)

    assert {each.blank.key: read(each, shown[each.blank.sheet, each.blank.at]) for each in blanks} == {
        each.blank.key: given(bids[each.lot, each.bid][each.criterion], each.assessor) for each in blanks
    }
    assert len({each.blank.key for each in blanks}) == len(blanks)


def test_besides_them_only_status_draws_and_ones_own_weights_are_unlocked(
    assessments: list[Assessment], workbook: Workbook
) -> None:
    issued = edition(tender_of(tuple(each.lot for each in assessments)))
    named = {(each.blank.sheet, each.blank.at) for each in blanks_of(issued, assessments)}
    named |= {(blank.sheet, blank.at) for blank in trial_blanks_of(issued, assessments)}

    others = [(sheet, at, cell) for sheet, at, cell in unlocked(workbook) if (sheet, at) not in named]

    assert all(at.startswith("C") or is_draw(workbook, sheet, at) for sheet, at, _cell in others)
    assert {str(cell.value) for _sheet, at, cell in others if at.startswith("C")} == {
        "geldig",
        "terzijde",
        "vervallen",
    }


def test_every_weight_that_counts_can_be_tried(assessments: list[Assessment], workbook: Workbook) -> None:
    shown = {(sheet, at): cell.value for sheet, at, cell in unlocked(workbook)}

    blanks = trial_blanks_of(edition(tender_of(tuple(each.lot for each in assessments))), assessments)

    assert {(blank.sheet, blank.at) for blank in blanks} == {
        place for place in shown if place[0].startswith("Wat als")
    }
    assert {type(shown[blank.sheet, blank.at]) for blank in blanks} == {Decimal}


def unlocked(workbook: Workbook) -> Iterator[tuple[str, str, Cell]]:
    for sheet in workbook.sheets:
        for row, cells in enumerate(sheet.rows, start=1):
            for column, each in enumerate(cells, start=1):
                if isinstance(each, Cell) and each.style in INPUTS:
                    yield sheet.title, name_of(column, row), each


def is_draw(workbook: Workbook, title: str, at: str) -> bool:
    sheet = next(sheet for sheet in workbook.sheets if sheet.title == title)
    headings = {name_of(place, 5): heading for place, heading in enumerate(list(sheet.rows)[4], start=1)}
    heading = headings[f"{at.rstrip('0123456789')}5"]
    return isinstance(heading, Cell) and str(heading.value).startswith("Loting")


def read(each: InputBlank, shown: object) -> object:
    """What stands in the cell, in the words of the program."""
    return each.codes[str(shown)] if each.codes else shown


def given(value: BidValue | tuple[BidValue, ...], assessor: int) -> BidValue:
    return value[assessor - 1] if isinstance(value, tuple) else value
