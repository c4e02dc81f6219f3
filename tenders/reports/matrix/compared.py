"""An evaluation workbook that came back, held against the calculation that it shows. Nothing is taken over.

Values are compared and never formulas: office programs write those anew. What a what-if sheet tries out is
allowed, and worked out with the weights in the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from clauses.assembly.register import TITLE as CLAUSES
from procurement.documents.workbook import Cell as Issued
from procurement.documents.workbook import Sheet, Value
from procurement.incoming import Cell, CellKind, Mark, Table
from procurement.incoming.refusals import shown
from procurement.language import Text
from procurement.numbers import in_both
from procurement.returned_sheets import Problem
from procurement.returned_sheets.differences import EMPTY, in_words
from procurement.returned_sheets.form import cells_of
from procurement.returned_sheets.frozen import fault_of
from procurement.returned_sheets.places import address, place_of
from procurement.returned_sheets.reading import problems_of_sheets
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.blanks import blanks_of, trial_blanks_of
from tenders.reports.matrix.names import SUPPLIERS
from tenders.reports.matrix.own_weights import Cells, own_weights, trial_weights
from tenders.reports.matrix.workbook import scoring_workbook, weight_places
from tenders.reports.wording import Wording

_FORMULA = Text(nl="een formule, met uitkomst {result}", en="a formula, with result {result}")
_WEIGHT = Text(nl="Gewicht van {node}", en="Weight of {node}")


class Sort(StrEnum):
    """What a cell is. Only another TRIAL is no difference with what is recorded."""

    INPUT = "input"
    WEIGHT = "weight"
    FIXED = "fixed"
    RESULT = "result"  # of a formula
    TRIAL = "trial"  # somebody's own weight on the what-if sheet


@dataclass(frozen=True, slots=True)
class Line:
    """One cell that says something else. `title` is what the cell is about, where that can be said."""

    sort: Sort
    place: Text
    title: Text
    recorded: Text
    in_file: Text


@dataclass(frozen=True, slots=True)
class Compared:
    """`problems`: sheets that are missing, stand there twice or were added."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    def of(self, sort: Sort) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.sort is sort)

    @property
    def is_recorded(self) -> bool:
        """Does the file say what is recorded?"""
        return not self.problems and all(line.sort is Sort.TRIAL for line in self.lines)


Titles = Mapping[tuple[str, str], tuple[Sort, Text]]
"""By sheet and cell ("D7"), for the cells that are known by name."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One file beside the names of cells. `unknown`: sheets whose results follow from nothing known."""

    found: Cells
    titles: Titles
    unknown: frozenset[str] = field(default_factory=frozenset)

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        issued = dict(cells_of(sheet))
        labels = {
            row: str(cell.value) for (column, row), cell in issued.items() if column == 1 and cell.value
        }
        there = {where for title, where in self.found if title == sheet.title}
        for where in sorted({*issued, *there}, key=lambda each: (each[1], each[0])):
            cell, found = issued.get(where, Issued()), self.found.get((sheet.title, where))
            if not _differs(cell, found) or (cell.formula and sheet.title in self.unknown):
                continue
            label = labels.get(where[1], "")
            sort, title = self.titles.get(
                (sheet.title, address(where)),
                (Sort.RESULT if cell.formula else Sort.FIXED, Text(nl=label, en=label)),
            )
            place = place_of(sheet.title, address(where))
            yield Line(sort, place, title, _issued_words(cell.value), _found_words(found, cell))


def compared(edition: Edition, assessments: Sequence[Assessment], table: Table) -> Compared:
    """The file must be known to be the workbook of these assessments, in the language of the edition."""
    found = {
        (sheet.title, (cell.column, row.number)): cell
        for sheet in table.sheets
        for row in sheet.rows
        for cell in row.cells
    }
    own, annexes = own_weights(edition, assessments, found), _annexes(table, edition)
    workbook = scoring_workbook(edition, assessments, annexes, own.results)
    held = _Held(found, _titles(edition, assessments), own.unknown)
    titles = {sheet.title for sheet in table.sheets} - {sheet.title for sheet in annexes}
    sheets = [sheet for sheet in workbook.sheets if sheet.title in titles]
    lines = [line for sheet in sheets for line in held.lines(sheet) if line.sort is not Sort.TRIAL]
    lines += _trials(edition, assessments, found)
    return Compared(tuple(lines), tuple(problems_of_sheets(workbook, table)))


def _trials(edition: Edition, assessments: Sequence[Assessment], found: Cells) -> Iterator[Line]:
    """Somebody's own weights beside the published ones."""
    for blank, published in trial_weights(edition, assessments):
        cell, there = Issued(published), found.get((blank.sheet, blank.position))
        if _differs(cell, there):
            yield Line(
                Sort.TRIAL, blank.place, blank.title, _issued_words(published), _found_words(there, cell)
            )


def _annexes(table: Table, edition: Edition) -> tuple[Sheet, ...]:
    """Evidence and clauses are of the day of the download, not of the calculation: only the titles count."""
    say, titles = Wording(edition.language), {sheet.title for sheet in table.sheets}
    suppliers = [Sheet(title=say(SUPPLIERS), rows=())] if say(SUPPLIERS) in titles else []
    return (*suppliers, Sheet(title=say(CLAUSES), rows=()))


def _titles(edition: Edition, assessments: Sequence[Assessment]) -> Titles:
    titles = {
        (each.blank.sheet, each.blank.at): (Sort.INPUT, each.blank.title)
        for each in blanks_of(edition, assessments)
    }
    for blank in trial_blanks_of(edition, assessments):
        titles[blank.sheet, blank.at] = (Sort.TRIAL, blank.title)
    for place, node in weight_places(edition, assessments).items():
        titles[place] = (Sort.WEIGHT, _WEIGHT.format(node=node))
    return titles


def _differs(cell: Issued, found: Cell | None) -> bool:
    """A value that became a formula is another, whatever result was stored with it."""
    if cell.formula is None and found is not None and Mark.FORMULA in found.marks:
        return True
    return fault_of(cell, found) is not None


def _issued_words(value: Value) -> Text:
    if isinstance(value, int) and not isinstance(value, bool):
        return in_both(Decimal(value))
    return in_words(value if not isinstance(value, bool) else str(value).lower())


def _found_words(found: Cell | None, cell: Issued) -> Text:
    if found is None:
        return EMPTY
    if cell.formula is None and Mark.FORMULA in found.marks:
        return _FORMULA.format(result=_result_words(found))
    return _result_words(found)


def _result_words(found: Cell) -> Text:
    if found.kind is CellKind.NUMBER:
        return in_both(Decimal(found.value))
    return in_words(shown(found.value))
