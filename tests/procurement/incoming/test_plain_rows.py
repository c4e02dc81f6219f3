"""The short cut for plain rows of a worksheet gives what the parser gives: the same cells, the same refusals.

`FUZZ=20000` reads as many sheets that were made by chance.
"""

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl
import pytest

from procurement.documents.workbook import Cell, Sheet
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Limits
from tests.libreoffice import saved_as
from tests.procurement.documents.examples import workbook
from tests.procurement.incoming.both_ways import both, shown_to_parser
from tests.procurement.incoming.hostile import ALL_ODD, CASES
from tests.procurement.incoming.hostile_xml import NAMESPACES
from tests.procurement.incoming.odd_rows import HEADS, in_sheet, odd_sheets, with_sheet
from tests.procurement.incoming.random_rows import sheet_by_chance

SHEETS = int(os.environ.get("FUZZ", "400"))
SMALL = Limits(cells=150, rows=90, columns=499, characters=2_000, xml_elements=400, cell_characters=300)


@pytest.mark.parametrize("limits", [Limits(), SMALL], ids=["standard", "small"])
def test_sheets_made_by_chance_are_read_alike(limits: Limits) -> None:
    for number in range(SHEETS):
        content = sheet_by_chance(Random(number))

        quickly, carefully = both(content, limits)

        assert quickly == carefully, number


def test_rows_that_are_alike_but_for_one_thing_are_read_alike() -> None:
    found = [(xml, *both(with_sheet(xml.encode()))) for xml in odd_sheets()]

    assert [xml for xml, quickly, carefully in found if quickly != carefully] == []
    assert len(found) > 140


FILES = {name: case[1] for name, case in {**CASES, **NAMESPACES}.items() if case[0].endswith(".xlsx")} | {
    name: odd.make for name, odd in ALL_ODD.items() if odd.name.endswith(".xlsx")
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_hostile_and_odd_files_are_read_alike(make: Callable[[], bytes]) -> None:
    quickly, carefully = both(make())

    assert quickly == carefully


ROWS = [
    [
        f"Jansen & Zn {number}",
        Decimal("7.25"),
        number,
        "=A1*2",
        "+31 6",
        Decimal(number) / 3,
        True,
        date(2026, 11, 22),
    ]
    for number in range(1, 1_000)
]


def by_openpyxl() -> bytes:
    book, stream = openpyxl.Workbook(), BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def by_us() -> bytes:
    rows = [[text, Cell(points, "A1*2"), *others] for text, points, *others in ROWS]
    return xlsx_bytes(workbook(Sheet(title="Lijst", rows=rows)))


def as_excel_does() -> bytes:
    """Texts are shared, a result stands behind its formula, and rows say how far they reach."""
    rows = "".join(
        f'<row r="{n}" spans="1:4" x14ac:dyDescent="0.25"><c r="A{n}" t="s"><v>{n % 3}</v></c>'
        f'<c r="B{n}" s="1"><v>{45_000 + n}</v></c><c r="C{n}"><f>B{n}*2</f><v>{n / 7}</v></c>'
        f'<c r="D{n}" s="2"/></row>'
        for n in range(1, len(ROWS) + 1)
    )
    return with_sheet(in_sheet(HEADS[0], [rows]).encode())


PROGRAMS = {"openpyxl": by_openpyxl, "our own": by_us, "Excel": as_excel_does}


@pytest.mark.parametrize("make", PROGRAMS.values(), ids=PROGRAMS)
def test_lists_are_read_alike_and_most_of_them_without_the_parser(make: Callable[[], bytes]) -> None:
    content = make()

    quickly, carefully = both(content)

    assert quickly == carefully
    assert len(quickly[0][2]) == len(ROWS)
    whole, left = shown_to_parser(content)
    assert left < whole / 20


@pytest.mark.libreoffice
@pytest.mark.parametrize("make", PROGRAMS.values(), ids=PROGRAMS)
def test_a_list_saved_by_libreoffice_is_read_alike(make: Callable[[], bytes], tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(make())
    content = saved_as(file, tmp_path / "saved", "xlsx").read_bytes()

    quickly, carefully = both(content)

    assert quickly == carefully
    whole, left = shown_to_parser(content)
    assert left < whole / 20
