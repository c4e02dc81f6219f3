"""Tables: full text width, repeated heading row, rows that do not break, an alternative text."""

from procurement.documents.model import Align, Column, Row, Table
from procurement.documents.text import attribute
from procurement.documents.writers.docx.inline import Marks, runs
from procurement.documents.writers.docx.styles import TINT

_AFTER = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
_JUSTIFY = {Align.LEFT: "", Align.CENTRE: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>'}


def table_xml(table: Table, marks: Marks, text_width: int) -> str:
    widths = column_widths(table.columns, text_width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = _heading_row(table.columns, widths, marks)
    plain_row = tuple(_cell_frame(width, column, "TableText") for width, column in _pairs(widths, table))
    total_row = tuple(_cell_frame(width, column, "TableTotal") for width, column in _pairs(widths, table))
    rows = "".join([_row(row, total_row if row.emphasis else plain_row, marks) for row in table.rows])
    return (
        f"<w:tbl>{_properties(table, text_width)}<w:tblGrid>{grid}</w:tblGrid>{heading}{rows}</w:tbl>{_AFTER}"
    )


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


def _heading_row(columns: tuple[Column, ...], widths: tuple[int, ...], marks: Marks) -> str:
    cells = "".join(
        f"{_cell_frame(width, column, 'TableHeading')}{runs(column.title, marks)}</w:p></w:tc>"
        for width, column in zip(widths, columns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: Row, frames: tuple[str, ...], marks: Marks) -> str:
    cells = [
        f"{frame}{runs(cell, marks)}</w:p></w:tc>" for frame, cell in zip(frames, row.cells, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell_frame(width: int, column: Column, style: str) -> str:
    """A cell up to its text: the same for every row of the column."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if style == "TableTotal" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_JUSTIFY[column.align]}</w:pPr>'
    )


def _pairs(widths: tuple[int, ...], table: Table) -> tuple[tuple[int, Column], ...]:
    return tuple(zip(widths, table.columns, strict=True))
