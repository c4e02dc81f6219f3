"""Somebody changes the workbook: LibreOffice then gives what the program gives for the same changes."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from procurement.documents.workbook import Cell, Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from tenders.example.reading import example
from tenders.reports.matrix.tried import tried
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Lot
from tests.libreoffice import recalculated, recalculated_at_once
from tests.tenders.reports.cells import differences, figure
from tests.tenders.reports.equality import workbook_of
from tests.tenders.reports.making import assessed
from tests.tenders.reports.random_lots import random_lots

NEW_WEIGHTS = {"K1": 5, "D1": 20}


@pytest.fixture(scope="module")
def lot() -> Lot:
    return example().tender.lots[0]


@pytest.mark.libreoffice
def test_a_changed_price_score_status_and_weight_give_what_the_program_would_give(
    lot: Lot, tmp_path: Path
) -> None:
    book, path = opened(lot, tmp_path / "beoordeling.xlsx")
    offered = {cell.value: cell.column for cell in book["Invoer 1"][4]}
    book["Invoer 1"].cell(7, offered["P"]).value = 4500000  # bid B
    book["Invoer 1"].cell(7, offered["K1"]).value = "Uitstekend"
    book["Invoer 1"]["C10"].value = "terzijde"  # bid E
    for row in book["Criteria en regels"].iter_rows():
        if row[0].value in NEW_WEIGHTS:
            row[6].value = NEW_WEIGHTS[row[0].value]
    book.save(path)

    shown = {row[0]: (row[10], row[-1]) for row in recalculated(path)["Totaal 1"][5:10]}

    assert shown == {**dict.fromkeys("ABCDE", ("", "")), **_program(lot)}


def _program(lot: Lot) -> dict[str, tuple[str, str]]:
    """Total and rank of the same changes, made to the lot itself."""
    by_code = {bid.code: bid for bid in lot.bids if bid.code != "E"}
    values = {**by_code["B"].values, "P": Decimal(4500000), "K1": "uitstekend"}
    by_code["B"] = replace(by_code["B"], values=values)
    changed = replace(lot, bids=tuple(by_code.values()), criteria=tuple(map(_reweighed, lot.criteria)))
    return {each.bid.code: (str(each.total), str(each.rank)) for each in evaluate(changed).ranking}


def _reweighed(node: Criterion) -> Criterion:
    children = tuple(map(_reweighed, node.children))
    weight = sum((child.weight for child in children), Decimal(0)) if children else node.weight
    return replace(node, children=children, weight=Decimal(NEW_WEIGHTS.get(node.code, weight)))


@pytest.mark.libreoffice
def test_weights_of_ones_own_change_the_what_if_sheet_alone(lot: Lot, tmp_path: Path) -> None:
    book, right = opened(lot, tmp_path / "right.xlsx")
    own_weights(book, {"P": 20, "K1": 40})
    book.save(right)
    own_weights(book, {"P": 21})
    wrong = tmp_path / "wrong.xlsx"
    book.save(wrong)

    added_up, not_added_up = recalculated_at_once([right, wrong])

    ranking = tried(evaluate(lot), {"P": Decimal(20), "K1": Decimal(40)}).ranking
    under_own = {each.bid.code: (each.total, each.rank) for each in ranking}
    published = {each.bid.code: (each.total, each.rank) for each in evaluate(lot).ranking}
    trial, totals = added_up["Wat als 1"][6:], added_up["Totaal 1"][5:]
    assert under_own != published
    assert {row[0]: (figure(row[7]), int(row[4])) for row in trial if row[4]} == under_own
    assert {row[0]: (figure(row[6]), int(row[3])) for row in trial if row[3]} == published
    assert {row[0]: (figure(row[10]), int(row[-1])) for row in totals if row[-1]} == published
    assert [text for text in added_up["Wat als 1"][2] if text] == [
        "De twee sommen zijn gelijk.",
        "Uw gewichten tellen op tot hetzelfde als de bekendgemaakte gewichten.",
    ]
    assert [text for text in not_added_up["Wat als 1"][2] if text] == [
        "De twee sommen zijn niet gelijk.",
        "Pas uw gewichten aan tot beide sommen in kolom H gelijk zijn. Eerder is niets te vergelijken.",
    ]


@pytest.mark.libreoffice
def test_the_comparison_follows_a_bid_that_is_set_aside(lot: Lot, tmp_path: Path) -> None:
    book, path = opened(lot, tmp_path / "beoordeling.xlsx")
    winner = evaluate(lot).ranking[0].bid.code
    row = next(row for row in book["Invoer 1"].iter_rows(min_row=6) if row[0].value == winner)
    row[2].value = "terzijde"
    book.save(path)

    [shown] = recalculated_at_once([path])
    lines = {
        row[1]: dict(zip(shown["Vergelijking 1"][3], row, strict=True)) for row in shown["Vergelijking 1"]
    }

    without = evaluate(replace(lot, bids=tuple(bid for bid in lot.bids if bid.code != winner)))
    best, second = without.ranking[:2]
    gap = second.total - best.total
    assert lines["Status"][winner] == "terzijde"
    assert lines["Uitkomst: verschil met nummer 1"][winner] == ""
    assert lines["Uitkomst: verschil met nummer 1"][best.bid.code] == "0"
    assert figure(lines["Uitkomst: verschil met nummer 1"][second.bid.code]) == gap


def opened(lot: Lot, path: Path) -> tuple[openpyxl.Workbook, Path]:
    path.write_bytes(xlsx_bytes(workbook_of([assessed(lot)])))
    return openpyxl.load_workbook(path), path


def own_weights(book: openpyxl.Workbook, weights: dict[str, int]) -> None:
    sheet = book["Wat als 1"]
    for heading in sheet[6][8:]:
        code = str(heading.value).split()[0]
        if code in weights and str(heading.value).endswith(", met uw gewichten"):
            sheet.cell(5, heading.column).value = weights[code]


@pytest.mark.parametrize("sheet", ["Scores 1", "Totaal 1", "Vergelijking 1", "Wat als 1"])
def test_a_figure_that_differs_in_the_last_published_digit_is_seen(lot: Lot, sheet: str) -> None:
    workbook = workbook_of([assessed(lot)])
    shown = {each.title: [[_shown(cell) for cell in row] for row in each.rows] for each in workbook.sheets}
    row, column, right = _a_rounded_figure(workbook, sheet)
    shown[sheet][row][column] = str(right + Decimal("0.01"))

    found, _compared = differences(workbook, shown)

    assert [(difference.ours, difference.theirs) for difference in found] == [
        (right, str(right + Decimal("0.01")))
    ]


def _a_rounded_figure(workbook: Workbook, title: str) -> tuple[int, int, Decimal]:
    """The last one on the sheet: its row and column from 0, and what it is."""
    return [
        (at, place, cell.value)
        for at, row in enumerate(_rows(workbook, title))
        for place, cell in enumerate(row)
        if isinstance(cell, Cell)
        and "ROUND" in (cell.formula or "")
        and isinstance(cell.value, Decimal)
        and cell.value.as_tuple().exponent == -2
    ][-1]


def test_the_ranks_beside_the_formulas_are_those_of_the_program(lot: Lot) -> None:
    ranks = {each.bid.code: each.rank for each in evaluate(lot).ranking}

    totals = list(_rows(workbook_of([assessed(lot)]), "Totaal 1"))
    shown = {row[0]: row[-1].value for row in totals[5:] if isinstance(row[-1], Cell)}

    assert shown == {bid.code: ranks.get(bid.code, "") for bid in lot.bids}


def test_what_people_typed_is_never_a_formula() -> None:
    workbook = workbook_of([assessed(lot) for lot in random_lots(4, seed=2026)])

    formulas = [cell.formula for cell in _cells(workbook) if cell.formula is not None]

    assert [formula for formula in formulas if "Inschrijver &" in formula] == []


def _rows(workbook: Workbook, title: str):
    return next(sheet.rows for sheet in workbook.sheets if sheet.title == title)


def _cells(workbook: Workbook) -> list[Cell]:
    cells = [cell for sheet in workbook.sheets for row in sheet.rows for cell in row]
    return [cell for cell in cells if isinstance(cell, Cell)]


def _shown(cell: object) -> str:
    value = cell.value if isinstance(cell, Cell) else cell
    return "" if value is None else str(value)
