"""The pieces of an award on one amount alone: the lowest wins."""

from collections.abc import Sequence

from tenders.scoring.award import Cells, FigureOf, Standing
from tenders.scoring.award_checks import price_only
from tenders.scoring.award_words import price_in, price_symbol
from tenders.scoring.method import Symbol
from tenders.scoring.model import Lot
from tenders.scoring.numbers import whole
from tenders.scoring.problem import Problem


def check(lot: Lot) -> Sequence[Problem]:
    return tuple(price_only(lot))


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    return lambda standing: whole(price_in(standing))


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    return (price_symbol(standing),)


def spreadsheet(lot: Lot, cells: Cells) -> str:
    return cells.price
