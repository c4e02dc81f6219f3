"""A figure as JSON and a tender file hold it: the table `figure` of a criterion."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.statement.figures.circularity import CircularityFigure
from tenders.lifecycle.statement.figures.cost import CostFigure
from tenders.lifecycle.statement.figures.data_centre import DataCentreFigure, KeyFigure
from tenders.lifecycle.statement.figures.energy import EnergyFigure
from tenders.lifecycle.statement.figures.figure import Figure
from tenders.lifecycle.statement.figures.footprint import FootprintFigure
from tenders.lifecycle.statement.figures.indicator import IndicatorFigure
from tenders.lifecycle.statement.figures.ladder import LadderFigure
from tenders.lifecycle.statement.figures.price_lines import PriceLinesFigure
from tenders.lifecycle.statement.figures.software import SoftwareFigure, SoftwareMeasure
from tenders.scoring.files.fields import Fields, shown
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.scoring.problem import Problem

_UNKNOWN = Text(
    nl="‘{code}’ wordt niet berekend. Kies uit: {known}.",
    en="‘{code}’ is not calculated. Choose from: {known}.",
)


def _footprint(table: Fields) -> Figure:
    names, known = table.texts("axes"), {axis.value: axis for axis in Axis}
    for name in names:
        if name not in known or names.count(name) > 1:
            message = _UNKNOWN.format(code=shown(name) or "?", known=", ".join(known))
            table.wrong("axes", message)
    return FootprintFigure(
        axes=frozenset(known[name] for name in names if name in known),
        per=table.choice("per", Per, required=True) or Per.DEVICE,
        places=table.whole_number("places"),
    )


def _indicator(table: Fields) -> Figure:
    indicator = table.choice("indicator", Indicator, required=True) or Indicator.LIFETIME
    return IndicatorFigure(indicator=indicator, places=table.whole_number("places"))


def _software(table: Fields) -> Figure:
    measure = table.choice("measure", SoftwareMeasure, required=True) or SoftwareMeasure.USE_ENERGY
    return SoftwareFigure(measure=measure, places=table.whole_number("places"))


def _data_centre(table: Fields) -> Figure:
    measure = table.choice("measure", KeyFigure, required=True) or KeyFigure.PUE
    return DataCentreFigure(measure=measure, places=table.whole_number("places"))


_READ: Mapping[str, Callable[[Fields], Figure]] = {
    CostFigure.code: lambda _table: CostFigure(),
    FootprintFigure.code: _footprint,
    EnergyFigure.code: lambda table: EnergyFigure(places=table.whole_number("places")),
    CircularityFigure.code: lambda _table: CircularityFigure(),
    IndicatorFigure.code: _indicator,
    SoftwareFigure.code: _software,
    DataCentreFigure.code: _data_centre,
    LadderFigure.code: lambda table: LadderFigure(places=table.whole_number("places")),
    PriceLinesFigure.code: lambda _table: PriceLinesFigure(),
}
FIGURES: Mapping[str, Text] = {
    each.code: each.title
    for each in (
        CostFigure, FootprintFigure, EnergyFigure, CircularityFigure, IndicatorFigure, SoftwareFigure,
        DataCentreFigure, LadderFigure, PriceLinesFigure,
    )
}  # fmt: skip
"""By code what a criterion can take, for a list to choose from."""


def figure_from_data(data: object) -> Figure | None:
    """None for an empty table: the value is filled in by hand. Raises `UnreadableTender`."""
    problems: list[Problem] = []
    figure = read_figure(data, "", problems)
    if problems:
        raise UnreadableTender(problems)
    return figure


def read_figure(data: object, place: str, problems: list[Problem]) -> Figure | None:
    """What is wrong goes into `problems`; the figure is only good when that stays empty."""
    if data is None or data == {}:
        return None
    table = Fields(data, place, problems)
    code = table.text("of", required=True)
    if code not in _READ:
        if code:
            table.wrong("of", _UNKNOWN.format(code=shown(code), known=", ".join(_READ)))
        return None
    figure = _READ[code](table)
    table.close()
    return figure


def figure_as_data(figure: Figure | None) -> dict[str, Any]:
    """`figure_from_data` reads exactly this back."""
    if figure is None:
        return {}
    assert is_dataclass(figure), "every kind of figure is a dataclass"
    return {"of": figure.code} | {each.name: _plain(getattr(figure, each.name)) for each in fields(figure)}


def _plain(value: object) -> Any:
    if isinstance(value, frozenset):
        return sorted(each.value for each in value)
    return value.value if isinstance(value, StrEnum) else value
