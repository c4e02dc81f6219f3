"""What a lot counts in euros earns no points as well: not by a figure, and not by a value typed by hand."""

import re
from collections.abc import Iterator, Mapping

from procurement.language import Text
from tenders.lifecycle.cost.double_counting import counted_twice
from tenders.lifecycle.cost.kind import CARBON, Measure
from tenders.lifecycle.cost.method import CostMethod
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.statement.figures import Figure
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.problem import Problem
from tenders.scoring.tree import placed

_BY_HAND = Text(
    nl="‘{title}’ telt {unit}, en de levenscycluskosten tellen dat al in euro's mee: {measure}. Haal het "
    "criterium weg, of haal dit uit de kosten.",
    en="‘{title}’ counts {unit}, and the life-cycle cost already counts that in euros: {measure}. Remove the "
    "criterion, or take this out of the cost.",
)
_SECOND_PRICE = Text(
    nl="De levenscycluskosten zijn de prijs van dit perceel, en ‘{title}’ telt daarnaast nog een prijs. Neem "
    "dat bedrag op in de berekening, of haal dit criterium weg.",
    en="The life-cycle cost is the price of this lot, and ‘{title}’ counts another price as well. Take that "
    "amount into the calculation, or remove this criterion.",
)
_PER = re.compile(r"/|\bper\b")
_CO2E = re.compile(r"co ?2|c02|koolstofdioxide|kooldioxide|carbon dioxide|broeikasgas|\bgwp")
_IN_TITLE = re.compile(rf"{_CO2E.pattern}|voetafdruk|footprint")
_MASS = re.compile(r"(k?g|gram|kilogram|kilo|ton|tonnes?|tonnen)?")  # or no unit at all
_ENERGY_IN_TITLE = re.compile(r"energie ?(ge|ver)bruik|stroomverbruik|energy (use|consumption)|\bkwh\b")
_ENERGY = re.compile(r"\b[kmg]?wh\b|\b[km]?w\b|watt|joule|\b[kmg]j\b")


def problems_of_twice(lot: Lot, plan: Plan | None, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Only where the cost itself counts: a cost that nobody scores prices nothing."""
    leaves = [(place, node) for place, node in placed(lot.criteria) if not node.children]
    costs = [node.code for _, node in leaves if (found := figures.get(node.code)) and found.is_price]
    if plan is None or plan.cost is None or not costs:
        return
    for place, node in leaves:
        if node.kind is Kind.PRICE and node.code != costs[0]:
            yield Problem(f"{place}.figure", _SECOND_PRICE.format(title=node.title))
        elif node.code in figures:
            yield from _calculated(plan, node, figures[node.code], place)
        elif node.kind is Kind.QUANTITY:
            yield from _typed(plan, node, place)


def _calculated(plan: Plan, node: Criterion, figure: Figure, place: str) -> Iterator[Problem]:
    for problem in counted_twice(_method(plan), {node.code: figure.measures}):
        yield Problem(f"{place}.figure", problem.message)


def _typed(plan: Plan, node: Criterion, place: str) -> Iterator[Problem]:
    functional_unit = plan.software.unit if plan.software else ""
    measured = measured_in(node.unit, functional_unit, title=node.title)
    if next(counted_twice(_method(plan), {node.code: measured}), None) is not None:
        priced = _method(plan).priced
        which = sorted(each for each in priced if each in measured or each.same_as in measured)
        words = Text(
            nl=", ".join(each.label.nl for each in which), en=", ".join(each.label.en for each in which)
        )
        unit = " ".join(node.unit.split())[:40] or node.title[:40]
        yield Problem(f"{place}.unit", _BY_HAND.format(title=node.title, unit=unit, measure=words))


def measured_in(unit: str, functional_unit: str, *, title: str = "") -> frozenset[Measure]:
    """What a unit in words can be a measure of: CO2e of any axis, or energy. A bare mass, or no unit, is what
    the title says. Per functional unit of software it is not about the devices of the cost."""
    above, *below = (each.strip() for each in _PER.split(_spelled(unit), maxsplit=1))
    if functional_unit and below == [" ".join(functional_unit.split()).casefold()]:
        return frozenset()
    above = above or " ".join(below)  # "per apparaat kg CO2e" names the unit last
    if _CO2E.search(above) or (_MASS.fullmatch(above) and _IN_TITLE.search(_spelled(title))):
        return CARBON
    in_title = not above and _ENERGY_IN_TITLE.search(_spelled(title))
    return frozenset({Measure.USE_KWH}) if in_title or _ENERGY.search(above) else frozenset()


def _spelled(text: str) -> str:
    return " ".join(text.replace("₂", "2").split()).casefold()


def _method(plan: Plan) -> CostMethod:
    return plan.cost_method(DeviceKind(code="any", title="any", number=1))
