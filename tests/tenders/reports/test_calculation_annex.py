"""The annex states the data and the method of a calculation, and which criterion takes what."""

from dataclasses import replace

import pytest

from procurement.language import Language
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.statement.figures import CostFigure, FootprintFigure
from tenders.reports.annex.document import award_annex
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.reports.calculated_lot import lot
from tests.tenders.reports.making import edition, tender_of, texts

FOOTPRINT = FootprintFigure(axes=frozenset({Axis.PRODUCTION, Axis.USE}), per=Per.DEVICE_YEAR, places=2)


def words(language: Language, *, is_calculated: bool) -> list[str]:
    plain = edition(tender_of((lot(),)), language)
    if not is_calculated:
        return texts(award_annex(plain))
    figures = {"1": {"P": CostFigure(), "C": FOOTPRINT}}
    return texts(award_annex(replace(plain, plans={"1": build.plan()}, figures=figures)))


@pytest.mark.parametrize(
    ("language", "taken"),
    [
        ("nl", "CO2-voetafdruk; onderdelen: Productie, Gebruik; per: apparaatjaar; decimalen: 2"),
        ("en", "carbon footprint; axes: Production, Use; per: device-year; decimals: 2"),
    ],
)
def test_the_annex_says_what_is_calculated_and_who_takes_it(language: Language, taken: str) -> None:
    found = words(language, is_calculated=True)

    assert {"P Kosten", "C Uitstoot", taken} <= set(found)
    assert any("Laptop van 14 inch" in line for line in found)
    assert sum("0,253" in line or "0.253" in line for line in found) >= 1


def test_without_a_calculation_the_annex_says_nothing_of_it() -> None:
    found = words("nl", is_calculated=False)

    assert "Gegevens en methode van de berekening" not in found
    assert "Welk criterium welke uitkomst overneemt" not in found
