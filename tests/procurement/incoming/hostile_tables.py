"""Workbooks that every office program opens, with cells that are not what an importer hopes for."""

from collections.abc import Callable
from typing import NamedTuple

from procurement.incoming import CellKind, Code, Mark
from tests.procurement.incoming.hostile_documents import part
from tests.procurement.incoming.hostile_zips import Case
from tests.procurement.incoming.packages import SHEET, cells, ods, ods_number, ods_row, relationships, xlsx

SHEETS = (
    f'<workbook xmlns="{SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="{}" r:id="rId1"/></sheets></workbook>'
)
TURNED = "Laptop \u202e00,1 \u20ac"
FORMULA = frozenset({Mark.FORMULA})
LIKE_FORMULA = frozenset({Mark.LIKE_FORMULA})


class Odd(NamedTuple):
    """A file that is read: how its first cell comes out."""

    name: str
    make: Callable[[], bytes]
    kind: CellKind
    value: str
    marks: frozenset[Mark] = frozenset()


def first(cell: str) -> Callable[[], bytes]:
    return lambda: xlsx(cells(cell))


def value(text: str) -> Callable[[], bytes]:
    return first(f'<c r="A1"><v>{text}</v></c>')


def words(text: str) -> Callable[[], bytes]:
    return first(f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>')


def dated(text: str, book: str = "") -> Callable[[], bytes]:
    """A number in a cell that shows a date."""
    styles = f'<styleSheet xmlns="{SHEET}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    related = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"))
    changes = {
        "xl/_rels/workbook.xml.rels": relationships(*((*each, False) for each in related)),
        "xl/styles.xml": styles,
    }
    if book:
        changes["xl/workbook.xml"] = book
    return lambda: xlsx(cells(f'<c r="A1" s="1"><v>{text}</v></c>'), changes)


FROM_1904 = (
    f'<workbook xmlns="{SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<workbookPr date1904="1"/><sheets><sheet name="Blad" r:id="rId1"/></sheets></workbook>'
)


def open_cell(attributes: str, inside: str = "") -> Callable[[], bytes]:
    return lambda: ods(ods_row(f"<table:table-cell {attributes}>{inside}</table:table-cell>"))


ODD: dict[str, Odd] = {
    "no number": Odd("a.xlsx", value("NaN"), CellKind.UNCLEAR, "NaN"),
    "infinity": Odd("a.xlsx", value("-INF"), CellKind.UNCLEAR, "-INF", LIKE_FORMULA),
    "1e400": Odd("a.xlsx", value("1e400"), CellKind.UNCLEAR, "1e400"),
    "1e-400": Odd("a.xlsx", value("1e-400"), CellKind.UNCLEAR, "1e-400"),
    "1e31": Odd("a.xlsx", value("1e31"), CellKind.UNCLEAR, "1e31"),
    "minus zero": Odd("a.xlsx", value("-0"), CellKind.NUMBER, "0"),
    "minus zero with decimals": Odd("a.xlsx", value("-0.00"), CellKind.NUMBER, "0"),
    "underscore": Odd("a.xlsx", value("1_000"), CellKind.UNCLEAR, "1_000"),
    "Arabic digits": Odd("a.xlsx", value("\u0663"), CellKind.UNCLEAR, "\u0663"),
    "wide digits": Odd("a.xlsx", value("\uff11"), CellKind.UNCLEAR, "\uff11"),
    "hexadecimal": Odd("a.xlsx", value("0x10"), CellKind.UNCLEAR, "0x10"),
    "comma": Odd("a.xlsx", value("1,5"), CellKind.UNCLEAR, "1,5"),
    "space before": Odd("a.xlsx", value(" 1"), CellKind.UNCLEAR, " 1"),
    "forty-one digits": Odd("a.xlsx", value("1" * 41), CellKind.UNCLEAR, "1" * 41),
    "binary fraction": Odd("a.xlsx", value("8.1999999999999993"), CellKind.NUMBER, "8.2"),
    "exponent": Odd("a.xlsx", value("1.25E3"), CellKind.NUMBER, "1250"),
    "forged result": Odd(
        "a.xlsx", first('<c r="A1"><f>1+1</f><v>999</v></c>'), CellKind.NUMBER, "999", FORMULA
    ),
    "formula without result": Odd("a.xlsx", first('<c r="A1"><f>1+1</f></c>'), CellKind.EMPTY, "", FORMULA),
    "shared formula": Odd(
        "a.xlsx", first('<c r="A1"><f t="shared" si="0"/><v>7</v></c>'), CellKind.NUMBER, "7", FORMULA
    ),
    "matrix formula": Odd(
        "a.xlsx", first('<c r="A1"><f t="array" ref="A1">1</f><v>1</v></c>'), CellKind.NUMBER, "1", FORMULA
    ),
    "text formula": Odd(
        "a.xlsx", first('<c r="A1" t="str"><f>"1"</f><v>1</v></c>'), CellKind.TEXT, "1", FORMULA
    ),
    "error": Odd("a.xlsx", first('<c r="A1" t="e"><v>#REF!</v></c>'), CellKind.ERROR, "#REF!"),
    "error of a formula": Odd(
        "a.xlsx", first('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), CellKind.ERROR, "#DIV/0!", FORMULA
    ),
    "boolean of two": Odd("a.xlsx", first('<c r="A1" t="b"><v>2</v></c>'), CellKind.UNCLEAR, "2"),
    "unknown kind": Odd("a.xlsx", first('<c r="A1" t="zzz"><v>5 euro</v></c>'), CellKind.UNCLEAR, "5 euro"),
    "text that is not there": Odd("a.xlsx", first('<c r="A1" t="s"><v>7</v></c>'), CellKind.UNCLEAR, "7"),
    "text before the first": Odd(
        "a.xlsx", first('<c r="A1" t="s"><v>-1</v></c>'), CellKind.UNCLEAR, "-1", LIKE_FORMULA
    ),
    "date before the first": Odd("a.xlsx", dated("-1"), CellKind.UNCLEAR, "-1", LIKE_FORMULA),
    "29 February 1900": Odd("a.xlsx", dated("60"), CellKind.UNCLEAR, "60"),
    "date after the last": Odd("a.xlsx", dated("2958466"), CellKind.UNCLEAR, "2958466"),
    "date of 1e300": Odd("a.xlsx", dated("1e300"), CellKind.UNCLEAR, "1e300"),
    "date that is no number": Odd("a.xlsx", dated("NaN"), CellKind.UNCLEAR, "NaN"),
    "date of a Mac": Odd("a.xlsx", dated("60", FROM_1904), CellKind.DATE, "1904-03-01"),
    "last second of a day": Odd("a.xlsx", dated("45000.999999999"), CellKind.DATE, "2023-03-16"),
    "ISO day that never was": Odd(
        "a.xlsx", first('<c r="A1" t="d"><v>2026-02-30</v></c>'), CellKind.UNCLEAR, "2026-02-30"
    ),
    "turned direction": Odd(
        "a.xlsx", words(TURNED), CellKind.TEXT, TURNED, frozenset({Mark.TURNS_DIRECTION})
    ),
    "isolate": Odd("a.xlsx", words("a\u2066b"), CellKind.TEXT, "a\u2066b", frozenset({Mark.TURNS_DIRECTION})),
    "text as formula": Odd("a.xlsx", words("=1+1"), CellKind.TEXT, "=1+1", LIKE_FORMULA),
    "text as a call": Odd("a.xlsx", words("@SUM(A1)"), CellKind.TEXT, "@SUM(A1)", LIKE_FORMULA),
    "number as text": Odd("a.xlsx", words("12.5"), CellKind.TEXT, "12.5"),
    "written NUL": Odd("a.xlsx", words("a_x0000_b"), CellKind.TEXT, "a_x0000_b", frozenset({Mark.CONTROL})),
    "control character": Odd(
        "a.xlsx", words("a\u0085b"), CellKind.TEXT, "a\u0085b", frozenset({Mark.CONTROL})
    ),
    "hidden row": Odd(
        "a.xlsx",
        lambda: xlsx('<row r="1" hidden="1"><c r="A1"><v>5</v></c></row>'),
        CellKind.NUMBER,
        "5",
    ),
    "merged cells": Odd(
        "a.xlsx",
        lambda: xlsx(
            cells('<c r="A1"><v>5</v></c>'), around='<mergeCells><mergeCell ref="A1:XFD9"/></mergeCells>'
        ),
        CellKind.NUMBER,
        "5",
    ),
    "said size": Odd(
        "a.xlsx",
        lambda: xlsx(cells('<c r="A1"><v>5</v></c>'), around='<dimension ref="A1:XFD1048576"/>'),
        CellKind.NUMBER,
        "5",
    ),
    "ods no number": Odd("a.ods", lambda: ods(ods_row(ods_number("NaN"))), CellKind.UNCLEAR, "NaN"),
    "ods 1e400": Odd("a.ods", lambda: ods(ods_row(ods_number("1e400"))), CellKind.UNCLEAR, "1e400"),
    "ods time": Odd(
        "a.ods", open_cell('office:value-type="time" office:time-value="PT1H"'), CellKind.UNCLEAR, "PT1H"
    ),
    "ods date": Odd(
        "a.ods",
        open_cell('office:value-type="date" office:date-value="2026-02-30"'),
        CellKind.UNCLEAR,
        "2026-02-30",
    ),
    "ods forged result": Odd(
        "a.ods",
        open_cell('table:formula="of:=1+1" office:value-type="float" office:value="999"'),
        CellKind.NUMBER,
        "999",
        FORMULA,
    ),
    "ods note beside the text": Odd(
        "a.ods",
        open_cell(
            'office:value-type="string"',
            "<office:annotation><text:p>9</text:p></office:annotation><text:p>5</text:p>",
        ),
        CellKind.TEXT,
        "5",
    ),
    "ods value of another maker": Odd(
        "a.ods",
        open_cell(
            'xmlns:x="urn:x" x:value-type="float" x:value="999" office:value-type="float" office:value="5"'
        ),
        CellKind.NUMBER,
        "5",
    ),
    "ods cell of another maker": Odd(
        "a.ods",
        lambda: ods(
            ods_row(
                '<x:table-cell xmlns:x="urn:x" office:value-type="float" office:value="999"/>',
                ods_number("5"),
            )
        ),
        CellKind.NUMBER,
        "5",
    ),
    "csv minus zero": Odd("a.csv", lambda: b"-0,00;1\n", CellKind.TEXT, "-0,00", LIKE_FORMULA),
    "csv thousand or one": Odd("a.csv", lambda: b"1.250;x\n", CellKind.UNCLEAR, "1.250"),
    "csv exponent": Odd("a.csv", lambda: b"1e400;x\n", CellKind.TEXT, "1e400"),
    "csv formula": Odd("a.csv", lambda: b"=1+1;x\n", CellKind.TEXT, "=1+1", LIKE_FORMULA),
    "csv leading zeros": Odd("a.csv", lambda: b"007;x\n", CellKind.TEXT, "007"),
}

REFUSED: dict[str, Case] = {
    "last cell of Excel": ("a.xlsx", lambda: xlsx(cells('<c r="XFD1"><v>1</v></c>')), Code.FAR_CELL),
    "last row of Excel": (
        "a.xlsx",
        lambda: xlsx(cells('<c r="A1048576"><v>1</v></c>', row=1_048_576)),
        Code.FAR_CELL,
    ),
    "row after the last": ("a.xlsx", lambda: xlsx(cells(row=1_048_577)), Code.CELL_TWICE),
    "row zero": ("a.xlsx", lambda: xlsx(cells(row=0)), Code.CELL_TWICE),
    "row twice": ("a.xlsx", lambda: xlsx(cells(row=2) * 2), Code.CELL_TWICE),
    "row back": ("a.xlsx", lambda: xlsx(cells(row=2) + cells(row=1)), Code.CELL_TWICE),
    "cell twice": ("a.xlsx", lambda: xlsx(cells('<c r="A1"><v>1</v></c>' * 2)), Code.CELL_TWICE),
    "cell back": (
        "a.xlsx",
        lambda: xlsx(cells('<c r="B1"><v>1</v></c>', '<c r="A1"><v>1</v></c>')),
        Code.CELL_TWICE,
    ),
    "cell of another row": ("a.xlsx", lambda: xlsx(cells('<c r="A2"><v>1</v></c>')), Code.CELL_TWICE),
    "no address": ("a.xlsx", lambda: xlsx(cells('<c r="1A"><v>1</v></c>')), Code.CELL_TWICE),
    "small letters": ("a.xlsx", lambda: xlsx(cells('<c r="a1"><v>1</v></c>')), Code.CELL_TWICE),
    "long text": ("a.xlsx", words("x" * 32_768), Code.LONG_TEXT),
    "sheet without a name": ("a.xlsx", lambda: part("xl/workbook.xml", SHEETS.format("")), Code.MISSING_PART),
    "101 sheets": (
        "a.ods",
        lambda: ods("", around="".join(f'<table:table table:name="{each}"/>' for each in range(101))),
        Code.TOO_MANY_SHEETS,
    ),
    "sheet in a cell": (
        "a.ods",
        lambda: ods(ods_row('<table:table-cell><table:table table:name="x"/></table:table-cell>')),
        Code.CELL_TWICE,
    ),
    "row in a cell": (
        "a.ods",
        lambda: ods(ods_row("<table:table-cell><table:table-row/></table:table-cell>")),
        Code.CELL_TWICE,
    ),
    "repeats minus one": (
        "a.ods",
        lambda: ods(ods_row(ods_number("1", ' table:number-columns-repeated="-1"'))),
        Code.CELL_TWICE,
    ),
    "repeats 1e9": (
        "a.ods",
        lambda: ods(ods_row(ods_number("1"), attributes=' table:number-rows-repeated="1000000000"')),
        Code.CELL_TWICE,
    ),
    "quote that stays open": ("a.csv", lambda: b'naam;"prijs\n1;2\n', Code.OPEN_QUOTE),
    "NUL in csv": ("a.csv", lambda: b"naam\0;prijs\n", Code.NULL_CHARACTERS),
    "escape in csv": ("a.csv", lambda: b"naam\x1b[2J;prijs\n", Code.NULL_CHARACTERS),
    "half UTF-16": ("a.csv", lambda: b"\xff\xfea", Code.UNKNOWN_CHARACTERS),
}
