"""A form as it went out, where this release of the program would make it in other words or at other places.

A bidder fills in the file that was published. Its words and places are read from that very file, which is
kept; what is asked, and what an answer may be, is the program's of now. Results of its formulas are not
compared: what they should be, only the release that wrote them knew. None is ever used.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from procurement.documents.workbook import Cell as Issued
from procurement.documents.workbook import Sheet as IssuedSheet
from procurement.documents.workbook import Value
from procurement.incoming import Cell, CellKind, Mark, Sheet, Table
from procurement.returned_sheets.form import Form
from procurement.returned_sheets.identity import TITLE, identity_of, places_in


def as_published(form: Form, published: Table, key: bytes) -> Form | None:
    """None where the published file is another form, or does not say where its blanks stand.

    Raises `WrongSheet` when it has no identity that was signed with this key.
    """
    identity, places = identity_of(published, key), places_in(published)
    if replace(identity, digest=form.identity.digest) != form.identity or places.keys() != form.by_key.keys():
        return None
    blanks = tuple(
        replace(blank, sheet=places[blank.key][0], at=places[blank.key][1]) for blank in form.blanks
    )
    sheets = tuple(_issued(sheet) for sheet in published.sheets if sheet.title != TITLE)
    workbook = replace(form.fill({}), sheets=sheets)
    return Form(identity, blanks, lambda _answers: workbook)


def _issued(sheet: Sheet) -> IssuedSheet:
    rows: list[list[Issued | None]] = []
    for row in sheet.rows:
        rows += [[] for _ in range(row.number - len(rows))]
        for cell in row.cells:
            rows[-1] += [None] * (cell.column - len(rows[-1]) - 1) + [_cell(cell)]
    return IssuedSheet(title=sheet.title, rows=rows)


def _cell(cell: Cell) -> Issued:
    """A formula stands for any formula."""
    return Issued(None, "?") if Mark.FORMULA in cell.marks else Issued(_value(cell))


def _value(cell: Cell) -> Value:
    if cell.kind is CellKind.NUMBER:
        return Decimal(cell.value)
    if cell.kind is CellKind.BOOLEAN:
        return cell.value == "true"
    if cell.kind is CellKind.DATE:
        return date.fromisoformat(cell.value)
    return None if cell.kind is CellKind.EMPTY else cell.value
