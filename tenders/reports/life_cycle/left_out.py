"""What the calculation does not count, so that nobody has to guess."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.cost.kind import YEARLY
from tenders.lifecycle.cost.method import Residual
from tenders.lifecycle.plan import CostTerms, Plan

_KIND = Text(nl="{kind}: telt niet mee in de kosten.", en="{kind}: does not count in the cost.")
_RESIDUAL = Text(
    nl="Restwaarde: een apparaat is aan het einde van de looptijd niets waard.",
    en="Residual value: a device is worth nothing at the end of the horizon.",
)
_NO_CARBON = Text(
    nl="Milieukosten: uitstoot van CO2e heeft in de kosten geen prijs.",
    en="External costs: emissions of CO2e have no price in the cost.",
)
_OTHER = Text(
    nl="Andere milieukosten dan die van CO2e: tellen niet mee in de kosten.",
    en="Other external costs than those of CO2e: do not count in the cost.",
)
_NO_COST = Text(
    nl="Kosten: wij berekenen hier geen levenscycluskosten.",
    en="Cost: no life-cycle cost is calculated here.",
)
_ELSEWHERE = Text(
    nl="Wat elders wordt bespaard of vastgelegd: gaat niet van de voetafdruk af.",
    en="What is saved or stored elsewhere: is not taken off the footprint.",
)
_NO_FOOTPRINT = Text(
    nl="Voetafdruk van apparaten: wij berekenen die hier niet.",
    en="Footprint of devices: not calculated here.",
)
_TABLES = Text(
    nl="Tabellen met voetafdrukken van fabrikanten: alleen wat u zelf opgeeft en bewijst, telt.",
    en="Tables with footprints of manufacturers: only what you declare and prove yourself counts.",
)
_LABEL = Text(
    nl="Een keurmerk zonder de gevraagde waarde: levert bij circulariteit niets op.",
    en="A label without the value that is asked: earns nothing under circularity.",
)


def left_out(plan: Plan) -> Iterator[Text]:
    if plan.cost is None:
        yield _NO_COST
    else:
        yield from _cost(plan.cost)
    if plan.footprint is None:
        yield _NO_FOOTPRINT
    else:
        yield _ELSEWHERE
        yield _TABLES
    if plan.circularity is not None:
        yield _LABEL


def _cost(terms: CostTerms) -> Iterator[Text]:
    for kind in sorted(YEARLY - terms.asked):
        yield _KIND.format(kind=kind.label)
    if terms.residual is Residual.NOTHING:
        yield _RESIDUAL
    yield _OTHER if terms.carbon_price else _NO_CARBON
