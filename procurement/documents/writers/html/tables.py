"""Tables: header cells with a scope, a caption or a name, in a frame that scrolls when it is wide."""

from procurement.documents.model import Align, Column, Content, Row, Table
from procurement.documents.numbering import TABLE_LABEL
from procurement.documents.text import attribute
from procurement.documents.writers.html.inline import Lines, words
from procurement.language import Language

_ALIGNED = {Align.LEFT: "", Align.CENTRE: ' class="doc-centre"', Align.RIGHT: ' class="doc-right"'}


def table_html(table: Table, lines: Lines, identity: str, number: int, language: Language) -> str:
    """`identity`: the id attribute or nothing; `number`: of a table with a caption, else 0."""
    caption, name = "", f' aria-label="{attribute(table.alt)}"'
    if table.caption:
        label = f"{TABLE_LABEL.to(language)} {number}"
        caption, name = f"<caption>{label} {words(table.caption)}</caption>", ""
    head = "".join(_heading(column, lines) for column in table.columns)
    rows = "".join([_row(row, table, lines) for row in table.rows])
    frame = attribute(table.caption or table.alt)
    return (
        f'<div class="doc-table table-responsive" role="region" tabindex="0" aria-label="{frame}"{identity}>'
        f'<table class="table"{name}>{caption}<thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _heading(column: Column, lines: Lines) -> str:
    """A heading without words would be read out as nothing: that cell is an ordinary one."""
    title = lines.html(column.title)
    return f'<th scope="col"{_ALIGNED[column.align]}>{title}</th>' if title else "<td></td>"


def _row(row: Row, table: Table, lines: Lines) -> str:
    look = ' class="doc-total"' if row.emphasis else ""
    cells = "".join(
        [
            _cell(cell, _ALIGNED[column.align], lines)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
    )
    return f"<tr{look}>{cells}</tr>"


def _cell(cell: Content, aligned: str, lines: Lines) -> str:
    return f"<td{aligned}>{lines.html(cell)}</td>"
