"""What passes between the two processes: lines of JSON, of which the asking side believes nothing.

No pickles: a reader that was taken over could otherwise run code in the process that asked.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Sheet, Table

LONGEST_LINE = 24 * 1024 * 1024  # bytes; one row may hold all characters of the limits, four bytes each
_KINDS = {kind.value: kind for kind in CellKind}
_MARKS = {mark.value: mark for mark in Mark}
_NO_MARKS: frozenset[Mark] = frozenset()


class Want(StrEnum):
    """What the asking side wants to know besides whether the file is safe."""

    NOTHING = "nothing"
    CELLS = "cells"
    TEXT = "text"


class NotUnderstood(ValueError):
    """The other process wrote something that it never writes."""


def written(line: dict[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass") + b"\n"


def order(name: str, limits: Limits, want: Want) -> bytes:
    """The first line that the reading process gets; the bytes of the file follow."""
    return written({"name": name, "limits": asdict(limits), "want": want.value})


class SheetLines:
    """Writes the lines of one sheet."""

    def __init__(self, write: Callable[[bytes], object], title: str, hidden: bool) -> None:
        self._write = write
        write(written({"sheet": title, "hidden": hidden}))

    def row(self, row: Row) -> None:
        self._write(row_line(row))

    def merged(self, areas: list[str]) -> None:
        if areas:
            self._write(written({"merged": areas}))


def row_line(row: Row) -> bytes:
    cells = [
        [cell.column, cell.kind, cell.value, sorted(cell.marks) if cell.marks else []] for cell in row.cells
    ]
    return written({"row": row.number, "cells": cells})


def table_of(lines: Iterable[bytes]) -> Table:
    """All sheets. Raises `Refused` if the file is refused, `NotUnderstood` if the lines are not complete."""
    sheets: list[_ReadSheet] = []
    for said in said_by(lines):
        if "sheet" in said:
            sheets.append(_ReadSheet(_text(said["sheet"]), said.get("hidden") is True))
        elif "row" in said and sheets:
            sheets[-1].rows.append(_row(said))
        elif "merged" in said and sheets:
            sheets[-1].merged = _texts(said["merged"])
        else:
            raise NotUnderstood("unknown line")
    return Table(tuple(Sheet(each.title, tuple(each.rows), each.hidden, each.merged) for each in sheets))


@dataclass(slots=True)
class _ReadSheet:
    title: str
    hidden: bool
    rows: list[Row] = field(default_factory=list)
    merged: tuple[str, ...] = ()


def said_by(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The lines up to the end. Raises `Refused` if they say so, `NotUnderstood` if the end lacks."""
    ended = False
    for line in lines:
        said = _understood(line)
        if ended:
            raise NotUnderstood("more after the end")
        if "refused" in said:
            raise _refusal(said["refused"])
        ended = "end" in said
        if not ended:
            yield said
    if not ended:
        raise NotUnderstood("no end")


def _understood(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise NotUnderstood("no JSON") from None
    if not isinstance(said, dict):
        raise NotUnderstood("no object")
    return said


def _refusal(said: Any) -> Refused:
    match said:
        case [str(code), str(place), str(most)] if code in {each.value for each in Code}:
            return Refused(Code(code), place, most[:40])
    raise NotUnderstood("unknown refusal")


def _row(said: dict[str, Any]) -> Row:
    number, cells = said["row"], said.get("cells")
    if not isinstance(number, int) or not isinstance(cells, list):
        raise NotUnderstood("no row")
    return Row(number, tuple(_cell(cell) for cell in cells))


def _cell(said: Any) -> Cell:
    match said:
        case [int(column), str(kind), str(value), list(marks)] if kind in _KINDS:
            return Cell(column, _KINDS[kind], value, _marks(marks) if marks else _NO_MARKS)
    raise NotUnderstood("no cell")


def _marks(said: list[Any]) -> frozenset[Mark]:
    return frozenset(_MARKS[mark] for mark in said if isinstance(mark, str) and mark in _MARKS)


def _texts(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list):
        raise NotUnderstood("no list")
    return tuple(map(_text, said))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise NotUnderstood("no text")
    return said
