"""What a workbook must keep to in every format: its sheets, its names, and the choices of its lists."""

import re

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import column_number
from procurement.documents.sheet_titles import check_sheet_titles
from procurement.documents.workbook import OneOf, Workbook

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,253}\Z")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+\Z|[rRcC]\Z|[rR]\d*[cC]\d*\Z")
_LONGEST_LIST = 255  # characters of a list of choices typed into a validation; Excel's limit


def check_workbook(workbook: Workbook) -> None:
    """Raises `DocumentError`; the rows are not read."""
    if all(sheet.hidden for sheet in workbook.sheets):
        raise DocumentError("a workbook needs a sheet that can be seen")
    check_sheet_titles(sheet.title for sheet in workbook.sheets)
    for each in workbook.names:
        if not _NAME.match(each.name) or _CELL_LIKE.match(each.name):
            raise DocumentError(
                f"name {each.name!r}: letters, digits and underscores, and not like a cell (A1)"
            )


def joined_choices(title: str, validation: OneOf) -> str:
    """The choices of a list with commas between them. Raises `DocumentError` for what Excel cannot list."""
    where = f"sheet {title!r}, list for {validation.area}"
    if any("," in choice for choice in validation.choices):
        raise DocumentError(
            f"{where}: a choice with a comma; put the choices in cells and name them as source"
        )
    joined = ",".join(validation.choices)
    if not joined or len(joined) > _LONGEST_LIST:
        raise DocumentError(f"{where}: {len(joined)} characters of choices; Excel takes 1 to {_LONGEST_LIST}")
    return joined


def frozen(first_scrolling: str) -> tuple[int, int]:
    """How many rows and columns stay: those above and left of the cell."""
    letters = first_scrolling.rstrip("0123456789")
    rows, columns = int(first_scrolling[len(letters) :]) - 1, column_number(letters) - 1
    if not (rows or columns):
        raise DocumentError("a sheet cannot be frozen at A1: nothing is above or left of it")
    return rows, columns
