"""Tables: full text width, repeated heading row, rows that do not break, an alternative text."""

from procurement.documents.house import TINT
from procurement.documents.model import Align, Column, Row, Table
from procurement.documents.text import attribute
from procurement.documents.writers.docx.inline import Marks, runs

_KEEP = "<w:keepNext/>"
_JUSTIFY = {Align.LEFT: "", Align.CENTRE: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}


def table_xml(table: Table, marks: Marks, text_width: int) -> str:
    widths = column_widths(table.columns, text_width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = _heading_row(table, widths, marks)
    rows = "".join(_rows(table, widths, marks))
    return f"<w:tbl>{_properties(table, text_width)}<w:tblGrid>{grid}</w:tblGrid>{heading}{rows}</w:tbl>"


def column_widths(columns: tuple[Column, ...], text_width: int) -> tuple[int, ...]:
    """The text width shared out in proportion, whole twentieths of a point; the last takes what is left."""
    shares = sum(column.width for column in columns)
    widths = [text_width * column.width // shares for column in columns]
    widths[-1] += text_width - sum(widths)
    return tuple(widths)


def _properties(table: Table, text_width: int) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="HouseTable"/><w:tblW w:w="{text_width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(table.caption or table.alt)}"/>'
        f'<w:tblDescription w:val="{attribute(table.alt or table.caption)}"/></w:tblPr>'
    )


def _heading_row(table: Table, widths: tuple[int, ...], marks: Marks) -> str:
    keep = table.keep_together
    cells = "".join(
        f"{_cell_frame(width, column, 'TableHeading', keep=keep)}{runs(column.title, marks)}</w:p></w:tc>"
        for width, column in _pairs(widths, table)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _rows(table: Table, widths: tuple[int, ...], marks: Marks) -> list[str]:
    """In a table that is kept together every row but the last stays on the page of the next."""
    plain_row, total_row = (
        tuple(
            _cell_frame(width, column, style, keep=table.keep_together)
            for width, column in _pairs(widths, table)
        )
        for style in ("TableText", "TableTotal")
    )
    rows = [_row(row, total_row if row.emphasis else plain_row, marks) for row in table.rows]
    if rows and table.keep_together:
        rows[-1] = rows[-1].replace(_KEEP, "")
    return rows


def _row(row: Row, frames: tuple[str, ...], marks: Marks) -> str:
    cells = [
        f"{frame}{runs(cell, marks)}</w:p></w:tc>" for frame, cell in zip(frames, row.cells, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell_frame(width: int, column: Column, style: str, *, keep: bool) -> str:
    """A cell up to its text: the same for every row of the column."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if style == "TableTotal" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_KEEP if keep else ""}{_JUSTIFY[column.align]}</w:pPr>'
    )


def _pairs(widths: tuple[int, ...], table: Table) -> tuple[tuple[int, Column], ...]:
    return tuple(zip(widths, table.columns, strict=True))
