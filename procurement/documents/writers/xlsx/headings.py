"""Names by which a screen reader knows what to read with a cell: the heading over it and beside it.

NVDA and JAWS look in Excel for names that begin with `Title` (headings over the columns and beside the rows)
or `ColumnTitle` (over the columns alone) on the cell where the headings begin.
"""

from collections.abc import Iterator

from procurement.documents.formulas import on_sheet
from procurement.documents.workbook import Name, Sheet, Workbook


def heading_names(workbook: Workbook) -> Iterator[Name]:
    for number, sheet in enumerate(workbook.sheets, start=1):
        if not sheet.hidden and sheet.title_rows and _stand_over_a_table(sheet):
            kind, column = ("Title", sheet.title_columns[1]) if sheet.title_columns else ("ColumnTitle", "A")
            yield Name(f"{kind}_{number}", on_sheet(sheet.title, f"${column}${sheet.title_rows[1]}"))


def _stand_over_a_table(sheet: Sheet) -> bool:
    """Is the last row that is repeated the one above what scrolls? Else it is a title of many tables."""
    first_to_scroll = sheet.frozen.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return sheet.title_rows is not None and first_to_scroll == str(sheet.title_rows[1] + 1)
