"""A table of bids as a file: read in a process of its own, and given on as lines that can be corrected.

Numbers come out of the file as numbers, so no notation is guessed; what is no number where one belongs is
refused with its cell.
"""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from procurement.incoming import Cell, CellKind, Mark, Refused, Row, Table, read_rows
from procurement.incoming import Sheet as ReadSheet
from procurement.incoming.refusals import shown
from procurement.incoming.sheets.values import place
from procurement.numbers import is_bare
from procurement.words import words

PLAIN_ENDINGS = (".tsv", ".txt")
MOST_PLACES = 20


class Column(NamedTuple):
    """`number`: only a number belongs in it."""

    title: str
    number: bool


class Sheet(NamedTuple):
    """The lines under the names of the columns, all of them texts as somebody would type them."""

    head: list[str]
    lines: list[list[str]]

    def as_text(self) -> str:
        """With tabs between the cells, as a spreadsheet puts it on the clipboard."""
        stream = io.StringIO()
        csv.writer(stream, delimiter="\t", lineterminator="\n").writerows([self.head, *self.lines])
        return stream.getvalue()


def sheet_of(content: bytes, name: str, is_number: Callable[[str], bool]) -> Sheet:
    """The first sheet that is shown. `is_number` knows by the name of a column whether numbers belong in it.

    Raises `ValidationError` with the sentence of the guard, or with every cell that is wrong.
    """
    seen = next((each for each in _table(content, name).sheets if not each.hidden), None)
    rows = [] if seen is None else _rows(seen)
    if seen is None or not rows:
        return Sheet([], [])
    head = {cell.column: cell.value.strip() for cell in rows[0].cells}
    columns = {at: Column(title, is_number(title)) for at, title in head.items()}
    wrong = list(map(_merged, seen.merged))
    wrong += [text for row in rows for text in _wrong(row, columns, is_head=row is rows[0])]
    if wrong:
        raise ValidationError(wrong[:MOST_PLACES])
    return Sheet(list(head.values()), [_line(row, columns) for row in rows[1:]])


def _table(content: bytes, name: str) -> Table:
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    try:
        return read_rows(content, "table.csv" if ending in PLAIN_ENDINGS else name)
    except Refused as refused:
        raise ValidationError(words(refused.refusal.text)) from None


def _rows(sheet: ReadSheet) -> list[Row]:
    return [row for row in sheet.rows if any(cell.value.strip() for cell in row.cells)]


def _merged(area: str) -> str:
    """Of cells that are shown as one the file has one value, and nobody sees for which it holds."""
    first, _colon, last = area.partition(":")
    return _(
        "Cel %(first)s tot en met %(last)s: deze cellen zijn samengevoegd. Splits ze en vul elke cel in."
    ) % {"first": shown(first), "last": shown(last)}


def _wrong(row: Row, columns: Mapping[int, Column], *, is_head: bool) -> list[str]:
    found = []
    for cell in row.cells:
        reason = _reason(cell, columns.get(cell.column), is_head=is_head)
        if reason:
            found.append(
                _("Cel %(place)s: %(reason)s") % {"place": place(cell.column, row.number), "reason": reason}
            )
    return found


def _reason(cell: Cell, column: Column | None, *, is_head: bool) -> str:
    """Why this cell cannot be taken in; "" if it can."""
    if Mark.FORMULA in cell.marks:
        return _("hier staat een formule. Vul de waarde zelf in.")
    if column is None:
        return _("boven deze cel staat geen kolomnaam.")
    if cell.kind is CellKind.ERROR:
        return _("hier staat een foutmelding (%(found)s). Vul een waarde in.") % {"found": shown(cell.value)}
    if cell.marks & {Mark.CONTROL, Mark.TURNS_DIRECTION}:
        return _("hier staan onzichtbare tekens. Typ de tekst opnieuw.")
    if column.number and not is_head and cell.value.strip() and cell.kind is not CellKind.NUMBER:
        return _number_reason(cell)
    return ""


def _number_reason(cell: Cell) -> str:
    found = {"found": shown(cell.value)}
    if cell.kind is CellKind.UNCLEAR:
        return _("‘%(found)s’ is niet duidelijk. Schrijf het met een komma, bijvoorbeeld 1250,00.") % found
    if cell.kind is CellKind.TEXT and is_bare(cell.value):
        return _("‘%(found)s’ staat als tekst in de cel. Zet de cel op Getal en typ het opnieuw.") % found
    return _("‘%(found)s’ is geen getal. Vul een getal in.") % found


def _line(row: Row, columns: Mapping[int, Column]) -> list[str]:
    cells = {cell.column: cell for cell in row.cells}
    return [_typed(cells[at]) if at in cells else "" for at in columns]


def _typed(cell: Cell) -> str:
    """As a Dutch form reads it."""
    if cell.kind is CellKind.NUMBER:
        return cell.value.replace(".", ",")
    if cell.kind is CellKind.DATE:
        moment = datetime.fromisoformat(cell.value)  # a day without a time stays one, and is no moment
        return f"{moment:%d-%m-%Y %H:%M:%S}" if "T" in cell.value else f"{moment:%d-%m-%Y}"
    if cell.kind is CellKind.BOOLEAN:
        return _("Ja") if cell.value == "true" else _("Nee")
    return cell.value
