"""Recalculated by LibreOffice, the workbook gives the published figures, cell for cell."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from procurement.documents.workbook import Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Text
from tenders.reports.edition import Assessment, Edition, Particulars
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot, Tender
from tests.libreoffice import recalculated
from tests.tenders.reports.cells import Difference, differences
from tests.tenders.reports.random_lots import random_lots

LOTS = 80
MADE = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def lots() -> tuple[Lot, ...]:
    return tuple(random_lots(LOTS, seed=2026))


@pytest.mark.libreoffice
def test_every_score_total_and_rank_is_recalculated_to_the_same_figure(
    lots: tuple[Lot, ...], tmp_path: Path
) -> None:
    workbook = scoring_workbook(edition(lots), [assessed(lot) for lot in lots])
    path = tmp_path / "beoordeling.xlsx"
    path.write_bytes(xlsx_bytes(without_print_titles(workbook)))

    computed = recalculated(path)
    found, compared = differences(workbook, computed)

    assert found == []
    assert compared > LOTS * 50


def test_a_wrong_figure_is_seen() -> None:
    workbook = scoring_workbook(edition(one := tuple(random_lots(1, seed=7))), [assessed(one[0])])
    shown = {sheet.title: [["1" for _ in row] for row in sheet.rows] for sheet in workbook.sheets}

    found, _compared = differences(workbook, shown)

    assert Difference in {type(each) for each in found}


def edition(lots: tuple[Lot, ...]) -> Edition:
    return Edition(
        tender=Tender(reference="2026-001", title="Proef", authority="Ministerie (voorbeeld)", lots=lots),
        particulars=Particulars(
            nature=Text(nl="Leveringen", en="Supplies"), procedure=Text(nl="Open", en="Open")
        ),
        language="nl",
        version=Text(nl="versie 1", en="version 1"),
        digest="0" * 64,
        created=MADE,
    )


def assessed(lot: Lot) -> Assessment:
    return Assessment(lot=lot, result=evaluate(lot), number=1, digest="1" * 64, made_at=MADE)


def test_the_published_decimals_are_beside_the_formulas(lots: tuple[Lot, ...]) -> None:
    lot = next(lot for lot in lots if lot.award.method == "weighted-points")
    result = evaluate(lot)

    workbook = scoring_workbook(edition((lot,)), [assessed(lot)])
    totals = next(sheet for sheet in workbook.sheets if sheet.title == "Totaal 1")
    shown = [value_beside(row[-1]) for row in list(totals.rows)[5:]]

    assert sorted(rank for rank in shown if rank != "") == sorted(each.rank for each in result.ranking)


def without_print_titles(workbook: Workbook) -> Workbook:
    """They decide nothing, and LibreOffice takes seconds for each sheet that has them."""
    sheets = tuple(replace(sheet, title_rows=None, title_columns=None) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets)


def value_beside(cell: object) -> Decimal | int | str:
    return cell.value
