"""A table that came back, with one thing changed in it."""

from dataclasses import replace

from procurement.incoming import Cell, CellKind, Mark, Row, Table
from procurement.incoming.sheets.texts import marks_of
from procurement.returned_sheets.places import position


def with_cell(table, title, at, kind=CellKind.TEXT, value="", *, formula=False):
    """With this cell there, or without it when nothing is given."""
    column, number = position(at)
    new = Cell(column, kind, value, marks_of(kind, value, formula=formula)) if value or formula else None
    return _with(table, title, number, column, new)


def forged(table, title, at, value, kind=CellKind.NUMBER):
    """The result of a formula as the file says it, changed."""
    return with_cell(table, title, at, kind, value, formula=True)


def without_sheet(table, title):
    return Table(tuple(sheet for sheet in table.sheets if sheet.title != title))


def without_row(table, title, number):
    """As when somebody deletes a row: what stood below moves up."""

    def moved(row):
        return row if row.number < number else row._replace(number=row.number - 1)

    def cut(sheet):
        return replace(sheet, rows=tuple(moved(row) for row in sheet.rows if row.number != number))

    return Table(tuple(cut(sheet) if sheet.title == title else sheet for sheet in table.sheets))


def cell_at(table, title, at):
    column, number = position(at)
    rows = next(sheet.rows for sheet in table.sheets if sheet.title == title)
    found = (cell for row in rows if row.number == number for cell in row.cells if cell.column == column)
    return next(found, None)


def is_formula(cell):
    return Mark.FORMULA in cell.marks


def _with(table, title, number, column, new):
    def changed(sheet):
        rows = {row.number: {cell.column: cell for cell in row.cells} for row in sheet.rows}
        cells = rows.setdefault(number, {})
        cells.pop(column, None)
        if new is not None:
            cells[column] = new
        return replace(
            sheet,
            rows=tuple(
                Row.of(each, [rows[each][key] for key in sorted(rows[each])]) for each in sorted(rows)
            ),
        )

    return Table(tuple(changed(sheet) if sheet.title == title else sheet for sheet in table.sheets))
