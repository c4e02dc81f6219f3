"""Worksheets by chance: rows that are alike, and now and then one that only looks like them."""

from random import Random
from typing import NamedTuple

from tests.procurement.incoming.odd_rows import (
    BETWEEN,
    FORMULAS,
    HEADS,
    NUMBERS,
    OTHERS,
    ROW_TAGS,
    TEXTS,
    in_sheet,
    with_sheet,
)

KINDS = ("n", "n", "n", "inlineStr", "inlineStr", "s", "str", "b", "e", "d", "x", "")
FORMULA_TAGS = (
    "<f>{}</f>",
    '<f t="shared" ref="B2:B12" si="2">{}</f>',
    '<f si="0" t="shared"/>',
    '<f aca="false">{}</f>',
)


class Said(NamedTuple):
    """What stands now and then in a cell of one sheet: one oddity is not hidden by another."""

    text: str
    value: str
    formula: str


def sheet_by_chance(chance: Random) -> bytes:
    """Most rows follow one of a few patterns and differ in their texts; some sheets have more that is odd."""
    oddity = chance.choice((0.0, 0.0, 0.002, 0.02))
    said = Said(chance.choice(TEXTS), chance.choice((*NUMBERS, *OTHERS)), chance.choice(FORMULAS))
    patterns = [_pattern(chance) for _ in range(chance.randrange(1, 4))]
    rows, number = [], 0
    for _ in range(chance.randrange(1, 60)):
        steps = (-2, 0, 1, 1, 9, 25_000) if chance.random() < oddity else (1, 1, 1, 1, 2)
        number += chance.choice(steps)
        rows.append(_row(chance, chance.choice(patterns), number, oddity, said))
        if chance.random() < oddity:
            rows.append(chance.choice(BETWEEN))
    head = chance.choice(HEADS) if chance.random() < 0.3 else ""
    return with_sheet(_flipped(chance, in_sheet(head, rows).encode(), oddity))


def _pattern(chance: Random) -> list[tuple[str, str, str, str]]:
    """Of each cell its letters, kind, style and the tags of its formula."""
    count, first = chance.randrange(0, 8), chance.choice((0,) * 9 + (498,))
    letters = [_letters(first + at) for at in range(count)]
    return [
        (
            each,
            chance.choice(KINDS),
            chance.choice(("", "", "0", "1", "2", "\u00b2", "12")),
            chance.choice(FORMULA_TAGS) if chance.random() < 0.2 else "",
        )
        for each in letters
    ]


def _letters(at: int) -> str:
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def _row(
    chance: Random, pattern: list[tuple[str, str, str, str]], number: int, oddity: float, said: Said
) -> str:
    odd = chance.random() < oddity
    cells = [_cell(chance, cell, number, oddity, said) for cell in pattern]
    if odd:
        chance.shuffle(cells)
    tags = chance.choice(ROW_TAGS) if odd else ""
    return f'<row r="{number}"{tags}>{"".join(cells)}</row>'


def _cell(chance: Random, cell: tuple[str, str, str, str], number: int, oddity: float, said: Said) -> str:
    letters, kind, style, formula = cell
    if chance.random() < oddity / 3:
        kind, number = chance.choice(KINDS), number + chance.choice((0, 1))
    tags = (f' s="{style}"' if style else "") + (f' t="{kind}"' if kind else "")
    inner = formula.format(said.formula if chance.random() < 0.05 else f"A{number}*2")
    if kind == "inlineStr":
        inner += f"<is><t>{said.text if chance.random() < 0.1 else f'Inschrijver {number}'}</t></is>"
    else:
        inner += f"<v>{said.value if chance.random() < 0.1 else _stored(chance, kind)}</v>"
    return f'<c r="{letters}{number}"{tags}>{inner}</c>'


def _stored(chance: Random, kind: str) -> str:
    if kind in ("", "n", "x"):
        return chance.choice(NUMBERS[:6])
    return {"s": "0", "b": "1", "e": "#N/A", "d": "2026-11-22"}.get(kind, "Laptop")


def _flipped(chance: Random, body: bytes, oddity: float) -> bytes:
    """Now and then a byte is another one, is gone, or stands there twice."""
    if chance.random() >= oddity * 5:
        return body
    at = chance.randrange(len(body))
    new = chance.choice(
        (b"", body[at : at + 1] * 2, bytes((chance.randrange(256),)), b"<", b">", b'"', b"\xff", b"\r")
    )
    return body[:at] + new + body[at + 1 :]
