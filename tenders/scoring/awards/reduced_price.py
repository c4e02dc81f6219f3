"""F15: the price divided by one plus weighted quality; the lowest reduced price wins.

Σv is the sum of weight × share of the quality criteria as fractions of 1, V the sum of their weights.
"""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.award_checks import some_quality, weighing_price
from tenders.scoring.award_words import price_in, price_symbol, quality_symbol
from tenders.scoring.method import Ratio, Symbol, Verdict
from tenders.scoring.model import Lot
from tenders.scoring.numbers import percent_of
from tenders.scoring.problem import Problem
from tenders.scoring.sources import AWARD, REDUCED_PRICE, WEIGHTS
from tenders.scoring.tree import prices_of

_PRICE_POINTS = Text(nl="de punten voor het gewicht van de prijs", en="the points for the weight of price")


def check(lot: Lot) -> Sequence[Problem]:
    return (*weighing_price(lot), *some_quality(lot))


def price_points(lot: Lot) -> Decimal:
    """Σv / (1 − V) is the quality points over the points that price weighs."""
    return percent_of(prices_of(lot)[0].weight, lot.award.points)


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    weight = price_points(lot)

    def reduced(standing: Standing) -> Ratio:
        points, parts = standing.quality
        return Ratio(price_in(standing) * weight * parts, weight * parts + points)

    return reduced


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    weight = Symbol("W", _PRICE_POINTS, price_points(lot))
    return (price_symbol(standing), quality_symbol(standing), weight)


def spreadsheet(lot: Lot, cells: Cells) -> str:
    return f"{cells.price}/(1+{cells.quality}/{cells.price_points})"


AWARD_METHOD = AwardMethod(
    code="reduced-price",
    title=Text(nl="Gereduceerde prijs", en="Reduced price"),
    formula="P / (1 + Q / W)",
    words=Text(
        nl="De prijs gedeeld door één plus de kwaliteitspunten per punt voor de prijs; de laagste wint.",
        en="The price divided by one plus the quality points for each point of price; the lowest wins.",
    ),
    scores_price=False,
    scores_quality=True,
    lower_wins=True,
    in_euros=True,
    relative=False,
    weighs_price=True,
    divides_quality=True,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Niemand beïnvloedt een ander. In Nederland ongebruikelijk: leg de formule uit met een voorbeeld.",
        en="No bid influences another. Unusual in the Netherlands: explain the formula with an example.",
    ),
    basis=(AWARD, WEIGHTS, REDUCED_PRICE),
    check=check,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
