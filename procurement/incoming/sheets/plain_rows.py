"""Rows of a worksheet taken without the parser, where the parser has seen their like.

A long list is a million elements with the same tags in every row. A row is cut into tags and texts; when its
tags, but for its own number, are those of a row that the parser, the guard and the reader let through, only
its texts are new. Everything else goes to the parser, row by row: this is a short cut and no second opinion.

What is left out is balanced, and without it the parser stands where it stood: directly in `sheetData`.
That is certain as long as nothing that the parser saw can be a comment, a CDATA section or an instruction.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from itertools import chain

from procurement.incoming.guard.markup import Markup
from procurement.incoming.sheets.plain_group import Group
from procurement.incoming.sheets.row_shapes import NUMBER, TEXT, RowShape, shape_of
from procurement.incoming.sheets.xlsx_sheet import LAST_ROW, SheetReader

Pieces = Generator[bytes, None, bool]
"""What the parser has to see; gives back whether it then stands directly among the rows."""

_OPENING, _ENDING = b"<sheetData>", b"</row>"
_LONGEST = 1024 * 1024  # bytes without the end of a row
_MOST_SHAPES = 1_000  # to remember; and as many rows in vain, and it is not tried any longer
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")?\?>\s*)?<[A-Za-z]'
)
_ODD = bytes({*range(32)} - set(b"\t\n"))  # what XML does not have, and line ends that it alters
_START = re.compile(r'<row r="([1-9][0-9]{0,6})"')
_TEXTS = re.compile(r">([^<]+)<")
_AROUND = f">{TEXT}<"
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos);")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class PlainRows:
    """Of one worksheet, with its guard and its reader."""

    def __init__(self, reader: SheetReader, guard: Markup) -> None:
        self._reader = reader
        self._group = Group(reader, guard)
        self._shapes: dict[str, RowShape | None] = {}
        self._gain = 0  # rows taken, less those that the parser had to see after all
        self._tags = ""  # of the row that was just looked at, "" if it has none to remember

    def __call__(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """What the parser has to see. When the next piece is asked for, it has seen the one before."""
        remaining = iter(blocks)
        start, opening, waiting = next(remaining, b"").partition(_OPENING)
        yield start + opening
        begun = _HEAD.match(start)
        if opening and begun and not _may_hide(start[begun.end() :]) and self._reader.is_among_rows:
            waiting = yield from self._after_rows(chain((waiting,), remaining))
        yield waiting
        yield from remaining

    def _after_rows(self, blocks: Iterable[bytes]) -> Generator[bytes, None, bytes]:
        """Gives back what was not looked at."""
        waiting = b""
        for block in blocks:
            waiting += block
            rows, ending, begun = waiting.rpartition(_ENDING)
            if ending:
                waiting = begun
                if not (yield from self._past(rows + ending)):
                    break
            elif len(waiting) > _LONGEST:
                break
        return waiting

    def _past(self, rows: bytes) -> Pieces:
        text = _plain_text(rows)
        if text is None:
            return (yield from self._parsed(rows))
        each = [f"{row}</row>" for row in text.split("</row>")[:-1]]
        for at, row in enumerate(each):
            if self._is_taken(row):
                continue
            self._group.give()
            self._gain -= 2
            if not (yield from self._parsed(row.encode())):
                yield "".join(each[at + 1 :]).encode()
                return False
            if self._tags not in self._shapes and len(self._shapes) < _MOST_SHAPES:
                self._shapes[self._tags] = shape_of(self._tags)
        self._group.give()
        self._gain += len(each)
        return self._gain > -_MOST_SHAPES

    def _parsed(self, rows: bytes) -> Pieces:
        yield rows
        return self._reader.is_among_rows and not _may_hide(rows)

    def _is_taken(self, row: str) -> bool:
        self._tags, start = "", _START.match(row)
        if start is None or int(start[1]) > LAST_ROW:
            return False
        pieces = _TEXTS.split(row)
        self._tags = _AROUND.join(pieces[::2]).replace(f'{start[1]}"', f'{NUMBER}"')
        shape = self._shapes.get(self._tags)
        if shape is None:
            return False
        texts = pieces[1::2]
        if "&" in row:
            if "&" in _ENTITY.sub("", row):
                return False
            texts = [_resolved(text) if "&" in text else text for text in texts]
        return self._group.add(shape, int(start[1]), texts)


def _plain_text(rows: bytes) -> str | None:
    """None where the parser would refuse or alter a character, or might."""
    if len(rows.translate(None, _ODD)) < len(rows):
        return None
    try:
        text = rows.decode()
    except UnicodeDecodeError:
        return None
    return None if "]]>" in text or "\ufffe" in text or "\uffff" in text else text


def _may_hide(xml: bytes) -> bool:
    return b"<!" in xml or b"<?" in xml


def _resolved(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
