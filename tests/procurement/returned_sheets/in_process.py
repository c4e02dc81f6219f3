"""Reading without a process of its own, for tests that read hundreds of files."""

from procurement.incoming import STANDARD, Row, Sheet, Table
from procurement.incoming.guard import examine
from procurement.incoming.sheets.xlsx import read_xlsx


def read_here(content):
    """The table of an .xlsx file. Raises `Refused`."""
    sheets: list[tuple[str, bool, list[Row]]] = []

    def begin(title, hidden):
        sheets.append((title, hidden, []))
        return sheets[-1][2].append

    read_xlsx(examine(content, "blad.xlsx", STANDARD), STANDARD, begin)
    return Table(tuple(Sheet(title, tuple(rows), hidden) for title, hidden, rows in sheets))
