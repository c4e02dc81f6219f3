"""Read a table of product footprints: commas or semicolons, points or decimal commas, with or without units.

A file that is no such table is refused whole; a row that is wrong is left out and named. `read_table` reads
the text of a CSV file, `read_sheet` a sheet whose cells were already taken out of a spreadsheet.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from procurement.incoming.sheets.values import Cell, CellKind, Sheet
from procurement.language import Text
from procurement.numbers import NotANumber
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.spelling import unit_of
from tenders.lifecycle.table import refusals
from tenders.lifecycle.table.column import LAYOUTS, NEEDED, SHARES, UNITS, Column, Layout
from tenders.lifecycle.table.decimal_sign import DecimalSign, decimal_sign, number_reader
from tenders.lifecycle.table.product_row import ProductRow, ProductTable
from tenders.lifecycle.table.refusals import UnreadableTable
from tenders.lifecycle.unit import DEVICE
from tenders.scoring.problem import Problem

MOST_BYTES = 20_000_000
MOST_ROWS = 100_000
LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class _Heading:
    column: Column
    name: str
    place: int
    factor: Fraction | None  # from the unit in the heading to that of the column; None: they are the same


def read_table(content: bytes) -> ProductTable:
    """Raises UnreadableTable. Problems have places such as "regel 4, gwp_total"."""
    text = _text_of(content)
    delimiter, layout, headings = _header(text)
    lines = _lines(text, delimiter)
    measured = [each.place for each in headings if each.column in UNITS]
    cells = (line[place] for _, line in lines for place in measured if place < len(line))
    return _table(layout, headings, lines, number_reader(decimal_sign(delimiter, cells)))


def read_sheet(sheet: Sheet) -> ProductTable:
    """Raises UnreadableTable. Problems have places such as "regel 4, gwp_total"."""
    first, *others = sheet.rows or (None,)
    found = _columns_of(_texts(first.cells)) if first is not None else None
    if found is None:
        raise _no_table()
    layout, headings = found
    lines = [(row.number, _texts(row.cells)) for row in others if row is not None]
    return _table(layout, headings, lines, number_reader(DecimalSign.UNCLEAR))


def _texts(cells: Sequence[Cell]) -> list[str]:
    """By column. A number of a spreadsheet is clear: no thousand has more than three digits behind it."""
    line = [""] * max((cell.column for cell in cells), default=0)
    for cell in cells:
        is_part = cell.kind is CellKind.NUMBER and "." in cell.value
        line[cell.column - 1] = f"{cell.value}0000" if is_part else cell.value
    return line


def _table(
    layout: Layout,
    headings: Sequence[_Heading],
    lines: Sequence[tuple[int, list[str]]],
    read: Callable[[str], Decimal],
) -> ProductTable:
    rows, problems = [], []
    for number, line in lines:
        found = _row(number, line, headings, read)
        if isinstance(found, ProductRow):
            rows.append(found)
        else:
            problems.extend(found)
    return ProductTable(
        rows=tuple(rows), problems=tuple(problems), warning=layout.warning, credit=layout.credit
    )


def _text_of(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise UnreadableTable(Problem("", refusals.TOO_LARGE.format(most=str(MOST_BYTES // 1_000_000))))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTable(Problem("", refusals.NOT_TEXT)) from None
    if "\0" in text:
        raise UnreadableTable(Problem("", refusals.NOT_TEXT))
    return text


def _header(text: str) -> tuple[str, Layout, tuple[_Heading, ...]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    for delimiter in (";", ",", "\t"):
        found = _columns_of(_cells_of(first, delimiter))
        if found is not None:
            return delimiter, *found
    raise _no_table()


def _cells_of(line: str, delimiter: str) -> list[str]:
    """Empty for a line that is no line of a table."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns_of(names: Sequence[str]) -> tuple[Layout, tuple[_Heading, ...]] | None:
    """None where no layout has these columns."""
    columns = [_split(name) for name in names]
    for layout in LAYOUTS:
        known = [layout.headers[name] for name, _ in columns if name in layout.headers]
        if set(NEEDED) <= set(known) and len(known) == len(set(known)):
            return layout, tuple(_headings(layout, columns))
    return None


def _no_table() -> UnreadableTable:
    needed = " / ".join(
        ", ".join(name for name, column in layout.headers.items() if column in NEEDED) for layout in LAYOUTS
    )
    return UnreadableTable(Problem("regel 1", refusals.NO_TABLE.format(needed=needed)))


def _split(heading: str) -> tuple[str, str]:
    """The name in lower case and the unit: "Massa [g]" is ("massa", "g")."""
    name, _, unit = heading.partition("[")
    return " ".join(name.casefold().split()), unit.partition("]")[0].strip()


def _headings(layout: Layout, columns: Sequence[tuple[str, str]]) -> Iterator[_Heading]:
    for place, (name, spelled) in enumerate(columns):
        column = layout.headers.get(name)
        if column is not None:
            factor = _factor(column, spelled, f"regel 1, {name}") if spelled else None
            yield _Heading(column, name, place, factor)


def _factor(column: Column, spelled: str, place: str) -> Fraction:
    """A table has a row for each device, so "kWh/jaar" is that of one device."""
    wanted = UNITS.get(column)
    try:
        unit, factor = unit_of(spelled)
    except KeyError:
        unit, factor = None, Fraction(1)
    if wanted is not None and unit is not None and (unit == wanted or unit / DEVICE == wanted):
        return factor
    label = wanted.label if wanted is not None else Text(nl="tekst", en="text")
    raise UnreadableTable(Problem(place, refusals.WRONG_UNIT.format(given=spelled[:40], wanted=label)))


def _lines(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The filled lines under the header, each with its number."""
    table = text.lstrip("\r\n")
    above = text[: len(text) - len(table)].count("\n")
    reader = csv.reader(StringIO(table, newline=""), delimiter=delimiter)
    found = []
    try:
        next(reader)
        for line in reader:
            if any(cell.strip() for cell in line):
                found.append((above + reader.line_num, line))
            if len(found) > MOST_ROWS:
                raise UnreadableTable(Problem("", refusals.TOO_MANY.format(most=str(MOST_ROWS))))
    except csv.Error:
        place = str(above + reader.line_num)
        raise UnreadableTable(Problem(f"regel {place}", refusals.BROKEN.format(line=place))) from None
    return found


def _row(
    number: int, line: Sequence[str], headings: Sequence[_Heading], read: Callable[[str], Decimal]
) -> ProductRow | list[Problem]:
    texts: dict[Column, str] = {}
    amounts: dict[Column, Quantity] = {}
    wrong: list[tuple[str, Text]] = []
    for heading in headings:
        cell = line[heading.place].strip() if heading.place < len(line) else ""
        message = _taken(heading, cell, read, texts, amounts)
        if message is not None:
            wrong.append((heading.name, message))
    if wrong:
        return [Problem(f"regel {number}, {name}", message) for name, message in wrong]
    return ProductRow(number, texts, amounts)


def _taken(
    heading: _Heading,
    cell: str,
    read: Callable[[str], Decimal],
    texts: dict[Column, str],
    amounts: dict[Column, Quantity],
) -> Text | None:
    """Puts the cell among the texts or the amounts; gives what is wrong with it."""
    column = heading.column
    if not cell:
        return refusals.MISSING if column in NEEDED else None
    if column not in UNITS:
        texts[column] = cell
        return refusals.LONG if len(cell) > LONGEST_TEXT else None
    try:
        amount = Fraction(read(cell))
    except NotANumber as wrong:
        return wrong.message
    amount = amount if heading.factor is None else amount * heading.factor
    amounts[column] = Quantity(amount, UNITS[column])
    return _implausible(column, amount)


def _implausible(column: Column, amount: Fraction) -> Text | None:
    if amount.numerator < 0:
        return refusals.BELOW_ZERO
    if column in SHARES and amount.numerator > amount.denominator:
        return refusals.SHARE
    return refusals.NO_LIFE if column is Column.LIFETIME and not amount.numerator else None
