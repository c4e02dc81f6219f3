"""What stands in the cells of the sheets with obligations and KPIs."""

from datetime import date
from decimal import Decimal

import pytest

from clauses.assembly.obligation_sheet import kpi_sheet, obligation_sheet, target
from clauses.assembly.obligations import obligations
from clauses.assembly.register import clause_sheet
from clauses.assembly.target_cell import target_cell
from procurement.documents.workbook import Cell, Style
from tests.clauses.assembly.promising import AWARD, assembled

FILLED = {"co2-product-footprint": {"footprint_per_unit": "1214.5"}}
FOOTPRINT = Cell(Decimal("1214.5"), style=Style.NUMBER)


@pytest.mark.parametrize(
    ("words", "language", "cell"),
    [
        ("1.214,5", "nl", FOOTPRINT),
        ("1,214.5", "en", FOOTPRINT),
        ("€ 1.250,50", "nl", Cell(Decimal("1250.50"), style=Style.EURO)),
        ("€ 1,250.50", "en", Cell(Decimal("1250.50"), style=Style.EURO)),
        ("12,5%", "nl", Cell(Decimal("12.5"), style=Style.PERCENT_POINTS)),
        ("zoals aangeboden", "nl", "zoals aangeboden"),
        ("open", "en", "open"),
        ("", "nl", ""),
    ],
)
def test_a_target_is_a_number_that_looks_as_its_words_do(words, language, cell) -> None:
    assert target_cell(words, language) == cell


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_share_is_said_with_one_sign_for_per_cent(language) -> None:
    values = {"energy-settings": {"managed_share": "51"}}
    assembly = assembled("definitions", "energy-settings", values=values, language=language)

    said = [target(each, language) for each in obligations(assembly) if each.measure]

    assert [each.partition("51")[2][:3] for each in said] == [" % "]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_targets_are_numbers_and_days_are_dates_in_every_sheet(language) -> None:
    codes = ("definitions", "co2-product-footprint", "promised-values", "penalties")
    assembly = assembled(*codes, values=FILLED, language=language)
    due = obligations(assembly, AWARD)

    register = list(clause_sheet(assembly).rows)
    kpis = list(kpi_sheet(assembly, due).rows)
    dated = list(obligation_sheet(assembly, due).rows)

    assert register[2][6] == FOOTPRINT
    assert kpis[1][3] == FOOTPRINT
    assert FOOTPRINT in [row[7] for row in dated]
    days = [row[0].value for row in dated[1:] if row[0] != Cell()]
    assert days
    assert {type(day) for day in days} == {date}


def test_direction_value_and_unit_stand_in_columns_of_their_own() -> None:
    assembly = assembled("definitions", "co2-product-footprint", values=FILLED)

    rows = list(obligation_sheet(assembly, obligations(assembly, AWARD)).rows)

    assert [cell.value for cell in rows[0][6:9]] == ["Richting", "Norm", "Eenheid"]
    row = next(row for row in rows if row[7] == FOOTPRINT)
    assert row[6:9] == ("hoogstens", FOOTPRINT, "kg CO2-equivalent per stuk")
