"""Tenders made by chance, recalculated by LibreOffice from .xlsx and .ods, cell by cell against the program.

Each tender here is one lot with its own rules and bids. Several stand in one workbook, and several workbooks
go to LibreOffice at once: starting it and opening a file cost more than the sheets of a lot.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from procurement.documents.workbook import Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Language
from tenders.reports.edition import Assessment
from tenders.reports.matrix.names import sheets_of
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.reports.wording import Wording
from tenders.scoring.model import Lot
from tests.libreoffice import recalculated_at_once
from tests.tenders.reports.cells import Difference, differences
from tests.tenders.reports.fifteen_digits import full_worth
from tests.tenders.reports.making import edition, tender_of
from tests.tenders.reports.own_weights import tried_by_chance

LOTS_IN_A_WORKBOOK = 20
PATIENCE = 1800  # seconds for one start of LibreOffice with many workbooks

Write = Callable[[Workbook], bytes]


class Form(NamedTuple):
    """What a workbook is made as."""

    suffix: str
    write: Write
    language: Language
    first_unassessed: bool = False  # the tender has a lot before these that was not assessed


FORMS = (
    Form(".xlsx", xlsx_bytes, "nl"),
    Form(".xlsx", xlsx_bytes, "en", first_unassessed=True),
    Form(".ods", ods_bytes, "nl", first_unassessed=True),
    Form(".xlsx", xlsx_bytes, "nl"),
    Form(".ods", ods_bytes, "en"),
)


class Compared(NamedTuple):
    differences: list[Difference]
    cells: int


def compared(
    assessments: Sequence[Assessment], folder: Path, seed: int = 1, forms: Sequence[Form] = FORMS
) -> Compared:
    """Every cell of every sheet; on the what-if sheets with weights made by chance from `seed`.

    Workbooks take the `forms` in turn.
    """
    made: list[tuple[Workbook, Path, Mapping[str, Decimal]]] = []
    for number, first in enumerate(range(0, len(assessments), LOTS_IN_A_WORKBOOK)):
        form = forms[number % len(forms)]
        lots = assessments[first : first + LOTS_IN_A_WORKBOOK]
        workbook = workbook_of(lots, seed + first, form)
        path = folder / f"{number}{form.suffix}"
        path.write_bytes(form.write(without_print_titles(workbook)))
        made.append((workbook, path, _worth(lots, form)))
    found: list[Difference] = []
    cells = 0
    computed = recalculated_at_once([path for _, path, _ in made], PATIENCE)
    for (workbook, _, worth), shown in zip(made, computed, strict=True):
        differ, count = differences(workbook, shown, worth)
        found += differ
        cells += count
    return Compared(found, cells)


def workbook_of(
    assessments: Sequence[Assessment], seed: int | None = None, form: Form = FORMS[0]
) -> Workbook:
    """Without `seed` the what-if sheets show the published weights."""
    tried = (
        {} if seed is None else {each.lot.code: tried_by_chance(each.result, seed) for each in assessments}
    )
    lots = tuple(each.lot for each in assessments)
    before = (_not_assessed(lots[0]),) if form.first_unassessed else ()
    return scoring_workbook(edition(tender_of((*before, *lots)), form.language), assessments, tried=tried)


def _worth(assessments: Sequence[Assessment], form: Form) -> Mapping[str, Decimal]:
    """By title of the sheet."""
    first = 2 if form.first_unassessed else 1
    say = Wording(form.language)
    return {
        title: full_worth(each.result)
        for number, each in enumerate(assessments, first)
        for title in sheets_of(number, say).all
    }


def _not_assessed(lot: Lot) -> Lot:
    return replace(lot, code=f"{lot.code} nog niet", bids=(), draw=(), later_draws=())


def without_print_titles(workbook: Workbook) -> Workbook:
    """They decide nothing, and LibreOffice takes seconds for each sheet that has them."""
    sheets = tuple(replace(sheet, title_rows=None, title_columns=None) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets)
