"""Does one criterion take the sum of the price sheet?"""

from collections.abc import Iterator, Mapping

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures import Figure, PriceLinesFigure
from tenders.scoring.model import Lot
from tenders.scoring.problem import Problem

_NOWHERE = Text(
    nl="Het prijzenblad telt nergens mee. Kies bij de prijsregels welk criterium de som overneemt.",
    en="The price sheet counts nowhere. Choose with the price lines which criterion takes the sum.",
)
_TWICE = Text(
    nl="De som van het prijzenblad telt bij {codes}. Laat één criterium haar overnemen.",
    en="The sum of the price sheet counts in {codes}. Let one criterion take it.",
)
_LINES = "life_cycle.price_lines"


def problems_of_price_lines(lot: Lot, plan: Plan, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Places are those of the lot."""
    leaves = {leaf.code for leaf in lot.leaves()}
    taking = [
        code for code, figure in figures.items() if code in leaves and isinstance(figure, PriceLinesFigure)
    ]
    if plan.price_lines and not taking:
        yield Problem(_LINES, _NOWHERE)
    if len(taking) > 1:
        yield Problem(_LINES, _TWICE.format(codes=", ".join(sorted(taking))))
