"""One worksheet part: what stands before and after its rows, in the order the schema asks."""

from collections.abc import Iterator
from itertools import groupby

from procurement.documents.formulas import text_literal
from procurement.documents.package import XML
from procurement.documents.sheets.heights import ORDINARY
from procurement.documents.sheets.rules import frozen, joined_choices
from procurement.documents.text import attribute, escaped
from procurement.documents.workbook import Between, Column, Highlight, Link, OneOf, Sheet, Validation
from procurement.documents.writers.xlsx.cells import rows_xml
from procurement.documents.writers.xlsx.page import page, sheet_properties
from procurement.documents.writers.xlsx.shell import MAIN, shell

_FREE_ON_A_PROTECTED_SHEET = ("formatColumns", "formatRows", "sort", "autoFilter")
_LONGEST_MESSAGE = 255


def sheet_xml(sheet: Sheet, *, first: bool) -> Iterator[str]:
    merged: list[str] = []
    yield _before(sheet, first=first)
    yield from rows_xml(sheet, merged)
    yield _after(sheet, merged)


def _before(sheet: Sheet, *, first: bool) -> str:
    return (
        f'{XML}<worksheet xmlns="{MAIN}">{sheet_properties(sheet)}'
        f"<sheetViews>{_view(sheet, selected=first)}</sheetViews>"
        f'<sheetFormatPr defaultRowHeight="{ORDINARY}"/>{_columns(sheet.columns)}<sheetData>'
    )


def _after(sheet: Sheet, merged: list[str]) -> str:
    filtered = f'<autoFilter ref="{attribute(sheet.autofilter)}"/>' if sheet.autofilter else ""
    return (
        f"</sheetData>{_protection(sheet)}{filtered}{_merged(merged)}{_highlights(sheet.highlights)}"
        f"{_validations(sheet)}{_links(sheet.links)}{page(sheet)}</worksheet>"
    )


def _view(sheet: Sheet, *, selected: bool) -> str:
    tab = ' tabSelected="1"' if selected else ""
    pane = _pane(sheet.frozen) if sheet.frozen else ""
    return f'<sheetView showGridLines="0"{tab} workbookViewId="0">{pane}</sheetView>'


def _pane(first_scrolling: str) -> str:
    """Freeze what is above and left of the cell."""
    rows, columns = frozen(first_scrolling)
    pane = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
    split = (f' xSplit="{columns}"' if columns else "") + (f' ySplit="{rows}"' if rows else "")
    at = f'topLeftCell="{first_scrolling}" activePane="{pane}" state="frozen"'
    return f'<pane{split} {at}/><selection pane="{pane}"/>'


def _columns(columns: tuple[Column, ...]) -> str:
    if not columns:
        return ""
    numbered = enumerate(columns, start=1)
    same = groupby(numbered, key=lambda pair: (pair[1].width, pair[1].hidden))
    cols = "".join(_column_span([number for number, _ in span], *looks) for looks, span in same)
    return f"<cols>{cols}</cols>"


def _column_span(numbers: list[int], width: int, hidden: bool) -> str:
    concealed = ' hidden="1"' if hidden else ""
    return f'<col min="{numbers[0]}" max="{numbers[-1]}" width="{width}"{concealed} customWidth="1"/>'


def _protection(sheet: Sheet) -> str:
    if not sheet.protected:
        return ""
    free = "".join(f' {action}="0"' for action in _FREE_ON_A_PROTECTED_SHEET)
    return f'<sheetProtection sheet="1" objects="1" scenarios="1"{free}/>'


def _merged(areas: list[str]) -> str:
    if not areas:
        return ""
    cells = "".join(f'<mergeCell ref="{each}"/>' for each in areas)
    return f'<mergeCells count="{len(areas)}">{cells}</mergeCells>'


def _highlights(highlights: tuple[Highlight, ...]) -> str:
    return "".join(
        f'<conditionalFormatting sqref="{attribute(highlight.area)}"><cfRule type="expression"'
        f' dxfId="{shell().highlight[highlight.look]}" priority="{priority}">'
        f"<formula>{escaped(highlight.formula)}</formula></cfRule></conditionalFormatting>"
        for priority, highlight in enumerate(highlights, start=1)
    )


def _validations(sheet: Sheet) -> str:
    if not sheet.validations:
        return ""
    rules = "".join(_validation(sheet.title, validation) for validation in sheet.validations)
    return f'<dataValidations count="{len(sheet.validations)}">{rules}</dataValidations>'


def _validation(title: str, validation: Validation) -> str:
    area, message = attribute(validation.area), attribute(validation.message[:_LONGEST_MESSAGE])
    told = f' error="{message}" prompt="{message}"' if message else ""
    common = f'allowBlank="1" showInputMessage="1" showErrorMessage="1"{told} sqref="{area}"'
    match validation:
        case OneOf():
            formula = escaped(validation.source or text_literal(joined_choices(title, validation)))
            return f'<dataValidation type="list" {common}><formula1>{formula}</formula1></dataValidation>'
        case Between(lowest=lowest, highest=highest):
            limits = f"<formula1>{lowest}</formula1><formula2>{highest}</formula2>"
            return f'<dataValidation type="decimal" {common}>{limits}</dataValidation>'


def _links(links: tuple[Link, ...]) -> str:
    if not links:
        return ""
    each = "".join(
        f'<hyperlink ref="{attribute(link.at)}" location="{attribute(link.target)}"'
        f' tooltip="{attribute(link.tip)}"/>'
        for link in links
    )
    return f"<hyperlinks>{each}</hyperlinks>"
