"""Tables of product footprints: every notation read or refused, and never a part of a score."""

import ast
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some

import tenders.lifecycle
import tenders.scoring
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.table.column import Column
from tenders.lifecycle.table.product_row import ProductTable
from tenders.lifecycle.table.reading import LONGEST_TEXT, MOST_BYTES, MOST_ROWS, read_table
from tenders.lifecycle.table.refusals import UnreadableTable
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG, KG_CO2E, KWH, YEAR

BOAVIZTA = (
    "manufacturer,name,category,subcategory,gwp_total,gwp_use_ratio,yearly_tec,lifetime,report_date,sources,"
    "gwp_manufacturing_ratio,weight,gwp_transport_ratio,gwp_eol_ratio,comment\n"
)


ROW = "Acme,Book 13,Workplace,Laptop,161.0,0.1500,22.5,4.0,May 2024,https://example.org/a.pdf,0.76,1.4,0.08,0.01,\n"


FRENCH = "manufacturer;name;gwp_total;gwp_use_ratio;yearly_tec\nAcme;Book 13;{total};{share};{energy}\n"


OWN = "Fabrikant;Product;CO2e totaal [{unit}];Massa [g];Levensduur [maanden]\nAcme;Book;{total};1400;48\n"


def table(text: str) -> ProductTable:
    return read_table(text.encode())


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableTable) as wrong:
        read_table(content)
    return wrong.value.problem.to("nl")


def test_the_columns_of_boavizta() -> None:
    found = table(BOAVIZTA + ROW)

    row = found.rows[0]
    assert (found.problems, row.line, row.manufacturer, row.name) == ((), 2, "Acme", "Book 13")
    assert row.total == quantity("161", KG_CO2E / DEVICE)
    assert row.on(Axis.PRODUCTION) == quantity("122.36", KG_CO2E / DEVICE)
    assert row.on(Axis.TRANSPORT) == quantity("12.88", KG_CO2E / DEVICE)
    assert row.amounts[Column.ENERGY] == quantity("22.5", KWH / DEVICE_YEAR)
    assert row.amounts[Column.MASS] == quantity("1.4", KG / DEVICE)
    assert row.amounts[Column.LIFETIME] == quantity("4", YEAR)
    assert row.texts[Column.SOURCE] == "https://example.org/a.pdf"


def test_the_warning_of_its_maintainers_and_the_credit_come_along() -> None:
    found = table(BOAVIZTA)

    assert found.warning.nl.startswith("De beheerders (Boavizta) raden af om met deze gegevens apparaten van")
    assert "telt nooit mee in de score" in found.warning.nl
    assert "never counts in the score" in found.warning.en
    assert found.credit.en == "Source: Boavizta, environmental-footprint-data (ODbL 1.0)"
    assert "niet zonder meer te vergelijken" in table(OWN.format(unit="kgCO2e", total="1")).warning.nl


def test_semicolons_with_a_decimal_comma() -> None:
    found = table(FRENCH.format(total="1.161,5", share="0,15", energy="22,5"))

    assert found.rows[0].total == quantity("1161.5", KG_CO2E / DEVICE)
    assert found.rows[0].on(Axis.USE) == quantity("174.225", KG_CO2E / DEVICE)


def test_semicolons_with_a_point() -> None:
    found = table(FRENCH.format(total="161.5", share="0.150", energy="22"))

    assert found.rows[0].on(Axis.USE) == quantity("24.225", KG_CO2E / DEVICE)


def test_a_thousand_is_never_read_as_one() -> None:
    found = table(FRENCH.format(total="1.161", share="0.15", energy="22"))

    assert found.problems[0].to("nl") == (
        "regel 2, gwp_total: ‘1.161’ is niet duidelijk: 1161 of 1,161? Schrijf het getal zonder punt of met "
        "een komma."
    )


def test_units_in_the_headings_are_converted() -> None:
    row = table(OWN.format(unit="gCO2e", total="161000")).rows[0]

    assert row.total == quantity("161", KG_CO2E / DEVICE)
    assert row.amounts[Column.MASS] == quantity("1.4", KG / DEVICE)
    assert row.amounts[Column.LIFETIME] == quantity("4", YEAR)


@pytest.mark.parametrize("unit", ["kWh", "kg", "ponden", "kgCO2e/kWh", "kgCO2e/year"])
def test_a_wrong_unit_in_a_heading_refuses_the_table(unit: str) -> None:
    found = refused(OWN.format(unit=unit, total="1").encode())

    assert found == (
        f"regel 1, co2e totaal: Deze kolom staat in ‘{unit}’ en hoort in kg CO2e per apparaat. Reken de "
        "kolom om of pas de eenheid aan."
    )


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        (0, "", "Deze waarde ontbreekt."),
        (0, "x" * (LONGEST_TEXT + 1), "Deze tekst is te lang."),
        (4, "", "Deze waarde ontbreekt."),
        (4, "NaN", "‘NaN’ is geen getal. Gebruik alleen cijfers en hooguit één punt, bijvoorbeeld 1250.50."),
        (
            4,
            "1e400",
            "‘1e400’ is geen getal. Gebruik alleen cijfers en hooguit één punt, bijvoorbeeld 1250.50.",
        ),
        (4, "-1", "Dit mag niet kleiner zijn dan nul."),
        (5, "15", "Dit is een deel van het totaal, van 0 tot en met 1. Schrijf 15% als 0,15."),
        (5, "1.0001", "Dit is een deel van het totaal, van 0 tot en met 1. Schrijf 15% als 0,15."),
        (7, "0", "Een levensduur is langer dan nul."),
    ],
)
def test_a_wrong_cell_leaves_its_row_out_and_is_named(column: int, cell: str, message: str) -> None:
    cells = ROW.rstrip("\n").split(",")
    cells[column] = cell

    found = table(BOAVIZTA + ROW + ",".join(cells) + "\n" + ROW)

    header = BOAVIZTA.split(",")[column]
    assert [problem.to("nl") for problem in found.problems] == [f"regel 3, {header}: {message}"]
    assert [row.line for row in found.rows] == [2, 4]


def test_a_text_may_be_as_long_as_that() -> None:
    assert (
        table(BOAVIZTA + ROW.replace("Acme", "x" * LONGEST_TEXT)).rows[0].manufacturer == "x" * LONGEST_TEXT
    )


def test_empty_cells_are_no_figures() -> None:
    found = table(BOAVIZTA + "Acme,Book,,,161,,,,,,,,,,\n" + "Acme,Book,,,161\n")

    assert [row.on(Axis.USE) for row in found.rows] == [None, None]
    assert [dict(row.amounts) for row in found.rows] == [
        {Column.TOTAL: quantity("161", KG_CO2E / DEVICE)}
    ] * 2


def test_the_remains_of_a_binary_number_are_taken_over() -> None:
    row = table(BOAVIZTA + ROW.replace("0.76", "0.009000000000000001")).rows[0]

    assert row.amounts[Column.PRODUCTION_SHARE].amount == Fraction("0.009000000000000001")


def test_empty_lines_a_byte_order_mark_and_another_line_end_do_no_harm() -> None:
    text = "\ufeff" + BOAVIZTA.replace("\n", "\r\n") + "\r\n" + ROW.replace("\n", "\r\n") + " ,,\r\n"

    assert [row.line for row in table(text).rows] == [3]
    assert [row.line for row in table("\n\r\n" + BOAVIZTA + ROW).rows] == [4]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "regel 1: De eerste regel noemt niet de kolommen"),
        (b"name\rgwp_total", "regel 1: De eerste regel noemt niet de kolommen"),
        (b"name,gwp_total\n", "regel 1: De eerste regel noemt niet de kolommen"),
        (b"manufacturer,name,gwp_total,gwp_total\n", "regel 1: De eerste regel noemt niet de kolommen"),
        (b"PK\x03\x04\xff\xfe", "Dit bestand is geen tekst in UTF-8."),
        (BOAVIZTA.encode() + b"\0", "Dit bestand is geen tekst in UTF-8."),
        (BOAVIZTA.encode() + b'"' + b"x" * 200_000, "regel 2: De tabel is vanaf regel 2 niet te lezen."),
        (b"x" * (MOST_BYTES + 1), "Het bestand is groter dan 20 MB."),
        (
            b"manufacturer,name,gwp_total\n" + b"a,b,1\n" * (MOST_ROWS + 1),
            "De tabel heeft meer dan 100000 rijen.",
        ),
    ],
)
def test_what_is_no_such_table_is_refused_whole(content: bytes, expected: str) -> None:
    assert refused(content).startswith(expected)


@given(some.text() | some.text("1.,;-\n\"' 0eNa", max_size=200))
def test_any_text_under_the_header_is_read_or_named(text: str) -> None:
    found = read_or_refused((BOAVIZTA + text).encode())

    assert all(row.manufacturer and row.name and row.total.amount >= 0 for row in found.rows)
    assert all(problem.place.startswith("regel ") for problem in found.problems)


def read_or_refused(content: bytes) -> ProductTable:
    """A table without rows where the file is refused whole; any other exception is a fault."""
    with suppress(UnreadableTable):
        return read_table(content)
    return table(BOAVIZTA)


@given(some.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert read_or_refused(content).rows == ()


def test_ten_thousand_rows_take_less_than_a_second_of_the_processor() -> None:
    content = (BOAVIZTA + ROW * 10_000).encode()

    seconds, rows = min(timed(content) for _ in range(3))

    assert rows == 10_000
    assert seconds < 1


def timed(content: bytes) -> tuple[float, int]:
    """Of this process alone: what else the machine does is not counted."""
    start = process_time()
    rows = len(read_table(content).rows)
    return process_time() - start, rows


def test_no_score_knows_the_tables() -> None:
    """A table informs; whatever works out a figure for a bid cannot even import it."""
    folders = [Path(package.__path__[0]) for package in (tenders.lifecycle, tenders.scoring)]
    files = [path for folder in folders for path in folder.rglob("*.py") if path.parent.name != "table"]

    knowing = [path.name for path in files if any("lifecycle.table" in name for name in imported(path))]

    assert (len(files) > 60, knowing) == (True, [])


def imported(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
