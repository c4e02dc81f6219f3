"""Reading without a process of its own, for tests that read hundreds of files."""

from functools import partial

from procurement.incoming import STANDARD
from procurement.incoming.apart.lines import SheetLines, table_of, written
from procurement.incoming.guard import examine
from procurement.incoming.sheets.xlsx import read_xlsx


def read_here(content):
    """The table of an .xlsx file. Raises `Refused`."""
    lines: list[bytes] = []
    read_xlsx(examine(content, "blad.xlsx", STANDARD), STANDARD, partial(SheetLines, lines.append))
    return table_of([*lines, written({"end": True})])
