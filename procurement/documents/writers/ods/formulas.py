"""Excel's formulas in OpenFormula: `SUM('Lot 1'!A1:B2,3)` becomes `SUM([$'Lot 1'.A1:.B2];3)`.

Only functions that mean the same in both are let through; a new one is added to `_SAME` once its meaning in
both was looked up. What cannot be told apart for sure is refused, never guessed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from procurement.documents.formulas import ROW_NUMBER
from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import attribute, cleaned
from procurement.documents.writers.ods.addresses import quoted

_SAME = re.compile(
    "ABS|AND|AVERAGE|AVERAGEIF|AVERAGEIFS|CHOOSE|COLUMN|COLUMNS|CONCATENATE|COUNT|COUNTA|COUNTBLANK|COUNTIF"
    "|COUNTIFS|DATE|DAY|EDATE|EXACT|EXP|FALSE|HLOOKUP|IF|IFERROR|IFNA|INDEX|INT|ISBLANK|ISERROR|ISNA"
    "|ISNUMBER|ISTEXT|LARGE|LEFT|LEN|LN|LOG|LOG10|LOOKUP|LOWER|MATCH|MAX|MEDIAN|MID|MIN|MOD|MONTH|NA|NOT|NPV"
    "|OR|POWER|PRODUCT|RANK|RIGHT|ROUND|ROUNDDOWN|ROUNDUP|ROW|ROWS|SIGN|SMALL|SQRT|SUBSTITUTE|SUM|SUMIF"
    "|SUMIFS|SUMPRODUCT|TRIM|TRUE|TRUNC|UPPER|VALUE|VLOOKUP|YEAR"
)

_SHEET = r"(?:(?P<sheet>'(?:[^']|'')+'|[A-Za-z_][A-Za-z0-9_]*)!)?"
_COLUMN, _ROW = r"\$?[A-Za-z]{1,3}", r"\$?[1-9][0-9]*"
_CELL = _COLUMN + _ROW
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    rf"|{_SHEET}(?P<reference>{_CELL}(?::{_CELL})?|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW})(?![\w.(!:])"
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:E[+-]?[0-9]+)?)(?![\w.:!])"
    r"|(?P<function>[A-Za-z][A-Za-z0-9.]*)\("
    r"|(?P<name>[^\W\d][\w.]*)(?![\w.:!(])"
    r"|(?P<error>#N/A|#[A-Z0/]+[!?])"
    r"|(?P<space>\s+)"
    r"|(?P<mark>[-+*/^&=<>%(){},;])"
)
_HOLE = "\0"
_SOME_ROW = "10000000000000019"
_LOGICAL = {"TRUE": "TRUE()", "FALSE": "FALSE()"}
_OUTSIDE_ARRAY = {",": ";"}
_IN_ARRAY = {",": ";", ";": "|"}
_POINTS_TO_CELLS = {"reference", "name"}


def formula_attribute(formula: str) -> str:
    """The formula as the value of an attribute. Raises `RefusedValue`.

    Formulas below each other differ in the numbers of rows alone: each such pattern is translated once.
    """
    if _HOLE not in formula and _SOME_ROW not in formula:
        pieces = ROW_NUMBER.split(formula)
        try:
            return _pattern(_HOLE.join(pieces[::2])) % tuple(pieces[1::2])
        except RefusedValue:
            pass  # refused below, in the words of this formula
    return attribute(open_formula(cleaned(formula)))


@lru_cache(maxsize=2048)
def _pattern(holed: str) -> str:
    """The translated and escaped formula with %s for each number of a row."""
    translated = open_formula(cleaned(holed.replace(_HOLE, _SOME_ROW)))
    return attribute(translated).replace("%", "%%").replace(_SOME_ROW, "%s")


def open_formula(formula: str) -> str:
    """The formula without the `of:=` before it. Raises `RefusedValue` for what has no certain counterpart."""
    return "".join(_translated(formula))


def _translated(formula: str) -> Iterator[str]:
    at, marks = 0, _OUTSIDE_ARRAY
    before, last = "", ""  # the kinds of the two tokens before this one
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        kind = found.lastgroup if found else None
        if found is None or kind is None:
            raise _unreadable(formula, at)
        if kind in _POINTS_TO_CELLS and last == "space" and before in _POINTS_TO_CELLS:
            raise _unreadable(formula, at)  # a space between two ranges: what they share
        if kind == "mark":
            if found[0] in "{}":
                marks = _IN_ARRAY if found[0] == "{" else _OUTSIDE_ARRAY
            elif found[0] == ";" and marks is _OUTSIDE_ARRAY:
                raise _unreadable(formula, at)
            yield marks.get(found[0], found[0])
        else:
            yield _token(found, kind)
        at, before, last = found.end(), last, kind


def _token(found: re.Match[str], kind: str) -> str:
    match kind:
        case "reference":
            return reference(found["sheet"] or "", found[kind].upper())
        case "function":
            return _function(found[kind].upper())
        case "name":
            return _LOGICAL.get(found[0].upper(), found[0])
        case _:
            return found[0]


def reference(sheet: str, cells: str) -> str:
    """`sheet` as Excel writes it, with its quotes; without one it is the sheet of the formula."""
    named = sheet if sheet.startswith("'") or not sheet else quoted(sheet)
    named = f"${named}" if named else ""
    first, _, last = cells.partition(":")
    return f"[{named}.{first}:.{last}]" if last else f"[{named}.{first}]"


def link_target(target: str) -> str:
    """Where a link in a cell leads: "Uitslag!A1" as 'Uitslag'.A1."""
    return open_formula(target).strip("[]").removeprefix("$")


def _function(name: str) -> str:
    if _SAME.fullmatch(name) is None:
        raise RefusedValue(f"the function {name} has no counterpart in OpenDocument that is known here")
    return f"{name}("


def _unreadable(formula: str, at: int) -> RefusedValue:
    return RefusedValue(f"the formula {formula[:60]!r} cannot be read at {formula[at : at + 10]!r}")
