"""What a statement gives under a plan: the values, or what is wrong with it."""

from decimal import Decimal

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import (
    computed,
)
from tenders.lifecycle.statement.figures import (
    CircularityFigure,
    CostFigure,
    DataCentreFigure,
    EnergyFigure,
    Figure,
    FootprintFigure,
    IndicatorFigure,
    LadderFigure,
    SoftwareFigure,
)
from tenders.lifecycle.statement.figures.data_centre import KeyFigure
from tenders.lifecycle.statement.figures.software import SoftwareMeasure
from tests.tenders.lifecycle import build_plan as build

ALL_AXES = FootprintFigure(axes=frozenset(Axis), per=Per.DEVICE_YEAR, places=1)
FIGURES: dict[str, Figure] = {
    "cost": CostFigure(),
    "footprint": ALL_AXES,
    "contract": FootprintFigure(axes=frozenset({Axis.USE}), per=Per.CONTRACT, places=0),
    "device": FootprintFigure(axes=frozenset({Axis.PRODUCTION}), per=Per.DEVICE, places=3),
    "energy": EnergyFigure(places=2),
    "circularity": CircularityFigure(),
    "refurbished": IndicatorFigure(indicator=Indicator.REFURBISHED, places=0),
    "software": SoftwareFigure(measure=SoftwareMeasure.USE_ENERGY, places=2),
    "pue": DataCentreFigure(measure=KeyFigure.PUE, places=2),
    "ref": DataCentreFigure(measure=KeyFigure.REF, places=0),
    "ladder": LadderFigure(places=2),
}
PLAN = build.plan()


def values(plan: Plan, stated: dict[str, str]) -> dict[str, Decimal]:
    return {code: each.value for code, each in computed(plan, FIGURES, "A", stated).values.items()}


def problems(stated: dict[str, str], plan: Plan = PLAN) -> dict[str, set[str]]:
    found = computed(plan, FIGURES, "A", stated)
    return {code: {problem.place for problem in each} for code, each in found.problems.items()}
