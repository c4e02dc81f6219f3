"""Rows of a worksheet in the few shapes that office programs write, taken without a parser.

A list of 100,000 rows is a million elements, each of which costs a parser two calls. Such rows are matched
whole instead, and left out of what Expat sees. It is a short cut and no second opinion: it refuses nothing,
and whatever does not match to the letter goes to Expat with all that follows.

What is left out is balanced XML that Expat would have let through: no declarations, comments, processing
instructions or prefixes, no attribute twice, no entity but the five of XML, no character that XML lacks.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

_OPENING, _ENDING = b"<sheetData>", b"</row>"
_LONGEST = 1024 * 1024  # bytes without the end of a row

_LETTERS = r"[^<>&\x00-\x08\x0b-\x1f\ufffe\uffff]*+"
_TEXT = rf"{_LETTERS}(?:&(?:amp|lt|gt|quot|apos);{_LETTERS})*+"
_FLAG = '"(?:0|1|true|false)"'
_ROW_START = (
    r'<row(?: r="[0-9]{1,7}")?+(?: spans="[0-9: ]*+")?+(?: s="[0-9]{1,6}")?+'
    rf'(?: customFormat={_FLAG})?+(?: ht="[0-9.]*+")?+(?: hidden={_FLAG})?+(?: customHeight={_FLAG})?+'
    rf'(?: outlineLevel="[0-9]")?+(?: collapsed={_FLAG})?+>'
)
_FORMULA = (
    rf'<f(?: aca={_FLAG}| t="(?:shared|array)"(?: ref="[A-Z0-9:]*+")?+(?: si="[0-9]*+")?+)?+'
    rf"(?:/>|>{_TEXT}</f>)"
)
_PLAIN = re.compile(
    rf"(?:{_ROW_START}(?:"
    r'<c r="[A-Z]{1,3}+[0-9]{1,7}"(?: s="[0-9]{1,6}")?+'
    rf'(?: t="inlineStr"><is><t(?: xml:space="preserve")?+>{_TEXT}</t></is></c>'
    rf'|(?: t="(?:n|s|str|b|e|d)")?+(?:/>|>(?:{_FORMULA})?+(?:<v>{_TEXT}</v>)?+</c>))'
    r")*+</row>)*+"
)
_START = re.compile(r"<row([^>]*+)>")
_FORMULA_TEXT = re.compile(r"<f[^>]*+>([^<]*+)</f>")
_CELL = re.compile(
    r'<c r="([A-Z]++)([0-9]++)"(?: s="([0-9]++)")?+(?: t="([a-zA-Z]++)")?+(?:/>|>'
    r"(<f[^>]*+>(?:[^<]*+</f>)?+)?+(?:<v>|<is><t[^>]*+>)?+([^<]*+))"
)
DEPTH = 4  # of a text in a cell in a row, counted from the element around the rows
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


PlainCell = tuple[str, str, str, str, str, str]
"""Letters and number of the address, style, kind, formula, value: as they stand in the file, "" for none."""


def weight(rows: str) -> int:
    """The number of elements; four attributes weigh as much as an element, and only rows have as many."""
    starts: list[str] = _START.findall(rows)
    attributes = sum(start.count("=") >> 2 for start in starts)
    return rows.count("<") - rows.count("</") + attributes


def formulas(rows: str) -> list[str]:
    return [resolved(formula) for formula in _FORMULA_TEXT.findall(rows)]


def cells(rows: str) -> Iterator[tuple[str, list[PlainCell]]]:
    """Of each row the number that it says it has, and its cells."""
    for row in rows.split("</row>")[:-1]:
        number = row[8 : row.find('"', 8)] if row.startswith('<row r="') else ""
        found: list[PlainCell] = _CELL.findall(row, row.find(">"))
        if "&" in row:
            found = [(*cell[:5], resolved(cell[5])) for cell in found]
        yield number, found


def resolved(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


Watch = Callable[[], Callable[[], bool]]
"""Called before a tag is given to Expat; what it gives tells afterwards whether Expat took it for a tag."""
Take = Callable[[str], bool]
"""Gets rows that are all plain. False, and nothing done, if it leaves them to Expat."""


def without_plain_rows(blocks: Iterable[bytes], watch: Watch, take: Take) -> Iterator[bytes]:
    """What Expat still has to see. When the next piece is asked for, it has seen the one before."""
    remaining = iter(blocks)
    waiting = b""
    for block in remaining:
        head, opening, waiting = (waiting + block).partition(_OPENING)
        if opening:
            yield head
            begun = watch()
            yield opening
            if begun():
                waiting = _past_plain_rows(chain((waiting,), remaining), take)
            break
        yield head[: -len(_OPENING)]
        waiting = head[-len(_OPENING) :]
    yield waiting
    yield from remaining


def _past_plain_rows(blocks: Iterable[bytes], take: Take) -> bytes:
    """What stands after the last plain row, as far as it was read."""
    waiting = b""
    for block in blocks:
        waiting += block
        complete, ending, begun = waiting.rpartition(_ENDING)
        if not ending:
            if len(waiting) > _LONGEST:
                return waiting
            continue
        rows, others = _plain(complete + ending)
        if not take(rows):
            return waiting
        waiting = others + begun
        if others:
            return waiting
    return waiting


def _plain(rows: bytes) -> tuple[str, bytes]:
    """What matches from the start, and the rest."""
    try:
        text = rows.decode()
    except UnicodeDecodeError:
        return "", rows
    found = _PLAIN.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:].encode()
