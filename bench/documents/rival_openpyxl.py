"""A workbook of our own tree as openpyxl writes it: the same cells, formulas, looks, rules and protection.

Written as well as openpyxl can be used: `write_only`, each look made once and its style shared by all its
cells. It has no values beside formulas and no heights of rows; what it leaves out it need not do.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from procurement.documents.sheets.looks import FONT, HIGHLIGHTS, LOOKS, RULE, Look
from procurement.documents.workbook import (
    Cell,
    CellLike,
    Highlight,
    OneOf,
    Sheet,
    Style,
    Validation,
    Workbook,
)


def write(workbook: Workbook) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for name in workbook.names:
        book.defined_names[name.name] = DefinedName(name.name, attr_text=name.refers_to)
    styles: dict[Style, Any] = {}
    for sheet in workbook.sheets:
        own = book.create_sheet(sheet.title)
        styles = styles or {style: _dressed(own, look) for style, look in LOOKS.items()}
        _set_up(own, sheet)
        _cells(own, sheet, styles)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _set_up(own: Any, sheet: Sheet) -> None:
    own.freeze_panes = sheet.frozen or None
    own.protection.sheet = sheet.protected
    own.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    if sheet.title_rows:
        own.print_title_rows = "{}:{}".format(*sheet.title_rows)
    if sheet.title_columns:
        own.print_title_cols = "{}:{}".format(*sheet.title_columns)
    for number, column in enumerate(sheet.columns, start=1):
        own.column_dimensions[get_column_letter(number)].width = column.width
    for validation in sheet.validations:
        own.data_validations.append(_validation(validation))
    for each in sheet.highlights:
        own.conditional_formatting.add(each.area, _highlight(each))


def _cells(own: Any, sheet: Sheet, styles: dict[Style, Any]) -> None:
    in_columns = [styles[column.style] for column in sheet.columns]
    plain, number = styles[Style.TEXT], styles[Style.NUMBER]
    for at, row in enumerate(sheet.rows, start=1):
        in_columns += [plain] * (len(row) - len(in_columns))
        own.append(_row(own, at, row, in_columns, styles, plain, number))


def _row(
    own: Any, at: int, row: Any, in_columns: list[Any], styles: dict[Style, Any], plain: Any, number: Any
) -> Iterator[Any]:
    for column, cell in enumerate(row, start=1):
        if cell is None:
            yield None
            continue
        value, formula, style, span = cell if type(cell) is Cell else _bare(cell)
        dressed = styles[style] if style else in_columns[column - 1]
        if span > 1:
            own.merged_cells.add(
                f"{get_column_letter(column)}{at}:{get_column_letter(column + span - 1)}{at}"
            )
        if formula is not None:
            made = WriteOnlyCell(own, f"={formula}")
        else:
            made = WriteOnlyCell(own, value)
            if type(value) is str:
                made.data_type = "s"
                made._style = dressed
                yield made
                continue
        made._style = number if dressed is plain else dressed
        yield made


def _bare(value: CellLike) -> tuple[CellLike, None, None, int]:
    return value, None, None, 1


def _dressed(own: Any, look: Look) -> Any:
    cell = WriteOnlyCell(own)
    line = Side("thin", color=f"FF{RULE}")
    sides = ("left", "right", "top", "bottom") if look.edge == "all" else (look.edge,) if look.edge else ()
    cell.font = Font(
        name=FONT,
        size=look.size,
        bold=look.bold,
        underline="single" if look.underline else None,
        color=f"FF{look.colour}",
    )
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
    cell.border = Border(**dict.fromkeys(sides, line))
    cell.alignment = Alignment(
        horizontal=look.horizontal or None, vertical="top", wrap_text=look.wrap or None, indent=look.indent
    )
    cell.protection = Protection(locked=not look.unlocked)
    cell.number_format = look.number_format
    return cell._style


def _validation(validation: Validation) -> DataValidation:
    if isinstance(validation, OneOf):
        listed = '"{}"'.format(",".join(validation.choices))
        made = DataValidation(type="list", formula1=validation.source or listed, allow_blank=True)
    else:
        made = DataValidation(
            type="decimal",
            operator="between",
            formula1=str(validation.lowest),
            formula2=str(validation.highest),
            allow_blank=True,
        )
    made.error = made.prompt = validation.message[:255]
    made.add(validation.area)
    return made


def _highlight(each: Highlight) -> FormulaRule:
    colour, fill = HIGHLIGHTS[each.look]
    return FormulaRule(
        formula=[each.formula], font=Font(color=f"FF{colour}"), fill=PatternFill(bgColor=f"FF{fill}")
    )
