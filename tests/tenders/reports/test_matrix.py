"""The pieces of the workbook."""

from decimal import Decimal

import pytest

from tenders.reports.matrix.choices import ChoiceTable, choices_of
from tenders.reports.matrix.ranks import Key, Span, rank
from tenders.reports.matrix.rounding import half_up, settled
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion, Kind, Level

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
