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
from procurement.incoming.sheets.collecting import Give
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Sheet, Table, cells_of

LONGEST_LINE = 8 * 1024 * 1024  # bytes; the widest row with its longest texts stays below it
_LONG, _MANY = 65_536, 200  # characters and rows on a line of more than one row
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
    return json.dumps(line, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def order(name: str, limits: Limits, want: Want) -> bytes:
    """The first line that the reading process gets; the bytes of the file follow."""
    return written({"name": name, "limits": asdict(limits), "want": want.value})


@dataclass(slots=True)
class RowLines:
    """Writes the rows of sheets, many on a line, so that a line costs little and never grows long."""

    write: Callable[[bytes], object]
    _rows: list[tuple[object, ...]] = field(default_factory=list)
    _characters: int = 0

    def sheet(self, title: str, hidden: bool) -> Give:
        self.flush()
        self.write(written({"sheet": title, "hidden": hidden}))
        return self.row

    def row(self, row: Row) -> None:
        columns, kinds, values, marks = zip(*row.cells, strict=True)
        characters = sum(map(len, values))
        if self._characters + characters > _LONG or len(self._rows) >= _MANY:
            self.flush()
        self._characters += characters
        said = [sorted(each) for each in marks] if any(marks) else []
        self._rows.append((row.number, columns, kinds, values, said))

    def flush(self) -> None:
        if self._rows:
            self.write(written({"rows": self._rows}))
        self._rows, self._characters = [], 0


def table_of(lines: Iterable[bytes]) -> Table:
    """All sheets. Raises `Refused` if the file is refused, `NotUnderstood` if the lines are not complete."""
    sheets: list[tuple[str, bool, list[Row]]] = []
    for said in said_by(lines):
        if "sheet" in said:
            sheets.append((_text(said["sheet"]), said.get("hidden") is True, []))
        elif "rows" in said and sheets:
            sheets[-1][2].extend(map(_row, _list(said["rows"])))
        else:
            raise NotUnderstood("unknown line")
    return Table(tuple(Sheet(title, tuple(rows), hidden) for title, hidden, rows in sheets))


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


def _row(said: Any) -> Row:
    match said:
        case [int(number), list(columns), list(kinds), list(values), list(marks)]:
            return Row(number, _cells(columns, kinds, values, marks))
    raise NotUnderstood("no row")


def _cells(columns: list[Any], kinds: list[Any], values: list[Any], marks: list[Any]) -> tuple[Cell, ...]:
    if not (set(map(type, columns)) <= {int} and set(map(type, values)) <= {str}):
        raise NotUnderstood("no cell")
    try:
        known = [_KINDS[kind] for kind in kinds]
        marked = [_marks(_list(each)) for each in marks] if marks else [_NO_MARKS] * len(values)
        return cells_of(columns, known, values, marked)
    except (KeyError, TypeError, ValueError):
        raise NotUnderstood("no cell") from None


def _marks(said: list[Any]) -> frozenset[Mark]:
    return frozenset(_MARKS[mark] for mark in said if isinstance(mark, str) and mark in _MARKS)


def _list(said: Any) -> list[Any]:
    if not isinstance(said, list):
        raise NotUnderstood("no list")
    return said


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise NotUnderstood("no text")
    return said
