"""F8: an index of quality lost and price, relative to the best quality and the lowest price.

Q is the fraction (0 to 1) of all quality points; N is the weight of quality over the weight of price.
Where quality outweighs price, (Qbest − Q) · N can pass 1. The index then counts as 0: below 0 a higher
price would bring it closer to 0, and the dearer of two such bids would win.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.award_checks import some_quality, weighing_price
from tenders.scoring.award_words import price_in, price_symbol, quality_symbol
from tenders.scoring.method import Ratio, Symbol, Verdict
from tenders.scoring.model import Lot
from tenders.scoring.numbers import ZERO, fraction, percent_of, value_of
from tenders.scoring.problem import Problem
from tenders.scoring.sources import (
    AWARD,
    PIANOO_CASE_LAW,
    RANK_REVERSAL,
    TRANSPARENCY,
    UTILITY_MANUAL,
    ZERO_BID,
)
from tenders.scoring.tree import prices_of

_BEST = Text(nl="de hoogste kwaliteitspunten", en="the highest quality points")
_LOWEST = Text(nl="de laagste prijs", en="the lowest price")
_PRICE_POINTS = Text(nl="de punten voor het gewicht van de prijs", en="the points for the weight of price")


def check(lot: Lot) -> Sequence[Problem]:
    return (*weighing_price(lot), *some_quality(lot))


def price_points(lot: Lot) -> Decimal:
    """Q as fraction times N = quality points lost over the points that price weighs."""
    return percent_of(prices_of(lot)[0].weight, lot.award.points)


def best_quality(standings: Iterable[Standing]) -> Ratio:
    return max((standing.quality for standing in standings), key=fraction)


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    lowest = min(price_in(standing) for standing in standings)
    best, best_parts = best_quality(standings)
    weight = price_points(lot)

    def index(standing: Standing) -> Ratio:
        points, parts = standing.quality
        lost = best * parts - points * best_parts
        whole = best_parts * parts * weight
        return Ratio(max(ZERO, whole - lost) * lowest, whole * price_in(standing))

    return index


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    return (
        quality_symbol(standing),
        Symbol("Qbest", _BEST, value_of(best_quality(standings))),
        Symbol("W", _PRICE_POINTS, price_points(lot)),
        price_symbol(standing),
        Symbol("Pl", _LOWEST, min(price_in(other) for other in standings)),
    )


def spreadsheet(lot: Lot, cells: Cells) -> str:
    lost = f"(MAX({cells.qualities})-{cells.quality})/{cells.price_points}"
    return f"MAX(0,1-{lost})/{cells.price}*MIN({cells.prices})"


AWARD_METHOD = AwardMethod(
    code="utility-index",
    title=Text(nl="Nutsindex", en="Utility index"),
    formula="max(0; 1 − (Qbest − Q) / W) / P × Pl",
    words=Text(
        nl="Eén min het verlies aan kwaliteit ten opzichte van de beste, maar nooit minder dan 0, gedeeld "
        "door de prijs ten opzichte van de laagste; de hoogste index wint.",
        en="One minus the loss of quality against the best, but never less than 0, divided by the price "
        "against the lowest; the highest index wins.",
    ),
    scores_price=False,
    scores_quality=True,
    lower_wins=False,
    in_euros=False,
    relative=True,
    above_zero=True,
    weighs_price=True,
    divides_quality=True,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="De index hangt af van de beste kwaliteit en de laagste prijs; valt een inschrijver weg, dan kan "
        "de rangorde omdraaien.",
        en="The index depends on the best quality and the lowest price; when a bidder drops out the order "
        "can flip.",
    ),
    basis=(AWARD, TRANSPARENCY, UTILITY_MANUAL, PIANOO_CASE_LAW, RANK_REVERSAL, ZERO_BID),
    check=check,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
