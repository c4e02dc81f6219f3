"""Tables: full text width, repeated heading row, rows that do not break, an alternative text."""

from procurement.documents.model import Align, Column, Content, Row, Table
from procurement.documents.text import escaped
from procurement.documents.writers.odt.automatic import AutomaticStyles
from procurement.documents.writers.odt.inline import Targets, inlines

_ALIGNED = {Align.LEFT: "", Align.CENTRE: "Centre", Align.RIGHT: "Right"}
_HUNDREDTHS = 100  # widths are kept as whole hundredths of a millimetre


def table_xml(table: Table, targets: Targets, text_width: int, styles: AutomaticStyles) -> str:
    """`text_width` in millimetres."""
    widths = tuple(_mm(width) for width in _column_widths(table.columns, text_width * _HUNDREDTHS))
    name, columns = styles.table(widths, f"{text_width}mm", keep_together=table.keep_together)
    grid = "".join(f'<table:table-column table:style-name="{column}"/>' for column in columns)
    heading = _row(tuple(column.title for column in table.columns), "Heading", table, targets)
    rows = "".join(_body_row(row, table, targets) for row in table.rows)
    title, description = escaped(table.caption or table.alt), escaped(table.alt or table.caption)
    return (
        f'<table:table table:name="{name}" table:style-name="{name}">'
        f"<table:title>{title}</table:title><table:desc>{description}</table:desc>{grid}"
        f"<table:table-header-rows>{heading}</table:table-header-rows>{rows}</table:table>"
    )


def _column_widths(columns: tuple[Column, ...], text_width: int) -> tuple[int, ...]:
    """The text width shared out in proportion; the last column takes what is left."""
    shares = sum(column.width for column in columns)
    widths = [text_width * column.width // shares for column in columns]
    widths[-1] += text_width - sum(widths)
    return tuple(widths)


def _mm(hundredths: int) -> str:
    whole, rest = divmod(hundredths, _HUNDREDTHS)
    return f"{whole}.{rest:02}mm"


def _body_row(row: Row, table: Table, targets: Targets) -> str:
    last = "Last" if row is table.rows[-1] else ""
    return _row(row.cells, "Total" if row.emphasis else "Text", table, targets, last)


def _row(cells: tuple[Content, ...], kind: str, table: Table, targets: Targets, last: str = "") -> str:
    written = "".join(
        f'<table:table-cell table:style-name="Cell{kind}{last}" office:value-type="string">'
        f'<text:p text:style-name="Table{kind}{_ALIGNED[column.align]}">{inlines(cell, targets)}</text:p>'
        "</table:table-cell>"
        for column, cell in zip(table.columns, cells, strict=True)
    )
    return f'<table:table-row table:style-name="WholeRow">{written}</table:table-row>'
