"""A workbook that came back, held against the same workbook as the program makes it now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from procurement.documents.workbook import Cell as Issued
from procurement.documents.workbook import Workbook
from procurement.incoming import Cell, Sheet, Table
from procurement.language import Text
from procurement.returned_sheets import sentences
from procurement.returned_sheets.answers import Answer, Answers, WrongAnswer, answer_of, tidy
from procurement.returned_sheets.blanks import Blank
from procurement.returned_sheets.form import Form, cells_of
from procurement.returned_sheets.frozen import fault_of
from procurement.returned_sheets.identity import TITLE
from procurement.returned_sheets.places import Position, address, place_of
from procurement.returned_sheets.shifts import shift_of


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps the file from being taken over, and where it is; `sheet` by its title."""

    place: Text
    text: Text
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """`answers` has every blank, the wrong ones as None. With `problems`, nothing may be taken over."""

    answers: Answers
    problems: tuple[Problem, ...]


Found = Mapping[Position, Cell]


def read_back(form: Form, table: Table) -> Returned:
    """The answers in the file, and all that is wrong with it.

    Check the identity first: of a sheet of another version nearly every cell differs.
    """
    found = {sheet.title: _cells(sheet) for sheet in table.sheets}
    answers: dict[str, Answer] = {}
    problems = []
    for blank in form.blanks:
        try:
            answers[blank.key] = answer_of(blank, found.get(blank.sheet, {}).get(blank.position))
        except WrongAnswer as wrong:
            answers[blank.key] = None
            problems.append(Problem(blank.place, wrong.text, blank.sheet))
    workbook = form.fill(answers)
    problems += problems_of_sheets(workbook, table)
    # Results cannot be compared while an answer is missing that they were calculated with.
    are_read = not problems
    problems += _of_frozen(form.blanks, workbook, found, with_results=are_read)
    if problems:
        problems = _with_shifts(form.blanks, workbook, found, problems)
    return Returned({key: tidy(answer) for key, answer in answers.items()}, tuple(problems))


def _with_shifts(
    blanks: tuple[Blank, ...], workbook: Workbook, found: Mapping[str, Found], problems: list[Problem]
) -> list[Problem]:
    """One sentence for a sheet in which whole rows or columns moved, in the place of what follows from it."""
    to_fill_in = {(blank.sheet, blank.position) for blank in blanks}
    for sheet in workbook.sheets:
        frozen = {at: cell for at, cell in cells_of(sheet) if (sheet.title, at) not in to_fill_in}
        shift = shift_of(frozen, found.get(sheet.title, {}))
        if shift is not None:
            rest = [each for each in problems if each.sheet != sheet.title]
            problems = [*rest, Problem(place_of(sheet.title), shift, sheet.title)]
    return problems


def _cells(sheet: Sheet) -> Found:
    return {(cell.column, row.number): cell for row in sheet.rows for cell in row.cells}


def problems_of_sheets(workbook: Workbook, table: Table) -> Iterator[Problem]:
    """Sheets that are missing, that stand there twice or that were added."""
    titles = [sheet.title for sheet in table.sheets]
    wanted = [sheet.title for sheet in workbook.sheets]
    for title in wanted:
        if title not in titles:
            yield Problem(place_of(title), sentences.SHEET_GONE)
    for title in dict.fromkeys(titles):
        if titles.count(title) > 1:
            yield Problem(place_of(title), sentences.SHEET_TWICE)
        elif title not in (*wanted, TITLE):
            yield Problem(place_of(title), sentences.SHEET_ADDED)


def _of_frozen(
    blanks: tuple[Blank, ...], workbook: Workbook, found: Mapping[str, Found], *, with_results: bool
) -> Iterator[Problem]:
    to_fill_in = {(blank.sheet, blank.position) for blank in blanks}
    for sheet in workbook.sheets:
        if sheet.title not in found:
            continue
        there = found[sheet.title]
        issued = dict(cells_of(sheet))
        for where in sorted({*issued, *there}, key=lambda each: (each[1], each[0])):
            cell = issued.get(where, Issued())
            if (sheet.title, where) in to_fill_in or not (with_results or cell.formula is None):
                continue
            fault = fault_of(cell, there.get(where))
            if fault is not None:
                yield Problem(place_of(sheet.title, address(where)), fault, sheet.title)
