"""What no recalculation sees: names, lists, limits and colours lie on the cells that they are about."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from procurement.documents.writers.xlsx import xlsx_bytes
from tenders.example.reading import example
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot
from tests.tenders.reports.equality import workbook_of
from tests.tenders.reports.making import assessed

INPUTS, TOTALS, WHAT_IF = "Invoer 1", "Totaal 1", "Wat als 1"
HEADINGS = {INPUTS: 5, TOTALS: 5, WHAT_IF: 6}
FIRST_BID, LAST_BID = 6, 10
PUBLISHED_WEIGHTS, OWN_WEIGHTS = 4, 5
STATES = '"geldig,terzijde,vervallen"'


@pytest.fixture(scope="module")
def lot() -> Lot:
    return example().tender.lots[0]


@pytest.fixture(scope="module")
def book(lot: Lot) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(workbook_of([assessed(lot)]))), data_only=True)


def named(book: openpyxl.Workbook, name: str) -> list[object]:
    [(sheet, at)] = book.defined_names[name].destinations
    return [cell.value for row in book[sheet][at] for cell in row]


def heading(sheet: Worksheet, column: int) -> str:
    return str(sheet.cell(HEADINGS[sheet.title], column).value)


def rules(sheet: Worksheet) -> dict[int, DataValidation]:
    """By the column that it is about, each over all bids."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        [at] = rule.sqref.ranges
        assert (at.min_row, at.max_row, at.min_col) == (FIRST_BID, LAST_BID, at.max_col)
        found[at.min_col] = rule
    return found


def coloured(sheet: Worksheet) -> list[tuple[str, str]]:
    return [(str(area.sqref), rule.formula[0]) for area, own in _colours(sheet) for rule in own]


def _colours(sheet: Worksheet):
    return sheet.conditional_formatting._cf_rules.items()


OUTCOMES: dict[str, Callable[[Lot], list[object]]] = {
    "inschrijver_1": lambda lot: [bid.name for bid in lot.bids],
    "uitkomst_1": lambda lot: _of_each(lot, "total"),
    "rang_1": lambda lot: _of_each(lot, "rank"),
    "proefuitkomst_1": lambda lot: _of_each(lot, "total"),
    "proefrang_1": lambda lot: _of_each(lot, "rank"),
    "proefgewichten_1": lambda lot: [leaf.weight for leaf in lot.leaves()],
}


def _of_each(lot: Lot, what: str) -> list[object]:
    """Of the bids in their order; nothing of one that is not ranked."""
    ranked = {each.bid.code: getattr(each, what) for each in evaluate(lot).ranking}
    return [ranked.get(bid.code) for bid in lot.bids]


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_name_stands_for_what_it_says(book: openpyxl.Workbook, lot: Lot, name: str) -> None:
    shown = named(book, name)

    assert [_figure(value) for value in shown] == OUTCOMES[name](lot)


def _figure(value: object) -> object:
    if value == "":
        return None
    return Decimal(str(value)) if isinstance(value, int | float) else value


def test_a_status_is_picked_from_the_states(book: openpyxl.Workbook) -> None:
    sheet = book[INPUTS]

    picked = {heading(sheet, at) for at, rule in rules(sheet).items() if rule.formula1 == STATES}

    assert picked == {"Status"}


def test_a_level_is_picked_from_those_of_its_own_criterion(book: openpyxl.Workbook, lot: Lot) -> None:
    sheet, by_column = book[INPUTS], rules(book[INPUTS])
    codes = {sheet.cell(HEADINGS[INPUTS] - 1, at).value: at for at in by_column}

    offered = {
        leaf.code: _choices(book, by_column[codes[leaf.code]].formula1)
        for leaf in lot.leaves()
        if by_column[codes[leaf.code]].type == "list"
    }

    assert offered == {
        leaf.code: [each.title for each in leaf.levels] for leaf in lot.leaves() if leaf.levels
    }


def _choices(book: openpyxl.Workbook, source: str) -> list[object]:
    title, _, at = source.rpartition("!")
    left, top, right, bottom = range_boundaries(at)
    sheet = book[title.strip("'")]
    return [
        sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)
    ]


def test_a_price_is_not_below_zero_and_a_weight_is_from_0_to_100(book: openpyxl.Workbook) -> None:
    limits = {heading(book[INPUTS], at): rule.formula1 for at, rule in rules(book[INPUTS]).items()}
    [weight] = book[WHAT_IF].data_validations.dataValidation

    assert [name for name, lowest in limits.items() if lowest == "0"] == ["Prijs (€)"]
    assert (weight.type, weight.formula1, weight.formula2) == ("decimal", "0", "100")
    assert str(weight.sqref) == book.defined_names["proefgewichten_1"].value.partition("!")[2].replace(
        "$", ""
    )


def test_the_colours_follow_the_columns_that_say_the_same(book: openpyxl.Workbook) -> None:
    totals, what_if = book[TOTALS], book[WHAT_IF]
    headed = {heading(totals, cell.column): cell.column_letter for cell in totals[HEADINGS[TOTALS]]}
    moved = {heading(what_if, cell.column): cell.column_letter for cell in what_if[HEADINGS[WHAT_IF]]}
    rank, state, shift = headed["Rang"], headed["Status"], moved["Plaatsen hoger of lager (−)"]

    assert coloured(totals) == [
        (f"A6:{rank}10", f"${rank}6=1"),
        (f"A6:{rank}10", f'NOT(${state}6="geldig")'),
    ]
    assert coloured(what_if) == [
        ("A3:H3", f"$H${PUBLISHED_WEIGHTS}<>$H${OWN_WEIGHTS}"),
        (f"{moved['Rang met uw gewichten']}7:{shift}11", f'AND(${shift}7<>"",${shift}7<>0)'),
    ]
