"""One .xlsx file read twice in this process: with the short cut for plain rows, and all by the parser."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from procurement.incoming import STANDARD, Limits, Refused
from procurement.incoming.apart.lines import SheetLines, table_of, written
from procurement.incoming.guard import examine
from procurement.incoming.guard.markup import Markup
from procurement.incoming.sheets.collecting import Counter, Rows
from procurement.incoming.sheets.plain_rows import PlainRows
from procurement.incoming.sheets.xlsx import read_xlsx
from procurement.incoming.sheets.xlsx_sheet import SheetReader
from procurement.incoming.sheets.xlsx_values import Workbook
from procurement.incoming.xml import parse


def read(content: bytes, limits: Limits = STANDARD, *, carefully: bool = False) -> Any:
    """The sheets, each as its title, whether it is hidden, its rows of cells and what is merged; or the code
    of the refusal with its place.
    """
    lines: list[bytes] = []
    try:
        package = examine(content, "a.xlsx", limits)
        read_xlsx(package, limits, partial(SheetLines, lines.append), carefully=carefully)
        package.examine_waiting()
    except Refused as refused:
        return refused.refusal.code, refused.refusal.place
    table = table_of([*lines, written({"end": True})])
    return [
        (sheet.title, sheet.hidden, [(row.number, row.cells) for row in sheet.rows], sheet.merged)
        for sheet in table.sheets
    ]


def both(content: bytes, limits: Limits = STANDARD) -> tuple[Any, Any]:
    return read(content, limits), read(content, limits, carefully=True)


def shown_to_parser(content: bytes) -> tuple[int, int]:
    """How many bytes the first worksheet has, and how many of them the parser got."""
    with ZipFile(BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml")
    rows = Rows("Blad", Counter(STANDARD), SheetLines(lambda line: None, "Blad", hidden=False))
    reader, left = SheetReader(rows, Workbook(["tekst"] * 9_999, set(), from_1904=False)), [0]

    def counted() -> Iterator[bytes]:
        for block in PlainRows(reader, Markup(STANDARD))(iter([xml])):
            left[0] += len(block)
            yield block

    parse(counted(), "sheet1.xml", reader, reader.listen)
    return len(xml), left[0]
