"""How Excel prints a sheet."""

from procurement.documents.sheets.paper import pages_wide, scale
from procurement.documents.text import escaped
from procurement.documents.workbook import Sheet

_MARGINS = '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'  # inches


def sheet_properties(sheet: Sheet) -> str:
    """Pages are fitted to their width, unless the sheet says itself where a page starts: Excel does one."""
    return "" if sheet.page_starts else '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'


def page(sheet: Sheet) -> str:
    """Margins and paper, with the sheet's name and the page number below."""
    direction = "landscape" if sheet.landscape else "portrait"
    setup = f'<pageSetup paperSize="9" scale="{scale(sheet)}" orientation="{direction}"{_fitted(sheet)}/>'
    footer = escaped(f"&L{sheet.title.replace('&', '&&')}&R&P / &N")
    return f"{_MARGINS}{setup}<headerFooter><oddFooter>{footer}</oddFooter></headerFooter>{_breaks(sheet)}"


def _fitted(sheet: Sheet) -> str:
    return "" if sheet.page_starts else f' fitToWidth="{pages_wide(sheet)}" fitToHeight="0"'


def _breaks(sheet: Sheet) -> str:
    if not sheet.page_starts:
        return ""
    count = len(sheet.page_starts)
    each = "".join(f'<brk id="{row - 1}" max="16383" man="1"/>' for row in sheet.page_starts)
    return f'<rowBreaks count="{count}" manualBreakCount="{count}">{each}</rowBreaks>'
