"""Weighted points: the points of all criteria, price included, add up; the highest total wins."""

from collections.abc import Sequence

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.method import Symbol, Verdict
from tenders.scoring.model import Lot
from tenders.scoring.numbers import value_of
from tenders.scoring.problem import Problem
from tenders.scoring.sources import AWARD, DIRECTIVE_AWARD, PIANOO_METHODS, PIANOO_SCALES, WEIGHTS

_TOTAL = Text(nl="de som van de punten op alle criteria", en="the sum of the points on all criteria")


def check(lot: Lot) -> Sequence[Problem]:
    return ()


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    return lambda standing: standing.total


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    return (Symbol("Σ", _TOTAL, value_of(standing.total)),)


def spreadsheet(lot: Lot, cells: Cells) -> str:
    return cells.total


AWARD_METHOD = AwardMethod(
    code="weighted-points",
    title=Text(nl="Gewogen punten", en="Weighted points"),
    formula="Σ",
    words=Text(
        nl="De punten op alle criteria opgeteld; de hoogste som wint.",
        en="The points on all criteria added up; the highest sum wins.",
    ),
    scores_price=True,
    scores_quality=True,
    lower_wins=False,
    in_euros=False,
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="De gebruikelijke methode voor leveringen en diensten. Gebruik voor prijs en kwaliteit een even "
        "lange schaal.",
        en="The usual method for supplies and services. Use equally long scales for price and quality.",
    ),
    basis=(AWARD, WEIGHTS, DIRECTIVE_AWARD, PIANOO_METHODS, PIANOO_SCALES),
    check=check,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
