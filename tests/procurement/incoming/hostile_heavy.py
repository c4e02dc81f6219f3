"""Files that are formally fine and made to keep a reader busy, or to fill its memory."""

from collections.abc import Callable

from procurement.incoming import Code
from procurement.incoming.sheets.values import place
from tests.procurement.incoming.hostile_zips import MB, Case
from tests.procurement.incoming.packages import SHEET, cells, ods, ods_number, ods_row, relationships, xlsx

NOISE = "".join(f"{number * 2_654_435_761 % 2**32:08x}" for number in range(4_000))


def filled(rows: int, columns: int, cell: Callable[[str], str]) -> bytes:
    """A workbook of `rows` by `columns`; `cell` makes one from its address."""
    return xlsx(
        "".join(
            cells(*(cell(place(column, row)) for column in range(1, columns + 1)), row=row)
            for row in range(1, rows + 1)
        )
    )


def number(address: str) -> str:
    return f'<c r="{address}"><v>{len(address)}.5</v></c>'


def styled(address: str) -> str:
    return f'<c r="{address}" s="1"/>'


def rows_only(count: int, attributes: str = "") -> bytes:
    return xlsx("".join(f'<row r="{row}"{attributes}/>' for row in range(1, count + 1)))


def long_column(count: int) -> bytes:
    return xlsx("".join(cells(number(f"A{row}"), row=row) for row in range(1, count + 1)))


def shared_texts(texts: str) -> bytes:
    related = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))
    return xlsx(
        changes={
            "xl/_rels/workbook.xml.rels": relationships(*((*each, False) for each in related)),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{texts}</sst>',
        }
    )


def one_text_again_and_again() -> bytes:
    """A text of 30,000 characters to which 400 cells refer: 12 million characters out of 30 kB."""
    references = cells(*(f'<c r="{place(column, 1)}" t="s"><v>0</v></c>' for column in range(1, 401)))
    related = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))
    return xlsx(
        references,
        {
            "xl/_rels/workbook.xml.rels": relationships(*((*each, False) for each in related)),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>{NOISE[:30_000]}</t></si></sst>',
        },
    )


def open_rows(rows: int, columns: int) -> bytes:
    row = ods_row(*(ods_number("1.5") for _ in range(columns)))
    return ods(row * rows)


def long_formulas(signs: str) -> bytes:
    """2,000 formulas as long as Excel allows, of 16 signs in no order: 16 MB that can hardly be packed."""
    text = "".join(f"{number * 2_654_435_761 % 2**32:08x}" for number in range(12_000))
    endless = text.translate(str.maketrans("0123456789abcdef", signs)) * 2
    starts = [number * 8_190 % len(text) for number in range(2_000)]
    formulas = [f'<c r="A{row}"><f>{endless[at : at + 8_190]}</f></c>' for row, at in enumerate(starts, 1)]
    return xlsx("".join(cells(formula, row=row) for row, formula in enumerate(formulas, 1)))


HEAVY: dict[str, Case] = {
    "9 MB of empty lines": ("a.csv", lambda: b"\n" * (9 * MB), Code.TOO_HEAVY),
    "9 MB of old line ends": ("a.csv", lambda: b"\r" * (9 * MB), Code.TOO_HEAVY),
    "9 MB of separators": ("a.csv", lambda: b";" * (9 * MB), Code.TOO_HEAVY),
    "lines with a separator": ("a.csv", lambda: b";\n" * (4 * MB), Code.TOO_HEAVY),
    "wide empty lines": ("a.csv", lambda: (b";" * 499 + b"\n") * 18_000, Code.TOO_HEAVY),
    "two million lines": ("a.csv", lambda: b"1;1\n" * (2 * MB), Code.TOO_HEAVY),
    "empty quotes": ("a.csv", lambda: b'""\n' * (3 * MB), Code.TOO_HEAVY),
    "lines within one quote": ("a.csv", lambda: b'"' + b"\n" * (9 * MB) + b'"', Code.TOO_HEAVY),
    "nine MB in one field": ("a.csv", lambda: b"x" * (9 * MB), Code.LONG_TEXT),
    "a quote that never closes": ("a.csv", lambda: b'"' + b"x" * (9 * MB), Code.LONG_TEXT),
    "lines up to the limit": ("a.csv", lambda: b"\n" * 490_000, Code.FAR_CELL),
    "fields up to the limit": ("a.csv", lambda: b";" * 490_000, None),
    "numbers that are none": (
        "a.csv",
        lambda: b"1.234.567.890.123.456.789.012.345;" * 100_000,
        Code.FAR_CELL,
    ),
    "rows of numbers that are none": (
        "a.csv",
        lambda: (b"1.234.567.890.123.456.789.012.345;" * 5 + b"\n") * 19_900,
        None,
    ),
    "brackets in formulas": ("a.xlsx", lambda: long_formulas("[[[[[]]]]](((()!"), None),
    "quotes in formulas": ("a.xlsx", lambda: long_formulas("''\"\"''\"\"''\"\"!!(("), None),
    "words in formulas": ("a.xlsx", lambda: long_formulas("]*!RTDCALEXWSPI,"), None),
    "minus zeros": ("a.csv", lambda: (b"-0,0;" * 5 + b"\n") * 19_900, None),
    "wide characters": ("a.csv", lambda: "\U0001f4bb;\n".encode("utf-16") * 900_000, Code.TOO_HEAVY),
    "200,000 cells": ("a.xlsx", lambda: filled(20_000, 10, number), Code.XML_TOO_LARGE),
    "a million rows": ("a.xlsx", lambda: long_column(1_000_000), Code.XML_TOO_LARGE),
    "160,000 rows": ("a.xlsx", lambda: long_column(160_000), Code.XML_TOO_LARGE),
    "rows without cells": ("a.xlsx", lambda: rows_only(499_000), Code.XML_TOO_LARGE),
    "rows with much to say": (
        "a.xlsx",
        lambda: rows_only(240_000, ' s="1" ht="2" hidden="1" collapsed="1" spans="3"'),
        Code.XML_TOO_LARGE,
    ),
    "styled cells without a value": ("a.xlsx", lambda: filled(1_000, 495, styled), Code.XML_TOO_LARGE),
    "240,000 shared texts": (
        "a.xlsx",
        lambda: shared_texts("".join(f"<si><t>{text}</t></si>" for text in range(240_000))),
        Code.XML_TOO_LARGE,
    ),
    "one text again and again": ("a.xlsx", one_text_again_and_again, Code.TOO_MUCH_TEXT),
    "240,000 cells in ods": ("a.ods", lambda: open_rows(20_000, 12), Code.TOO_COMPRESSED),
    "row without end": (
        "a.ods",
        lambda: ods(ods_row(ods_number("1"), attributes=' table:number-rows-repeated="1048576"')),
        Code.FAR_CELL,
    ),
    "column without end": (
        "a.ods",
        lambda: ods(ods_row(ods_number("1", ' table:number-columns-repeated="16384"'))),
        Code.FAR_CELL,
    ),
    "table that repeats": (
        "a.ods",
        lambda: ods(
            ods_row(
                ods_number("1", ' table:number-columns-repeated="500"'),
                attributes=' table:number-rows-repeated="20000"',
            )
        ),
        Code.TOO_MANY_CELLS,
    ),
    "text that repeats": (
        "a.ods",
        lambda: ods(
            ods_row(
                '<table:table-cell table:number-columns-repeated="400" office:value-type="string">'
                f"<text:p>{NOISE[:30_000]}</text:p></table:table-cell>"
            )
        ),
        Code.TOO_MUCH_TEXT,
    ),
    "spaces that repeat": (
        "a.ods",
        lambda: ods(
            ods_row(
                '<table:table-cell office:value-type="string"><text:p>'
                + '<text:s text:c="32767"/>' * 300
                + "</text:p></table:table-cell>"
            )
        ),
        Code.LONG_TEXT,
    ),
}
