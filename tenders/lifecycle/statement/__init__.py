"""What a bid states for the published calculation, and the values that criteria take from it."""

from tenders.lifecycle.statement.answers import fits, misfit
from tenders.lifecycle.statement.computed import BidFigures, computed
from tenders.lifecycle.statement.figures import (
    Computed,
    CostFigure,
    Figure,
    figure_as_data,
    figure_from_data,
    read_figure,
)
from tenders.lifecycle.statement.input import Asks, Condition, InputField, Option
from tenders.lifecycle.statement.inputs import inputs_of
from tenders.lifecycle.statement.lot_check import problems_of_lot
from tenders.lifecycle.statement.offers import offers_from
from tenders.lifecycle.statement.parts import level_from, measured_from, promise_from, workload_from
from tenders.lifecycle.statement.stated import stated_from
from tenders.lifecycle.statement.whole import (
    problems_of_amounts,
    problems_of_amounts_alone,
    problems_of_answers,
)

__all__ = [
    "Asks",
    "BidFigures",
    "Computed",
    "Condition",
    "CostFigure",
    "Figure",
    "InputField",
    "Option",
    "computed",
    "figure_as_data",
    "figure_from_data",
    "fits",
    "inputs_of",
    "level_from",
    "measured_from",
    "misfit",
    "offers_from",
    "problems_of_amounts",
    "problems_of_amounts_alone",
    "problems_of_answers",
    "problems_of_lot",
    "promise_from",
    "read_figure",
    "stated_from",
    "workload_from",
]
