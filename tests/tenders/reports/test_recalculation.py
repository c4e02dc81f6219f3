"""Recalculated by LibreOffice, the workbook gives the published figures, cell for cell."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from procurement.documents.workbook import Cell, Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from tenders.example.reading import example
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Criterion, Lot
from tests.libreoffice import recalculated
from tests.tenders.reports.cells import differences
from tests.tenders.reports.making import assessed, edition, tender_of
from tests.tenders.reports.random_lots import random_lots

LOTS = 80


@pytest.fixture(scope="module")
def lots() -> tuple[Lot, ...]:
    """One workbook with the example and eighty lots made by chance: LibreOffice starts once."""
    return (*example().tender.lots, *random_lots(LOTS, seed=2026))


@pytest.mark.libreoffice
def test_every_score_total_and_rank_is_recalculated_to_the_same_figure(
    lots: tuple[Lot, ...], tmp_path: Path
) -> None:
    workbook = workbook_of(lots)
    path = tmp_path / "beoordeling.xlsx"
    path.write_bytes(xlsx_bytes(without_print_titles(workbook)))

    found, compared = differences(workbook, recalculated(path))

    assert found == []
    assert compared > LOTS * 50


@pytest.mark.libreoffice
def test_a_changed_price_score_status_and_weight_give_what_the_program_would_give(tmp_path: Path) -> None:
    lot = example().tender.lots[0]
    path = tmp_path / "beoordeling.xlsx"
    path.write_bytes(xlsx_bytes(workbook_of((lot,))))
    book = openpyxl.load_workbook(path)
    offered = {cell.value: cell.column for cell in book["Invoer 1"][4]}
    book["Invoer 1"].cell(7, offered["P"]).value = 4500000  # bid B
    book["Invoer 1"].cell(7, offered["K1"]).value = "Uitstekend"
    book["Invoer 1"]["C10"].value = "terzijde"  # bid E
    for row in book["Criteria en regels"].iter_rows():
        if row[0].value in _NEW_WEIGHTS:
            row[6].value = _NEW_WEIGHTS[row[0].value]
    book.save(path)

    shown = {row[0]: (row[10], row[-1]) for row in recalculated(path)["Totaal 1"][5:10]}

    assert shown == {**dict.fromkeys("ABCDE", ("", "")), **_program(lot)}


_NEW_WEIGHTS = {"K1": 5, "D1": 20}


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
    return replace(node, children=children, weight=Decimal(_NEW_WEIGHTS.get(node.code, weight)))


def test_the_lots_reach_every_corner(lots: tuple[Lot, ...]) -> None:
    results = [evaluate(lot) for lot in lots]

    methods = {leaf.method for lot in lots for leaf in lot.leaves() if leaf.method}
    awards = {lot.award.method for lot in lots}

    assert (len(methods), len(awards)) == (11, 8)
    assert sum(bool(result.excluded) for result in results) > 10
    assert sum(bool(result.undecided) for result in results) > 10
    assert sum(any(each.tie for each in result.ranking) for result in results) > 20


def test_a_figure_that_differs_in_the_last_published_digit_is_seen(lots: tuple[Lot, ...]) -> None:
    workbook = workbook_of(lots[:1])
    shown = {sheet.title: [[_shown(cell) for cell in row] for row in sheet.rows] for sheet in workbook.sheets}
    place = next(place for place, cell in enumerate(shown["Totaal 1"][5]) if cell == "65.24")
    shown["Totaal 1"][5][place] = "65.25"

    found, _compared = differences(workbook, shown)

    assert [difference.theirs for difference in found] == ["65.25"]


def test_the_ranks_beside_the_formulas_are_those_of_the_program(lots: tuple[Lot, ...]) -> None:
    lot = lots[0]
    ranks = {each.bid.code: each.rank for each in evaluate(lot).ranking}

    totals = next(sheet for sheet in workbook_of((lot,)).sheets if sheet.title == "Totaal 1")
    shown = {row[0]: row[-1].value for row in list(totals.rows)[5:] if isinstance(row[-1], Cell)}

    assert shown == {bid.code: ranks.get(bid.code, "") for bid in lot.bids}


def test_what_people_typed_is_never_a_formula(lots: tuple[Lot, ...]) -> None:
    workbook = workbook_of(lots[2:4])

    formulas = [cell.formula for cell in _cells(workbook) if cell.formula is not None]

    assert [formula for formula in formulas if "Inschrijver" in formula] == []


def workbook_of(lots: tuple[Lot, ...]) -> Workbook:
    return scoring_workbook(edition(tender_of(lots)), [assessed(lot) for lot in lots])


def without_print_titles(workbook: Workbook) -> Workbook:
    """They decide nothing, and LibreOffice takes seconds for each sheet that has them."""
    sheets = tuple(replace(sheet, title_rows=None, title_columns=None) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets)


def _cells(workbook: Workbook) -> list[Cell]:
    cells = [cell for sheet in workbook.sheets for row in sheet.rows for cell in row]
    return [cell for cell in cells if isinstance(cell, Cell)]


def _shown(cell: object) -> str:
    value = cell.value if isinstance(cell, Cell) else cell
    return "" if value is None else str(value)
