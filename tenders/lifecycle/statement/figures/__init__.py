"""What a criterion takes from the calculation: one module a kind of figure, one line here."""

from tenders.lifecycle.statement.figures.circularity import CircularityFigure
from tenders.lifecycle.statement.figures.cost import CostFigure
from tenders.lifecycle.statement.figures.data import (
    FIGURES,
    figure_as_data,
    figure_from_data,
    read_figure,
)
from tenders.lifecycle.statement.figures.data_centre import DataCentreFigure
from tenders.lifecycle.statement.figures.energy import EnergyFigure
from tenders.lifecycle.statement.figures.figure import Computed, Figure
from tenders.lifecycle.statement.figures.footprint import FootprintFigure
from tenders.lifecycle.statement.figures.indicator import IndicatorFigure
from tenders.lifecycle.statement.figures.ladder import LadderFigure
from tenders.lifecycle.statement.figures.price_lines import PriceLinesFigure
from tenders.lifecycle.statement.figures.software import SoftwareFigure

__all__ = [
    "FIGURES",
    "CircularityFigure",
    "Computed",
    "CostFigure",
    "DataCentreFigure",
    "EnergyFigure",
    "Figure",
    "FootprintFigure",
    "IndicatorFigure",
    "LadderFigure",
    "PriceLinesFigure",
    "SoftwareFigure",
    "figure_as_data",
    "figure_from_data",
    "read_figure",
]
