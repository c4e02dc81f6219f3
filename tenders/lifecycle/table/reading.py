"""Read a table of product footprints: commas or semicolons, points or decimal commas, with or without units.

A file that is no such table is refused whole; a row that is wrong is left out and named.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from procurement.language import Text
from procurement.numbers import NotANumber
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.spelling import unit_of
from tenders.lifecycle.table.column import LAYOUTS, NEEDED, SHARES, UNITS, Column, Layout
from tenders.lifecycle.table.decimal_sign import decimal_sign, number_reader
from tenders.lifecycle.table.product_row import ProductRow, ProductTable
from tenders.lifecycle.unit import DEVICE
from tenders.scoring.problem import Problem

MOST_BYTES = 20_000_000
MOST_ROWS = 100_000
LONGEST_TEXT = 2_000

_TOO_LARGE = Text(
    nl="Het bestand is groter dan {most} MB. Splits de tabel.",
    en="The file is larger than {most} MB. Split the table.",
)
_TOO_MANY = Text(
    nl="De tabel heeft meer dan {most} rijen. Splits haar.",
    en="The table has more than {most} rows. Split it.",
)
_NOT_TEXT = Text(
    nl="Dit bestand is geen tekst in UTF-8. Sla de tabel op als CSV (UTF-8).",
    en="This file is no text in UTF-8. Save the table as CSV (UTF-8).",
)
_NO_TABLE = Text(
    nl="De eerste regel noemt niet de kolommen {needed}, of noemt er een twee keer. Gebruik de kolomnamen "
    "uit de handleiding.",
    en="The first line does not name the columns {needed}, or names one twice. Use the column names of the "
    "manual.",
)
_WRONG_UNIT = Text(
    nl="Deze kolom staat in ‘{given}’ en hoort in {wanted}. Reken de kolom om of pas de eenheid aan.",
    en="This column is in ‘{given}’ and belongs in {wanted}. Convert the column or change the unit.",
)
_BROKEN = Text(
    nl="De tabel is vanaf regel {line} niet te lezen. Sla haar opnieuw op als CSV.",
    en="The table cannot be read from line {line} on. Save it as CSV again.",
)
_MISSING = Text(nl="Deze waarde ontbreekt.", en="This value is missing.")
_LONG = Text(nl="Deze tekst is te lang.", en="This text is too long.")
_BELOW_ZERO = Text(nl="Dit mag niet kleiner zijn dan nul.", en="This may not be below zero.")
_SHARE = Text(
    nl="Dit is een deel van het totaal, van 0 tot en met 1. Schrijf 15% als 0,15.",
    en="This is a part of the total, from 0 to 1. Write 15% as 0.15.",
)
_NO_LIFE = Text(nl="Een levensduur is langer dan nul.", en="A lifetime is longer than zero.")


class UnreadableTable(ValueError):
    """The file as a whole is refused; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.to("en"))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Heading:
    column: Column
    name: str
    place: int
    factor: Fraction  # of the unit in the heading to the unit of the column


def read_table(content: bytes) -> ProductTable:
    """Raises UnreadableTable. Problems have places such as "regel 4, gwp_total"."""
    text = _text_of(content)
    delimiter, layout, headings = _header(text)
    lines = _lines(text, delimiter)
    measured = [each.place for each in headings if each.column in UNITS]
    cells = (line[place] for _, line in lines for place in measured if place < len(line))
    read = number_reader(decimal_sign(delimiter, cells))
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
        raise UnreadableTable(Problem("", _TOO_LARGE.format(most=str(MOST_BYTES // 1_000_000))))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTable(Problem("", _NOT_TEXT)) from None
    if "\0" in text:
        raise UnreadableTable(Problem("", _NOT_TEXT))
    return text


def _header(text: str) -> tuple[str, Layout, tuple[_Heading, ...]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    for delimiter in (";", ",", "\t"):
        names = next(csv.reader([first], delimiter=delimiter), [])
        for layout in LAYOUTS:
            columns = [_split(name) for name in names]
            known = [layout.headers[name] for name, _ in columns if name in layout.headers]
            if set(NEEDED) <= set(known) and len(known) == len(set(known)):
                return delimiter, layout, tuple(_headings(layout, columns))
    needed = " / ".join(
        ", ".join(name for name, column in layout.headers.items() if column in NEEDED) for layout in LAYOUTS
    )
    raise UnreadableTable(Problem("regel 1", _NO_TABLE.format(needed=needed)))


def _split(heading: str) -> tuple[str, str]:
    """The name in lower case and the unit: "Massa [g]" is ("massa", "g")."""
    name, _, unit = heading.partition("[")
    return " ".join(name.casefold().split()), unit.partition("]")[0].strip()


def _headings(layout: Layout, columns: Sequence[tuple[str, str]]) -> Iterator[_Heading]:
    for place, (name, spelled) in enumerate(columns):
        column = layout.headers.get(name)
        if column is not None:
            factor = _factor(column, spelled, f"regel 1, {name}") if spelled else Fraction(1)
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
    raise UnreadableTable(Problem(place, _WRONG_UNIT.format(given=spelled[:40], wanted=label)))


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
                raise UnreadableTable(Problem("", _TOO_MANY.format(most=str(MOST_ROWS))))
    except csv.Error:
        place = str(above + reader.line_num)
        raise UnreadableTable(Problem(f"regel {place}", _BROKEN.format(line=place))) from None
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
        return _MISSING if column in NEEDED else None
    if column not in UNITS:
        texts[column] = cell
        return _LONG if len(cell) > LONGEST_TEXT else None
    try:
        amount = Fraction(read(cell)) * heading.factor
    except NotANumber as wrong:
        return wrong.message
    amounts[column] = Quantity(amount, UNITS[column])
    return _implausible(column, amount)


def _implausible(column: Column, amount: Fraction) -> Text | None:
    if amount < 0:
        return _BELOW_ZERO
    if column in SHARES and amount > 1:
        return _SHARE
    return _NO_LIFE if column is Column.LIFETIME and amount == 0 else None
