"""Energy or CO2e of software: per functional unit, of training, or of a year at the published volume."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.footprint.software import SoftwareFootprint
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.figure import Computed, not_planned, rounded, wrong_places
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing
from tenders.lifecycle.statement.parts import software_from
from tenders.lifecycle.working import Working
from tenders.scoring.problem import Problem


class SoftwareMeasure(StrEnum):
    USE_ENERGY = "use_energy"
    USE_MASS = "use_mass"
    TRAINING_ENERGY = "training_energy"
    TRAINING_MASS = "training_mass"
    YEARLY_MASS = "yearly_mass"


_UNITS = {
    SoftwareMeasure.USE_ENERGY: "kWh per {unit}",
    SoftwareMeasure.USE_MASS: "kg CO2e per {unit}",
    SoftwareMeasure.TRAINING_ENERGY: "kWh per jaar",
    SoftwareMeasure.TRAINING_MASS: "kg CO2e per jaar",
    SoftwareMeasure.YEARLY_MASS: "kg CO2e per jaar",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareFigure(MeasuresNothing):
    measure: SoftwareMeasure
    places: int

    code: ClassVar[str] = "software"
    title: ClassVar[Text] = Text(nl="voetafdruk van software", en="footprint of software")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return True

    def unit(self, plan: Plan) -> str:
        return _UNITS[self.measure].format(unit=plan.software.unit if plan.software else "")

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.software, self.title)
        yield from wrong_places(self.places)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        working = _working(software_from(plan, bid, given), self.measure)
        return rounded(working.exact, self.places, None, working)


def _working(found: SoftwareFootprint, measure: SoftwareMeasure) -> Working:
    workings = {
        SoftwareMeasure.USE_ENERGY: found.use_energy,
        SoftwareMeasure.USE_MASS: found.use_mass,
        SoftwareMeasure.TRAINING_ENERGY: found.training_energy,
        SoftwareMeasure.TRAINING_MASS: found.training_mass,
        SoftwareMeasure.YEARLY_MASS: found.yearly_mass,
    }
    return workings[measure]
