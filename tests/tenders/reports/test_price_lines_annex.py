"""The annex shows the lines of the price sheet and how their sum is calculated."""

from dataclasses import replace

import pytest

from procurement.language import Language
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement.figures import PriceLinesFigure
from tenders.reports.annex.document import award_annex
from tests.priced import LINES
from tests.tenders.reports.calculated_lot import lot
from tests.tenders.reports.making import edition, tender_of, texts


def words(language: Language, *, with_lines: bool = True) -> list[str]:
    plain = edition(tender_of((lot(),)), language)
    if not with_lines:
        return texts(award_annex(plain))
    plans, figures = {"1": Plan(price_lines=LINES)}, {"1": {"P": PriceLinesFigure()}}
    return texts(award_annex(replace(plain, plans=plans, figures=figures)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", {"Prijzenblad", "Laptop", "stuk", "12,5", "150", "P Kosten", "som van het prijzenblad"}),
        ("en", {"Price sheet", "Laptop", "stuk", "12.5", "150", "P Kosten", "sum of the price sheet"}),
    ],
)
def test_the_annex_has_the_lines_and_who_takes_their_sum(language: Language, expected: set[str]) -> None:
    assert expected <= set(words(language))


def test_the_rule_is_written_out() -> None:
    assert any(
        each.startswith("Bedrag van een regel = hoeveelheid × prijs per eenheid, afgerond op hele centen")
        for each in words("nl")
    )


def test_a_sheet_alone_is_no_calculation_over_the_life_cycle() -> None:
    assert "Gegevens en methode van de berekening" not in words("nl")


def test_without_lines_there_is_no_sheet() -> None:
    assert "Prijzenblad" not in words("nl", with_lines=False)
