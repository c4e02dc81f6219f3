"""Tenders made by chance, written to Excel and recalculated by LibreOffice, cell by cell against the program.

Each tender here is one lot with its own rules and bids. Several stand in one workbook, and several workbooks
go to LibreOffice at once: starting it and opening a file cost more than the sheets of a lot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from procurement.documents.workbook import Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from tenders.reports.edition import Assessment
from tenders.reports.matrix.workbook import scoring_workbook
from tests.libreoffice import recalculated_at_once
from tests.tenders.reports.cells import Difference, differences
from tests.tenders.reports.making import edition, tender_of
from tests.tenders.reports.own_weights import tried_by_chance

LOTS_IN_A_WORKBOOK = 20
PATIENCE = 1800  # seconds for one start of LibreOffice with many workbooks


class Compared(NamedTuple):
    differences: list[Difference]
    cells: int


def compared(assessments: Sequence[Assessment], folder: Path, seed: int = 1) -> Compared:
    """Every formula of every sheet; on the what-if sheets with weights made by chance from `seed`."""
    workbooks = list(_workbooks(assessments, seed))
    paths = [folder / f"{number}.xlsx" for number in range(len(workbooks))]
    for workbook, path in zip(workbooks, paths, strict=True):
        path.write_bytes(xlsx_bytes(without_print_titles(workbook)))
    found: list[Difference] = []
    cells = 0
    for workbook, shown in zip(workbooks, recalculated_at_once(paths, PATIENCE), strict=True):
        differ, count = differences(workbook, shown)
        found += differ
        cells += count
    return Compared(found, cells)


def workbook_of(assessments: Sequence[Assessment], seed: int | None = None) -> Workbook:
    """Without `seed` the what-if sheets show the published weights."""
    tried = (
        {} if seed is None else {each.lot.code: tried_by_chance(each.result, seed) for each in assessments}
    )
    lots = tuple(each.lot for each in assessments)
    return scoring_workbook(edition(tender_of(lots)), assessments, tried=tried)


def _workbooks(assessments: Sequence[Assessment], seed: int) -> Iterator[Workbook]:
    for first in range(0, len(assessments), LOTS_IN_A_WORKBOOK):
        yield workbook_of(assessments[first : first + LOTS_IN_A_WORKBOOK], seed + first)


def without_print_titles(workbook: Workbook) -> Workbook:
    """They decide nothing, and LibreOffice takes seconds for each sheet that has them."""
    sheets = tuple(replace(sheet, title_rows=None, title_columns=None) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets)
