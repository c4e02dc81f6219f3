"""The annex states the data and the method of a calculation, and which criterion takes what."""

from dataclasses import replace
from decimal import Decimal

import pytest

from procurement.language import Language
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.statement.figures import CostFigure, FootprintFigure
from tenders.reports.annex.document import award_annex
from tenders.scoring.model import AwardRule, Criterion, Direction, Kind, Lot, RoundAt, Rounding
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.reports.making import edition, tender_of, texts

FOOTPRINT = FootprintFigure(axes=frozenset({Axis.PRODUCTION, Axis.USE}), per=Per.DEVICE_YEAR, places=2)


def lot() -> Lot:
    band = {"floor": Decimal(10), "ceiling": Decimal(500_000), "outside": "clip"}
    price = Criterion(
        code="P", title="Kosten", weight=Decimal(60), kind=Kind.PRICE, unit="€", method="absolute-linear",
        parameters=band,
    )  # fmt: skip
    carbon = Criterion(
        code="C", title="Uitstoot", weight=Decimal(40), kind=Kind.QUANTITY, direction=Direction.LOWER,
        unit="kg CO2e per apparaatjaar", method="absolute-linear", parameters=band,
    )  # fmt: skip
    rule = AwardRule(method="weighted-points", points=Decimal(100), rounding=Rounding(2, RoundAt.CRITERION))
    return Lot(code="1", title="Laptops", criteria=(price, carbon), award=rule)


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
