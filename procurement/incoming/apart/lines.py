"""What passes between the two processes: lines of JSON, of which the asking side believes nothing.

No pickles: a reader that was taken over could otherwise run code in the process that asked.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import repeat
from typing import Any

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.values import CellKind, Mark, Row, Shape, Sheet, Table

LONGEST_LINE = 24 * 1024 * 1024  # bytes; one row may hold all characters of the limits, four bytes each
_KINDS = {kind.value: kind for kind in CellKind}
_MARKS = {mark.value: mark for mark in Mark}
_BETWEEN = "\0"  # values: a character that none of them has


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
        self._write, self._title = write, title
        write(written({"sheet": title, "hidden": hidden}))

    def rows(self, numbers: Sequence[int], shape: Shape, columns: Sequence[Sequence[str]]) -> None:
        line = rows_line(numbers, shape, columns)
        if len(line) > LONGEST_LINE:
            raise Refused(Code.TOO_MUCH_TEXT, f"{self._title}!{numbers[0]}", str(LONGEST_LINE))
        self._write(line)

    def merged(self, areas: list[str]) -> None:
        if areas:
            self._write(written({"merged": areas}))


def rows_line(numbers: Sequence[int], shape: Shape, columns: Sequence[Sequence[str]]) -> bytes:
    """A column is one text: taking a hundred texts apart costs less than understanding each."""
    return written(
        {
            "rows": numbers,
            "columns": shape.columns,
            "kinds": shape.kinds,
            "marks": [sorted(each) for each in shape.marks],
            "values": [_BETWEEN.join(column) for column in columns],
        }
    )


def table_of(lines: Iterable[bytes]) -> Table:
    """All sheets. Raises `Refused` if the file is refused, `NotUnderstood` if the lines are not complete."""
    sheets: list[_ReadSheet] = []
    shapes: dict[Shape, Shape] = {}
    for said in said_by(lines):
        if "sheet" in said:
            sheets.append(_ReadSheet(_text(said["sheet"]), said.get("hidden") is True))
        elif "rows" in said and sheets:
            sheets[-1].rows.extend(_rows(said, shapes))
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


def _rows(said: dict[str, Any], shapes: dict[Shape, Shape]) -> Iterator[Row]:
    numbers, columns = said["rows"], [each.split(_BETWEEN) for each in _texts(said.get("values"))]
    shape = _shape(said)
    if not _are_numbers(numbers) or len(columns) != len(shape.columns) or not columns:
        raise NotUnderstood("no rows")
    if any(len(column) != len(numbers) for column in columns):
        raise NotUnderstood("not as many values as rows")
    return map(Row, numbers, repeat(shapes.setdefault(shape, shape)), zip(*columns, strict=True))


def _shape(said: dict[str, Any]) -> Shape:
    match said:
        case {"columns": list(columns), "kinds": list(kinds), "marks": list(marks)}:
            is_whole = _are_numbers(columns) and len(columns) == len(kinds) == len(marks)
            if is_whole and all(isinstance(kind, str) and kind in _KINDS for kind in kinds):
                return Shape(tuple(columns), tuple(map(_KINDS.__getitem__, kinds)), tuple(map(_marks, marks)))
    raise NotUnderstood("no cells")


def _are_numbers(said: Any) -> bool:
    return isinstance(said, list) and set(map(type, said)) <= {int}


def _marks(said: Any) -> frozenset[Mark]:
    return frozenset(_MARKS[mark] for mark in _texts(said) if mark in _MARKS)


def _texts(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list):
        raise NotUnderstood("no list")
    return tuple(map(_text, said))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise NotUnderstood("no text")
    return said
