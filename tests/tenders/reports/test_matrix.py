"""The pieces of the workbook."""

from decimal import Decimal

import pytest

from procurement.documents.formulas import column_number
from procurement.documents.sheets.heights import ORDINARY, height
from procurement.documents.workbook import Cell, Sheet
from tenders.example.reading import example
from tenders.reports.matrix.choices import ChoiceTable, choices_of
from tenders.reports.matrix.ranks import Key, Span, rank
from tenders.reports.matrix.rounding import half_up, settled
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion, Kind, Level
from tests.tenders.reports.equality import workbook_of
from tests.tenders.reports.making import assessed

SAY = Wording("nl")


def test_levels_with_one_title_are_told_apart_by_their_code() -> None:
    levels = (Level("a", "Goed", Decimal(1), ""), Level("b", "Goed", Decimal(0), ""))
    criterion = Criterion(code="K", title="K", weight=Decimal(10), kind=Kind.SCALE, levels=levels)

    labels = [choice.label for choice in choices_of(criterion, SAY)]

    assert labels == ["Goed (a)", "Goed (b)"]


def test_a_label_is_compared_letter_by_letter() -> None:
    table = ChoiceTable("Criteria en regels", 4, 6)

    assert table.share_of("D6") == (
        "IF(SUMPRODUCT(--EXACT('Criteria en regels'!$A$4:$A$6,D6))=1,"
        "SUMPRODUCT(--EXACT('Criteria en regels'!$A$4:$A$6,D6),'Criteria en regels'!$G$4:$G$6),NA())"
    )


@pytest.mark.parametrize(
    ("largest", "formula"),
    [
        ("45", "ROUND(ROUND(x,13),2)"),
        ("100", "ROUND(ROUND(x,12),2)"),
        ("6400000", "ROUND(ROUND(x,8),2)"),
        ("99999999999999", "ROUND(x,2)"),
    ],
)
def test_the_noise_is_wiped_out_before_the_published_rounding(largest: str, formula: str) -> None:
    assert half_up("x", 2, Decimal(largest)) == formula


def test_settled_keeps_fifteen_digits() -> None:
    assert settled("SUM(A1:A9)", Decimal("0.5")) == "ROUND(SUM(A1:A9),14)"


def test_a_rank_counts_the_bids_before_it_on_each_key_in_turn() -> None:
    formula = rank([Key(5, lower_wins=False), Key(6, lower_wins=True)], Span(range(6, 9)), 7, SAY)

    assert formula == ('1+SUMPRODUCT(($C$6:$C$8="geldig")*(($E$6:$E$8>E7)+($E$6:$E$8=E7)*(($F$6:$F$8<F7))))')


def test_what_each_printed_page_of_other_weights_must_say_fits_in_the_columns_that_come_back() -> None:
    workbook = workbook_of([assessed(example().tender.lots[0])])
    sheet = next(sheet for sheet in workbook.sheets if sheet.title == "Wat als 1")

    said = [row[0] for row in list(sheet.rows)[:5]]

    assert [_words(cell) for cell in said] == [
        "Wat als? – Perceel 1",
        "Let op: dit zijn niet de bekendgemaakte gewichten. Dit blad is om te oefenen en telt niet mee.",
        "De twee sommen zijn gelijk.",
        "Bekendgemaakt gewicht (%)",
        "Uw gewicht (%), niet bekendgemaakt",
    ]
    assert {cell.span for cell in said if isinstance(cell, Cell)} == {_repeated(sheet)}
    assert sheet.title_rows == (1, 6)


def test_each_column_worked_out_under_other_weights_says_so() -> None:
    workbook = workbook_of([assessed(example().tender.lots[0])])
    sheet = next(sheet for sheet in workbook.sheets if sheet.title == "Wat als 1")

    headings = [str(_words(cell)) for cell in list(sheet.rows)[5]][8:]

    assert len(headings) > 10
    assert [heading for heading in headings if not heading.endswith(", met uw gewichten")] == []


def test_a_sentence_that_changes_by_itself_needs_no_higher_row() -> None:
    """A row is as high as its text asks when the file is written, and no higher when a formula says more."""
    workbook = workbook_of([assessed(example().tender.lots[0])])
    sheet = next(sheet for sheet in workbook.sheets if sheet.title == "Wat als 1")
    widths = [column.width for column in sheet.columns]

    first, *_none, second = (cell for cell in list(sheet.rows)[2] if isinstance(cell, Cell))

    for cell, room in ((first, sum(widths[:2])), (second, sum(widths[2 : 2 + second.span]))):
        texts = str(cell.formula).split('"')[1::2]
        assert len(texts) == 2
        assert {height(text, cell.style, room) for text in texts if cell.style} <= {ORDINARY}


def _repeated(sheet: Sheet) -> int:
    assert sheet.title_columns is not None
    return column_number(sheet.title_columns[1])


def _words(cell: object) -> object:
    return cell.value if isinstance(cell, Cell) else cell
