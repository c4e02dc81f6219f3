"""What rows of a worksheet have in common: their tags, in which each text and the row's number are a mark."""

import re
from typing import NamedTuple

TEXT, NUMBER = "\0", "\1"  # no characters of XML

_START = re.compile(
    r'<row r="\x01"(?: (?:spans|s|customFormat|ht|hidden|customHeight|outlineLevel|collapsed|thickTop'
    r'|thickBot|ph|[A-Za-z0-9]+:dyDescent)="[A-Za-z0-9.: \x01]*")*>'
)
_FORMULA = r'(<f(?: (?:aca|ca|t|ref|si)="[A-Za-z0-9:\x01]*")*(?:/>|>\0?</f>))?'
_VALUE = r'(?:(<v(?:/>|>\0?</v>))|(<is><t(?: xml:space="preserve")?(?:/>|>\0?</t>)</is>))?'
_CELL = re.compile(
    rf'<c r="([A-Z]{{1,3}})\x01"(?: s="([0-9]{{1,6}})"| t="([A-Za-z]+)")*(?:/>|>{_FORMULA}{_VALUE}</c>)'
)
_ELEMENT = re.compile(r"<[^/>]+/?>")
_END = "</row>"
_KINDS = ("n", "s", "str", "b", "e", "d", "inlineStr")
_LONGEST = 65_536  # characters


class PlainCell(NamedTuple):
    """`formula` and `value` say which text of the row they are; None for an empty element or none."""

    column: int
    kind: str
    style: str
    has_formula: bool
    formula: int | None
    value: int | None


class RowShape(NamedTuple):
    """`weight`: elements, of which four attributes are one, as the guard counts them."""

    cells: tuple[PlainCell, ...]
    weight: int


def shape_of(tags: str) -> RowShape | None:
    """None for a row that is not plain to the letter. The tags must have passed the parser and the guard."""
    start = _START.match(tags) if len(tags) <= _LONGEST else None
    if start is None:
        return None
    cells: list[PlainCell] = []
    at, texts = start.end(), 0
    while not tags.startswith(_END, at):
        found = _CELL.match(tags, at)
        cell = _cell(found, texts) if found else None
        if found is None or cell is None or (cells and cell.column <= cells[-1].column):
            return None
        cells.append(cell)
        at, texts = found.end(), texts + found[0].count(TEXT)
    return RowShape(tuple(cells), _weight(tags)) if at + len(_END) == len(tags) else None


def _cell(found: re.Match[str], texts: int) -> PlainCell | None:
    letters, style, kind, formula, stored, inline = found.groups(default="")
    kind = kind or "n"
    if kind not in _KINDS or (inline if kind != "inlineStr" else stored):
        return None
    return PlainCell(
        column=column_of(letters),
        kind=kind,
        style=style,
        has_formula=bool(formula),
        formula=texts if TEXT in formula else None,
        value=texts + formula.count(TEXT) if TEXT in stored + inline else None,
    )


def _weight(tags: str) -> int:
    return sum(1 + (tag.count('="') >> 2) for tag in _ELEMENT.findall(tags))


def column_of(letters: str) -> int:
    """A is 1, as Excel names columns."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column
