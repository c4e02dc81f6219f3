"""How a sheet is printed: A4, never smaller than a person can read, wide sheets over more pages."""

from procurement.documents.formulas import column_number
from procurement.documents.text import escaped
from procurement.documents.workbook import Sheet

SMALLEST = 70  # percent; the letters of 10 points are then 7 points on paper
_LANDSCAPE, _PORTRAIT = 135, 92  # characters of 5.6 points across the page at full size
_MARGINS = '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'  # inches


def sheet_properties(sheet: Sheet) -> str:
    """Pages are fitted to their width, unless the sheet says itself where a page starts: Excel does one."""
    return "" if sheet.page_starts else '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'


def page(sheet: Sheet) -> str:
    """Margins and paper, with the sheet's name and the page number below."""
    direction = "landscape" if sheet.landscape else "portrait"
    setup = f'<pageSetup paperSize="9" {_size(sheet)} orientation="{direction}"{_fitted(sheet)}/>'
    footer = escaped(f"&L{sheet.title.replace('&', '&&')}&R&P / &N")
    return f"{_MARGINS}{setup}<headerFooter><oddFooter>{footer}</oddFooter></headerFooter>{_breaks(sheet)}"


def pages_wide(sheet: Sheet) -> int:
    """Pages beside each other, so that nothing is printed smaller than `SMALLEST`."""
    room = _across(sheet) * 100 // SMALLEST
    total = _width(sheet)
    if total <= room:
        return 1
    repeated = _repeated(sheet)
    return _up(total - repeated, max(room - repeated, 1))


def _size(sheet: Sheet) -> str:
    scale = min(100, _across(sheet) * 100 // max(_width(sheet), 1)) if sheet.page_starts else 100
    return f'scale="{max(scale, 10)}"'


def _fitted(sheet: Sheet) -> str:
    return "" if sheet.page_starts else f' fitToWidth="{pages_wide(sheet)}" fitToHeight="0"'


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


def _breaks(sheet: Sheet) -> str:
    if not sheet.page_starts:
        return ""
    count = len(sheet.page_starts)
    each = "".join(f'<brk id="{row - 1}" max="16383" man="1"/>' for row in sheet.page_starts)
    return f'<rowBreaks count="{count}" manualBreakCount="{count}">{each}</rowBreaks>'


def _up(amount: int, unit: int) -> int:
    return -(-amount // unit)
