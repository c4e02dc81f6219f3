"""One key figure of the data centre; the bid states all of them, so that no one hides another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from procurement.language import Text
from tenders.lifecycle.footprint.data_centre import KeyFigures
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures.figure import (
    PERCENT,
    Computed,
    not_planned,
    rounded,
    wrong_places,
)
from tenders.lifecycle.statement.figures.measuring_nothing import MeasuresNothing
from tenders.lifecycle.statement.parts import key_figures_from
from tenders.lifecycle.working import Working
from tenders.scoring.problem import Problem


class KeyFigure(StrEnum):
    PUE = "pue"
    WUE = "wue"
    REF = "ref"
    ERF = "erf"


_PARTS = (KeyFigure.REF, KeyFigure.ERF)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCentreFigure(MeasuresNothing):
    measure: KeyFigure
    places: int

    code: ClassVar[str] = "data_centre"
    title: ClassVar[Text] = Text(nl="kengetal van het datacentrum", en="key figure of the data centre")
    is_price: ClassVar[bool] = False

    @property
    def lower_is_better(self) -> bool:
        return self.measure not in _PARTS

    def unit(self, plan: Plan) -> str:
        return "%" if self.measure in _PARTS else "liter per kWh" if self.measure is KeyFigure.WUE else ""

    def problems(self, plan: Plan) -> Iterator[Problem]:
        yield from not_planned(plan.data_centre, self.title)
        yield from wrong_places(self.places)

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        working = _in_percent(self.measure, key_figures_from(plan, given))
        return rounded(working.exact, self.places, None, working)


def _in_percent(measure: KeyFigure, found: KeyFigures) -> Working:
    workings = {
        KeyFigure.PUE: found.pue,
        KeyFigure.WUE: found.wue,
        KeyFigure.REF: found.ref,
        KeyFigure.ERF: found.erf,
    }
    working = workings[measure]
    if measure not in _PARTS:
        return working
    formula = f"{working.formula} × {PERCENT}"
    return Working(formula=formula, inputs=working.inputs, exact=working.exact * PERCENT)
