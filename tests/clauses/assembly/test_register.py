"""The sheet with the clauses of a contract."""

import io
from datetime import UTC, datetime

import openpyxl

from clauses.assembly.assemble import assemble
from clauses.assembly.library import newest, read_library
from clauses.assembly.register import clause_sheet
from procurement.documents.properties import Properties
from procurement.documents.workbook import Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.clauses.assembly.builders import WHO, clause


def test_a_row_holds_the_text_as_it_will_read() -> None:
    one = clause("one", "1. Door {who}, zie artikel [#two]:\n   - **vet**;\n   - rest.\n2. Klaar.", more=WHO)

    rows = list(clause_sheet(assemble([one, clause("two")], None, {}, "nl")).rows)

    assert rows[1][:3] == (
        1,
        "Titel van one",
        "1.1 Door [Wie], zie artikel 2:\n(a) vet;\n(b) rest.\n1.2 Klaar.",
    )
    assert rows[1][8:] == ("Wie", "art. 2.80 Aw 2012", "one", 1, one.digest)


def test_a_typed_formula_stays_text_in_the_file() -> None:
    values = {"one": {"who": "=1+1"}}
    sheet = clause_sheet(assemble([clause("one", "1. {who}", more=WHO)], None, values, "nl"))
    properties = Properties(author="Ministerie (voorbeeld)", created=datetime(2026, 11, 21, tzinfo=UTC))

    written = xlsx_bytes(Workbook(title="Clausules", language="nl", properties=properties, sheets=(sheet,)))

    cell = openpyxl.load_workbook(io.BytesIO(written))["Clausules"]["C2"]
    assert (cell.value, cell.data_type) == ("1.1 =1+1", "s")


def test_every_clause_of_the_library_has_its_row() -> None:
    library = newest(read_library())

    rows = list(clause_sheet(assemble(library, None, {}, "en")).rows)

    assert [row[10] for row in rows[1:]] == [each.code for each in library]


def test_a_kpi_whose_value_stands_in_the_text_is_not_open() -> None:
    library = [each for each in newest(read_library()) if each.kpi and not each.kpi.variable]

    rows = list(clause_sheet(assemble(library, None, {}, "nl")).rows)

    assert library
    assert {row[6] for row in rows[1:]} == {""}


def test_the_unit_of_a_kpi_says_percent_once() -> None:
    library = newest(read_library())
    values = {each.code: {each.kpi.variable: "1"} for each in library if each.kpi and each.kpi.variable}

    lines = [each for each in assemble(library, None, values, "nl").kpis if each.unit.startswith("%")]

    assert any(each.target for each in lines)
    assert not [each for each in lines if each.target.endswith("%")]
