"""One table: its columns, rows, and the looks that depend on a condition."""

from collections.abc import Iterator
from itertools import groupby

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import column_number
from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import attribute
from procurement.documents.workbook import Column, Highlight, Sheet
from procurement.documents.writers.ods.addresses import areas, first_cell, range_address
from procurement.documents.writers.ods.formulas import open_formula
from procurement.documents.writers.ods.looks import column_style, highlight
from procurement.documents.writers.ods.rows import rows_xml
from procurement.documents.writers.ods.rules import Ruled

_PROTECTION = (
    '<loext:table-protection loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>'
)
_COLLAPSED = ' table:visibility="collapse"'


def table_xml(sheet: Sheet, style: str, ruled: list[Ruled]) -> Iterator[str]:
    protected = ' table:protected="true"' if sheet.protected else ""
    yield (
        f'<table:table table:name="{attribute(sheet.title)}" table:style-name="{style}"{protected}>'
        f"{_PROTECTION if sheet.protected else ''}{_columns(sheet)}"
    )
    yield from rows_xml(sheet, ruled)
    yield f"{_highlights(sheet)}</table:table>"


def _columns(sheet: Sheet) -> str:
    """Columns alike next to each other are written once; those repeated in print stand in one element."""
    if not sheet.columns:
        return "<table:table-column/>"
    first, last = sheet.title_columns or ("", "")
    start, end = (column_number(first), column_number(last)) if first else (1, 0)
    before, repeated, after = sheet.columns[: start - 1], sheet.columns[start - 1 : end], sheet.columns[end:]
    header = (
        f"<table:table-header-columns>{_alike(repeated)}</table:table-header-columns>" if repeated else ""
    )
    return f"{_alike(before)}{header}{_alike(after)}"


def _alike(columns: tuple[Column, ...]) -> str:
    same = groupby(columns, key=lambda column: (column.width, column.hidden))
    return "".join(
        f'<table:table-column table:style-name="{column_style(width)}"'
        f' table:number-columns-repeated="{len(list(run))}"'
        f"{_COLLAPSED if hidden else ''}/>"
        for (width, hidden), run in same
    )


def _highlights(sheet: Sheet) -> str:
    """Of the conditions on one area the first that is true counts, as in Excel."""
    by_area = groupby(sheet.highlights, key=lambda each: each.area)
    formats = "".join(
        f'<calcext:conditional-format calcext:target-range-address="{_target(sheet, area)}">'
        f"{''.join(_condition(sheet, each) for each in of_area)}</calcext:conditional-format>"
        for area, of_area in by_area
    )
    return f"<calcext:conditional-formats>{formats}</calcext:conditional-formats>" if formats else ""


def _target(sheet: Sheet, area: str) -> str:
    return attribute(" ".join(range_address(sheet.title, each) for each in areas(area)))


def _condition(sheet: Sheet, each: Highlight) -> str:
    try:
        formula = open_formula(each.formula)
    except RefusedValue as refused:
        raise DocumentError(f"sheet {sheet.title!r}, highlight of {each.area}: {refused}") from None
    return (
        f'<calcext:condition calcext:apply-style-name="{highlight(each.look)}"'
        f' calcext:value="{attribute(f"formula-is({formula})")}"'
        f' calcext:base-cell-address="{attribute(first_cell(sheet.title, areas(each.area)[0]))}"/>'
    )
