"""The evaluation workbook of tenders made by chance, held against the record it was made from."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from procurement.documents.workbook import Sheet, Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import CellKind, Table, read_rows
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.blanks import blanks_of
from tenders.reports.matrix.compared import Sort, compared
from tenders.reports.matrix.workbook import scoring_workbook
from tests.libreoffice import saved_as
from tests.procurement.returned_sheets.changes import forged, with_cell
from tests.tenders.reports.equality import without_print_titles
from tests.tenders.reports.hard_lots import hard_lots
from tests.tenders.reports.making import assessed, edition, tender_of
from tests.tenders.reports.own_weights import tried_by_chance

SEED = 11


@pytest.fixture(scope="module")
def assessments() -> list[Assessment]:
    return [assessed(lot) for lot in hard_lots(14, seed=SEED)]


def edition_of(assessments: Sequence[Assessment]) -> Edition:
    return edition(tender_of(tuple(each.lot for each in assessments)))


def with_own_weights(assessments: Sequence[Assessment]) -> Workbook:
    tried = {each.lot.code: tried_by_chance(each.result, SEED) for each in assessments}
    clauses = Sheet(title="Clausules", rows=[("Een clausule van de dag van de download",)])
    return scoring_workbook(edition_of(assessments), assessments, (clauses,), tried)


def read(workbook: Workbook) -> Table:
    return read_rows(xlsx_bytes(workbook), "beoordeling.xlsx")


@pytest.mark.parametrize(("write", "name"), [(xlsx_bytes, "b.xlsx"), (ods_bytes, "b.ods")])
def test_own_weights_are_worked_out_and_are_all_that_differs(assessments, write, name) -> None:
    content = write(with_own_weights(assessments))

    found = compared(edition_of(assessments), assessments, read_rows(content, name))

    assert [line for line in found.lines if line.sort is not Sort.TRIAL] == []
    assert (found.is_recorded, found.problems) == (True, ())
    assert len(found.of(Sort.TRIAL)) > 14


@pytest.mark.libreoffice
def test_what_libreoffice_saves_says_the_same(assessments: list[Assessment], tmp_path: Path) -> None:
    path = tmp_path / "beoordeling.xlsx"
    path.write_bytes(xlsx_bytes(without_print_titles(with_own_weights(assessments))))

    table = read_rows(saved_as(path, tmp_path / "out", "ods"))

    found = compared(edition_of(assessments), assessments, table)
    assert [line for line in found.lines if line.sort is not Sort.TRIAL] == []


def test_a_rank_under_own_weights_is_not_taken_on_trust(assessments: list[Assessment]) -> None:
    table = forged(read(with_own_weights(assessments)), "Wat als 1", "E7", "77")

    found = compared(edition_of(assessments), assessments, table)

    assert [(line.sort, line.place.nl, line.in_file.nl) for line in found.lines][:1] == [
        (Sort.RESULT, "blad Wat als 1, cel E7", "77")
    ]


def test_own_weights_that_do_not_add_up_give_no_ranking_to_hold_to(assessments: list[Assessment]) -> None:
    table = forged(read(with_own_weights(assessments)), "Wat als 1", "E7", "77")
    table = with_cell(table, "Wat als 1", "I5", CellKind.NUMBER, "99.5")

    found = compared(edition_of(assessments), assessments, table)

    assert [line.place.nl for line in found.lines if line.sort is not Sort.TRIAL] == []


def test_each_assessor_has_a_cell_of_their_own(assessments: list[Assessment]) -> None:
    number, each, leaf = next(
        (number, each, code)
        for number, each in enumerate(assessments, start=1)
        for code, value in each.lot.bids[0].values.items()
        if isinstance(value, tuple) and len(value) > 1
    )
    place = next(
        blank.blank
        for blank in blanks_of(edition_of(assessments), assessments)
        if (blank.lot, blank.criterion, blank.assessor) == (each.lot.code, leaf, 2)
    )
    table = with_cell(read(with_own_weights(assessments)), place.sheet, place.at, CellKind.TEXT, "anders")

    found = compared(edition_of(assessments), assessments, table)

    [line] = found.of(Sort.INPUT)
    assert (place.sheet, line.in_file.nl) == (f"Invoer {number}", "anders")
    assert line.title.nl.endswith(", beoordelaar 2")
