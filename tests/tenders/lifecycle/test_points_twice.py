"""One thing is counted once: not by two criteria, and not in euros and under another name."""

import pytest

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.cost.kind import CARBON, Measure
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.statement.figures import (
    CircularityFigure,
    EnergyFigure,
    Figure,
    FootprintFigure,
    IndicatorFigure,
    LadderFigure,
)
from tenders.lifecycle.statement.points_twice import problems_of_points_twice
from tenders.lifecycle.statement.twice import measured_in
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_lot import lot, places, price, quantity

PLAN = build.plan(cost=None)


def footprint(*axes: Axis, per: Per = Per.DEVICE_YEAR) -> FootprintFigure:
    return FootprintFigure(axes=frozenset(axes), per=per, places=1)


def indicator(of: Indicator) -> IndicatorFigure:
    return IndicatorFigure(indicator=of, places=1)


def twice(one: Figure, other: Figure) -> list[str]:
    of = lot(price(), quantity(code="C", title="Eerste"), quantity(code="D", title="Tweede"))
    found = problems_of_points_twice(of, PLAN, {"C": one, "D": other})
    return [each.message.nl for each in found]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (footprint(Axis.USE), EnergyFigure(places=1), "energiegebruik in kWh"),
        (footprint(Axis.USE), footprint(Axis.USE, Axis.PRODUCTION), "CO2e van het gebruik"),
        (footprint(Axis.PRODUCTION), footprint(Axis.PRODUCTION, per=Per.CONTRACT), "CO2e van de productie"),
        (CircularityFigure(), indicator(Indicator.REFURBISHED), Indicator.REFURBISHED.measure.label.nl),
        (
            indicator(Indicator.SPARE_PARTS),
            indicator(Indicator.SPARE_PARTS),
            Indicator.SPARE_PARTS.measure.label.nl,
        ),
        (LadderFigure(places=1), LadderFigure(places=2), LadderFigure.title.nl),
    ],
)
def test_two_criteria_give_no_points_for_the_same(one: Figure, other: Figure, what: str) -> None:
    assert twice(one, other) == [
        f"‘Tweede’ en ‘Eerste’ geven allebei punten voor hetzelfde: {what}. Haal het uit een van beide."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (footprint(Axis.PRODUCTION, Axis.TRANSPORT), EnergyFigure(places=1)),
        (footprint(Axis.PRODUCTION), footprint(Axis.USE)),
        (indicator(Indicator.REFURBISHED), indicator(Indicator.SPARE_PARTS)),
        (CircularityFigure(), LadderFigure(places=1)),
    ],
)
def test_two_criteria_for_different_things_stay(one: Figure, other: Figure) -> None:
    assert twice(one, other) == []


def test_the_second_criterion_is_named_at_its_place() -> None:
    use, energy = footprint(Axis.USE), EnergyFigure(places=1)
    of = lot(price(), quantity(code="C"), quantity(code="D", unit="kWh per apparaatjaar"))

    assert places(of, build.plan(cost=None, ladder=None), {"C": use, "D": energy}) == {"criteria[2].figure"}


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("kg", "CO2-voetafdruk"),
        ("kilogram", "CO₂ van de productie"),
        ("ton", "Koolstofdioxide"),
        ("", "Carbon footprint"),
        ("kg per apparaat", "Voetafdruk"),
        ("per apparaat kg CO2e", "Milieu"),
        ("kg koolstofdioxide", "Milieu"),
        ("kg C02e", "Milieu"),
        ("GWP100", "Milieu"),
    ],
)
def test_co2_is_known_by_its_other_names(unit: str, title: str) -> None:
    assert measured_in(unit, "", title=title) == CARBON


def test_energy_without_a_unit_is_known_by_the_title() -> None:
    assert measured_in("", "", title="Energiegebruik in kWh per jaar") == {Measure.USE_KWH}


@pytest.mark.parametrize(
    ("unit", "title"),
    [("kg", "Gewicht"), ("", "Energielabel"), ("jaar", "CO2-plan"), ("%", "Voetafdruk")],
)
def test_something_else_is_not_taken_for_co2_or_energy(unit: str, title: str) -> None:
    assert measured_in(unit, "", title=title) == frozenset()
