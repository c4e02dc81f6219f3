"""Formulas below each other are translated once; each comes out as it would alone."""

import pytest

from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import attribute, cleaned
from procurement.documents.writers.ods.formulas import formula_attribute, open_formula

FORMULAS = (
    "SUM(B{row}:C{row})*$D$4",
    "LOG10(A{row})+'Lot A{row}'!$B{row}+Sheet{row}!C1",
    'IF(A{row}="B{row} 100% & <meer>","A1","")',
    "1E5+rang_{row}+ABCD{row}+0.{row}",
    "SUM({row}:{row})+SUM(A:B)+SUM($A${row}:B$9)",
    "A{row}\u200e+B{row}\x01+\0",
    "10000000000000019+A{row}",
)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("row", [1, 12, 1048576, 305])
def test_a_formula_made_from_its_pattern_is_the_one_translated_by_itself(formula: str, row: int) -> None:
    own = formula.format(row=row)
    try:
        alone = attribute(open_formula(cleaned(own)))
    except RefusedValue as refused:
        alone = str(refused)

    try:
        found = formula_attribute(own)
    except RefusedValue as refused:
        found = str(refused)

    assert found == alone
