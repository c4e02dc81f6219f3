"""Excel's formulas as OpenFormula writes them, after OpenDocument 1.3 part 4."""

import pytest

from procurement.documents.sheets.values import RefusedValue
from procurement.documents.writers.ods.formulas import link_target, open_formula


@pytest.mark.parametrize(
    ("excel", "open_document"),
    [
        ("SUM(A1:B2,C4)", "SUM([.A1:.B2];[.C4])"),
        ("'Lot 1'!$C$4+$A1", "[$'Lot 1'.$C$4]+[.$A1]"),
        ("Kosten!$A$2:$A$9", "[$'Kosten'.$A$2:.$A$9]"),
        ("'O''Neill'!A1", "[$'O''Neill'.A1]"),
        ("SUM(A:A,$2:$3)", "SUM([.A:.A];[.$2:.$3])"),
        ('IF(A1="a,""b;c",TRUE,FALSE())', 'IF([.A1]="a,""b;c";TRUE();FALSE())'),
        ('"A1:B2, SUM(C3)"', '"A1:B2, SUM(C3)"'),
        ("INDEX({1,2;3,4},1,2)", "INDEX({1;2|3;4};1;2)"),
        ("SUMPRODUCT(--EXACT(A1:A3,B1),C1:C3)", "SUMPRODUCT(--EXACT([.A1:.A3];[.B1]);[.C1:.C3])"),
        ("LOG10(A1)+LN(2.5E+3)*10%", "LOG10([.A1])+LN(2.5E+3)*10%"),
        ("per_procentpunt_1 * rang_2", "per_procentpunt_1 * rang_2"),
        ("IFERROR(a1,#N/A)", "IFERROR([.A1];#N/A)"),
        ("-A1^2<>B1&C1", "-[.A1]^2<>[.B1]&[.C1]"),
        ("xfd1048576", "[.XFD1048576]"),
    ],
)
def test_a_formula_says_the_same_in_open_document(excel: str, open_document: str) -> None:
    assert open_formula(excel) == open_document


@pytest.mark.parametrize(
    "formula",
    [
        "A1 B2",  # what two ranges share
        "[Map.xlsx]Blad!A1",
        "Blad1:Blad3!A1",  # through several sheets
        "A1;B2",
        "A1:INDEX(B:B,2)",
        'WEBSERVICE("http://x")',
        "_xlfn.XLOOKUP(A1,B:B,C:C)",
        "CEILING(A1,2)",  # another result for negative numbers
        '"open',
        "A1|B1",
        "Tabel[Kolom]",
        "@A1",
    ],
)
def test_what_has_no_certain_counterpart_is_refused(formula: str) -> None:
    with pytest.raises(RefusedValue):
        open_formula(formula)


def test_a_link_leads_to_a_cell_of_a_sheet() -> None:
    assert [link_target(each) for each in ("Lijst!A1", "'Lot 1'!B3")] == ["'Lijst'.A1", "'Lot 1'.B3"]
