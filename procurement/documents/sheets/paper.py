"""How a sheet is printed: A4, never smaller than a person can read, wide sheets over more pages."""

from procurement.documents.formulas import column_number
from procurement.documents.workbook import Sheet

SMALLEST = 70  # percent; the letters of 10 points are then 7 points on paper
_LANDSCAPE, _PORTRAIT = 135, 92  # characters of 5.6 points across the page at full size


def pages_wide(sheet: Sheet) -> int:
    """Pages beside each other, so that nothing is printed smaller than `SMALLEST`."""
    room = _across(sheet) * 100 // SMALLEST
    total = _width(sheet)
    if total <= room:
        return 1
    repeated = _repeated(sheet)
    return _up(total - repeated, max(room - repeated, 1))


def scale(sheet: Sheet) -> int:
    """Percent at which a sheet that says where its pages start is printed, so that it is one page wide."""
    fitting = min(100, _across(sheet) * 100 // max(_width(sheet), 1)) if sheet.page_starts else 100
    return max(fitting, 10)


def _across(sheet: Sheet) -> int:
    return _LANDSCAPE if sheet.landscape else _PORTRAIT


def _width(sheet: Sheet) -> int:
    return sum(column.width for column in sheet.columns if not column.hidden)


def _repeated(sheet: Sheet) -> int:
    """The width of the columns that come back on every page."""
    if sheet.title_columns is None:
        return 0
    first, last = (column_number(letters) for letters in sheet.title_columns)
    return sum(column.width for column in sheet.columns[first - 1 : last])


def _up(amount: int, unit: int) -> int:
    return -(-amount // unit)
