"""A workbook to fill in: its blanks, its identity, and how it looks with given answers."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from procurement.documents.workbook import Cell, CellLike, Sheet, Workbook
from procurement.returned_sheets.answers import Answers
from procurement.returned_sheets.blanks import Blank
from procurement.returned_sheets.identity import Identity, identity_sheet
from procurement.returned_sheets.places import Position, address

Fill = Callable[[Answers], Workbook]
"""Makes the whole workbook with these answers in the blanks and the results that follow from them as cached
values. A key that is not among the answers is an empty blank. Frozen cells never depend on the answers. A
formula with None as its value is not held against what the file says."""


@dataclass(frozen=True, slots=True)
class Form:
    """Made by `form_of`. `identity` has the digest of all that is frozen."""

    identity: Identity
    blanks: tuple[Blank, ...]
    fill: Fill

    @property
    def by_key(self) -> Mapping[str, Blank]:
        return {blank.key: blank for blank in self.blanks}


def form_of(*, identity: Identity, blanks: tuple[Blank, ...], fill: Fill) -> Form:
    """The form with its digest. Raises `ValueError` for blanks that contradict each other or the workbook."""
    if len({blank.key for blank in blanks}) != len(blanks):
        raise ValueError("two blanks have the same key")
    return Form(replace(identity, digest=_digest(fill({}), blanks)), blanks, fill)


def issued(form: Form, answers: Answers, key: bytes, *, is_kept: bool = False) -> Workbook:
    """What goes out: the workbook with what was answered so far, its signed identity in a hidden sheet.

    `is_kept`: the file is kept as it goes out, and may come back to a later release; see `as_published`.
    """
    workbook, identity = form.fill(answers), form.identity
    properties = replace(
        workbook.properties, tender=identity.tender, version=identity.version, digest=identity.digest
    )
    places = {blank.key: f"{blank.sheet}!{blank.at}" for blank in form.blanks} if is_kept else {}
    sheets = (*workbook.sheets, identity_sheet(identity, key, places))
    return replace(workbook, properties=properties, sheets=sheets)


def cells_of(sheet: Sheet) -> Iterator[tuple[Position, Cell]]:
    """Every cell that has a value or a formula, and every empty one that has a place in its row."""
    for row, cells in enumerate(sheet.rows, start=1):
        for column, each in enumerate(cells, start=1):
            if each is not None:
                yield (column, row), _as_cell(each)


def _as_cell(cell: CellLike) -> Cell:
    return cell if isinstance(cell, Cell) else Cell(cell)


def _digest(workbook: Workbook, blanks: tuple[Blank, ...]) -> str:
    """SHA-256 over the blanks and everything else that stands in the sheets, results of formulas left out."""
    places = {(blank.sheet, blank.position): blank for blank in blanks}
    if len(places) != len(blanks):
        raise ValueError("two blanks are the same cell")
    lines = [json.dumps([workbook.title, workbook.language])]
    lines += [json.dumps(asdict(blank), default=str) for blank in blanks]
    for sheet in workbook.sheets:
        lines.append(json.dumps(sheet.title))
        for where, cell in cells_of(sheet):
            if places.pop((sheet.title, where), None) is None:
                said = cell.value if cell.formula is None else None
                lines.append(json.dumps([address(where), cell.formula, said], default=_exact))
            elif cell.formula is not None:
                raise ValueError(f"the blank at {sheet.title}!{address(where)} is a formula")
    if places:
        raise ValueError(f"the workbook has no cell for {next(iter(places.values())).key!r}")
    return sha256("\n".join(lines).encode()).hexdigest()


def _exact(value: object) -> list[str]:
    """A `Decimal` or a date, told apart from the same text."""
    return [type(value).__name__, str(value)]
