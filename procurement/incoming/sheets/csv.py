"""CSV: what separates the fields and how numbers are written is found out from the file itself."""

import csv
from collections.abc import Iterator
from io import StringIO

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.collecting import Counter, Rows
from procurement.incoming.sheets.csv_figures import Notation, notation_of, read
from procurement.incoming.sheets.values import place
from procurement.incoming.sheets.xlsx import BeginSheet

_SEPARATORS = (";", "\t", ",")  # the first wins where they do equally well: Dutch Excel writes ;
_LOOKED_AT = 50  # lines
_TITLE = "CSV"


def read_csv(content: bytes, limits: Limits, begin: BeginSheet) -> None:
    """One sheet. Raises `Refused`."""
    text = decoded(content)
    separator, text = separator_of(text)
    _refuse_many(text, separator, limits)
    notation = _notation(text, separator, limits)
    counter = Counter(limits)
    rows = Rows(_TITLE, counter, begin(_TITLE, False))
    for number, fields in enumerate(_records(text, separator, limits), start=1):
        rows.begin(number)
        for column, value in enumerate(fields, start=1):
            if value:
                rows.add(column, *read(value, notation))
        rows.finish()


def decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Raises `Refused`."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(ord(each) < 32 and each not in "\t\r\n" for each in set(text)):
            raise Refused(Code.NULL_CHARACTERS)
        return text
    raise Refused(Code.UNKNOWN_CHARACTERS)


def separator_of(text: str) -> tuple[str, str]:
    """What separates the fields, and the text without the line in which Excel says so (`sep=;`)."""
    first, _, rest = text.partition("\n")
    said = first.strip("\r\ufeff")
    if said.lower().startswith("sep=") and len(said) == 5 and said[4] in _SEPARATORS:
        return said[4], rest
    lines = text[:200_000].splitlines()[:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda separator: _regularity(lines, separator)), text


def _regularity(lines: list[str], separator: str) -> int:
    """How many lines have as many fields as most have, if that is more than one."""
    try:
        widths = [len(fields) for fields in csv.reader(lines, delimiter=separator) if fields]
    except csv.Error:
        return 0
    wide = [width for width in widths if width > 1]
    return wide.count(max(wide, key=wide.count)) if wide else 0


def _refuse_many(text: str, separator: str, limits: Limits) -> None:
    """Counted before they are read: megabytes of separators or empty lines cost nothing then."""
    if text.count(separator) + text.count("\n") + text.count("\r") > limits.fields:
        raise Refused(Code.TOO_HEAVY, most=str(limits.fields))


def _notation(text: str, separator: str, limits: Limits) -> Notation:
    return notation_of(field for fields in _records(text, separator, limits) for field in fields)


def _records(text: str, separator: str, limits: Limits) -> Iterator[list[str]]:
    csv.field_size_limit(limits.cell_characters)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, fields in enumerate(reader, start=1):
            if number > limits.rows:
                raise Refused(Code.FAR_CELL, place(1, number), place(limits.columns, limits.rows))
            yield fields
    except csv.Error as error:
        line = str(reader.line_num)
        if "limit" in str(error):
            raise Refused(Code.LONG_TEXT, line, str(limits.cell_characters)) from None
        raise Refused(Code.OPEN_QUOTE, line) from None
