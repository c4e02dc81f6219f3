"""Marks with weighted formulas, and long lists of scores: as ours and as openpyxl writes them.

Both begin with the same plain numbers; making formulas and cells is part of the work measured.
"""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import IO

import openpyxl
from contract import PROPERTIES
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from procurement.documents.formulas import column_letters
from procurement.documents.workbook import Between, Cell, Column, Sheet, Style, Workbook
from procurement.documents.writers.xlsx import write_xlsx, xlsx_bytes
from procurement.incoming import Limits, read_rows

BIDS, CRITERIA, ROWS = 200, 60, 100_000
SCORES = [
    [Decimal((bid * 7 + criterion * 3) % 101) / 10 for criterion in range(CRITERIA)] for bid in range(BIDS)
]
WEIGHTS = [Decimal("1.6")] * 40 + [Decimal("1.8")] * 20
GIGABYTE = 1024**3
WIDE = Limits(
    file_bytes=GIGABYTE,
    entry_bytes=GIGABYTE,
    total_bytes=GIGABYTE,
    xml_elements=10**8,
    rows=10**6,
    cells=10**7,
    characters=10**9,
    memory_bytes=2 * GIGABYTE,
    cpu_seconds=300,
    wall_seconds=300,
)
"""The standard limits stop at 100,000 cells; this list has eight times as many."""
LETTERS = [column_letters(number) for number in range(1, CRITERIA + 4)]
LAST = LETTERS[CRITERIA]


def marks_ours() -> bytes:
    input_columns = (Column(24), *(Column(9, Style.INPUT_NUMBER),) * CRITERIA)
    scale = Between(area=f"B3:{LAST}{BIDS + 2}", lowest=Decimal(0), highest=Decimal(10), message="0 tot 10")
    inputs = Sheet(
        title="Cijfers",
        rows=_inputs(),
        columns=input_columns,
        frozen="B3",
        protected=True,
        validations=(scale,),
    )
    points = Sheet(
        title="Punten", rows=_points(), columns=(Column(24), *(Column(9, Style.NUMBER_2),) * CRITERIA)
    )
    totals = Sheet(title="Uitslag", rows=_totals(), columns=(Column(24), *(Column(12, Style.NUMBER_2),) * 4))
    return xlsx_bytes(_workbook(inputs, points, totals))


def marks_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    inputs, points, totals = book.active, book.create_sheet("Punten"), book.create_sheet("Uitslag")
    inputs.title = "Cijfers"
    unlocked, yellow = Protection(locked=False), PatternFill("solid", fgColor="FFFBE6")
    inputs.append(["Weging", *map(float, WEIGHTS)])
    inputs.append(["Inschrijver", *range(1, CRITERIA + 1)])
    for bid, scores in enumerate(SCORES, start=3):
        inputs.append([f"Bidder {bid}", *map(float, scores)])
        points.append([f"Bidder {bid}", *(f"={_point(bid, letter)}" for letter in LETTERS[1 : CRITERIA + 1])])
        totals.append([f"Bidder {bid}", *(f"={formula}" for formula in _total(bid))])
    for line in inputs.iter_rows(min_row=3, min_col=2):
        for cell in line:
            cell.protection, cell.fill = unlocked, yellow
    for sheet in (points, totals):
        for line in sheet.iter_rows(min_col=2):
            for cell in line:
                cell.number_format = "#,##0.00"
    for cell in inputs[2]:
        cell.font = Font(bold=True)
    scale = DataValidation(type="decimal", operator="between", formula1="0", formula2="10")
    scale.add(f"B3:{LAST}{BIDS + 2}")
    inputs.add_data_validation(scale)
    totals.conditional_formatting.add(f"B1:B{BIDS}", ColorScaleRule(start_type="min", end_type="max"))
    inputs.freeze_panes, inputs.protection.sheet = "B3", True
    return _saved(book)


def list_ours() -> bytes:
    stream = BytesIO()
    list_to(stream, ROWS)
    return stream.getvalue()


def list_to(stream: IO[bytes], rows: int) -> None:
    scores = list_rows(Decimal("7.25"), Decimal("12.5"), rows)
    write_xlsx(_workbook(Sheet(title="Scores", rows=scores)), stream)


def list_openpyxl_write_only(rows: int = ROWS) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Scores")
    for values in list_rows(7.25, 12.5, rows):
        # Text as text: what openpyxl needs so that a name such as =1+1 does not become a formula.
        name = WriteOnlyCell(sheet, values[0])
        name.data_type = "s"
        sheet.append([name, *values[1:]])
    return _saved(book)


def read_ours(written: bytes) -> int:
    """The number of cells."""
    table = read_rows(written, "scores.xlsx", WIDE)
    return sum(len(row.values) for sheet in table.sheets for row in sheet.rows)


def read_openpyxl(written: bytes) -> int:
    book = openpyxl.load_workbook(BytesIO(written), read_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def list_rows(score, weight, rows: int = ROWS) -> Iterator[list]:
    """Eight columns, five of them text; some names need escaping."""
    for number in range(rows):
        name = f"Bidder {number}" if number % 50 else "Jansen & Zn <NL>"
        lot, juror, remark = (
            f"Lot {number % 9}",
            f"Juror {number % 5}",
            f"Remark about bid {number} in a few words",
        )
        yield [name, lot, f"criterion-{number % 60}", juror, remark, score, weight, number]


def _inputs() -> Iterator[list]:
    yield ["Weging", *(Cell(weight, style=Style.NUMBER) for weight in WEIGHTS)]
    heads = (Cell(number, style=Style.HEADING) for number in range(1, CRITERIA + 1))
    yield [Cell("Inschrijver", style=Style.HEADING), *heads]
    for bid, scores in enumerate(SCORES, start=3):
        yield [f"Bidder {bid}", *scores]


def _points() -> Iterator[list]:
    for bid, scores in enumerate(SCORES, start=3):
        cells = zip(scores, WEIGHTS, LETTERS[1:], strict=False)
        yield [f"Bidder {bid}", *(Cell(score * weight, _point(bid, at)) for score, weight, at in cells)]


def _totals() -> Iterator[list]:
    for bid, scores in enumerate(SCORES, start=3):
        total = sum(scores)
        yield [f"Bidder {bid}", *(Cell(total, formula) for formula in _total(bid))]


def _point(bid: int, letter: str) -> str:
    return f"ROUND(Cijfers!{letter}{bid}*Cijfers!{letter}$1,2)"


def _total(bid: int) -> tuple[str, str, str, str]:
    row = bid - 2
    return (
        f"SUM(Punten!B{row}:{LAST}{row})",
        f"MIN(Cijfers!B{bid}:{LAST}{bid})",
        f"SUMPRODUCT(Cijfers!B{bid}:{LAST}{bid},Cijfers!B$1:{LAST}$1)",
        f"RANK(B{row},B$1:B${BIDS})",
    )


def _workbook(*sheets: Sheet) -> Workbook:
    return Workbook(title="Scores", language="nl", properties=PROPERTIES, sheets=sheets)


def _saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
