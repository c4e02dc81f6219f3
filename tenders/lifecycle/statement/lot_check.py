"""Do the criteria of a lot take from its calculation what that can give, and nothing twice?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.plan.check import problems_of_plan
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.spelling import unit_of
from tenders.lifecycle.statement.figures import CostFigure, EnergyFigure, Figure, FootprintFigure
from tenders.lifecycle.statement.ladder_check import problems_of_discount, problems_of_ladder
from tenders.lifecycle.statement.points_twice import problems_of_points_twice
from tenders.lifecycle.statement.price_check import problems_of_price_lines
from tenders.lifecycle.statement.twice import problems_of_twice
from tenders.scoring.model import Criterion, Direction, Kind, Lot
from tenders.scoring.problem import Problem
from tenders.scoring.tree import placed

_A_YEAR = "kWh per jaar"
LOWEST_COST = "lowest-life-cycle-cost"
PLAN = "life_cycle"
"""Where the plan stands among the data of a lot."""

_NO_PLAN = Text(
    nl="‘{title}’ neemt zijn waarde over uit een berekening en die is er niet. Leg de berekening vast.",
    en="‘{title}’ takes its value from a calculation and there is none. Lay down the calculation.",
)
_GROUP = Text(
    nl="‘{title}’ heeft subcriteria en neemt dus zelf geen waarde over. Haal de berekende waarde weg.",
    en="‘{title}’ has sub-criteria, so it takes no value itself. Remove the calculated value.",
)
_KIND = Text(
    nl="‘{figure}’ hoort bij een criterium van de soort {kind}.",
    en="‘{figure}’ belongs to a criterion of the kind {kind}.",
)
_PRICE = Text(nl="prijs of kosten", en="price or cost")
_QUANTITY = Text(nl="gemeten hoeveelheid", en="measured quantity")
_DIRECTION = Text(
    nl="Voor ‘{figure}’ is {better} beter. Kies die richting.",
    en="For ‘{figure}’ {better} is better. Choose that direction.",
)
_LOWER, _HIGHER = Text(nl="lager", en="lower"), Text(nl="hoger", en="higher")
_UNIT = Text(
    nl="‘{title}’ krijgt een berekende waarde in {wanted}. Schrijf die eenheid bij het criterium.",
    en="‘{title}’ gets a calculated value in {wanted}. Write that unit with the criterion.",
)
_PLAIN = Text(
    nl="een getal zonder eenheid (laat het veld leeg)", en="a number without a unit (leave it empty)"
)
_SHORT_LIFE = Text(
    nl="Per apparaat telt het gebruik over de hele levensduur: hoe korter een apparaat meegaat, hoe minder. "
    "Tel het gebruik per apparaatjaar of voor de hele opdracht.",
    en="Per device, use counts over the whole lifetime: the shorter a device lasts, the less. Count use per "
    "device-year or for the whole contract.",
)
_NO_COST = Text(
    nl="Bij gunnen op laagste levenscycluskosten volgt de prijs uit een bekendgemaakte berekening. Leg de "
    "kosten vast en laat ‘{title}’ die overnemen.",
    en="With award on the lowest life-cycle cost the price follows from a published calculation. Lay down "
    "the cost and let ‘{title}’ take it.",
)


def problems_of_lot(
    lot: Lot, plan: Plan | None, figures: Mapping[str, Figure], *, notice_on: date | None = None
) -> Iterator[Problem]:
    """Places are those of the lot: "life_cycle.cost.rate", "criteria[0].unit".

    `notice_on`: the day of the first notice, as far as it is known.
    """
    if plan is not None:
        for problem in problems_of_plan(plan):
            yield problem.under(PLAN)
        if plan.ladder is not None:
            for problem in problems_of_ladder(lot, plan.ladder, figures, notice_on):
                yield problem.under("ladder").under(PLAN)
    for problem in problems_of_discount(lot, plan.ladder if plan is not None else None):
        yield problem.under("ladder").under(PLAN)
    for place, node in placed(lot.criteria):
        figure = figures.get(node.code)
        if figure is not None:
            for problem in _of_criterion(node, figure, plan):
                yield problem.under(place)
        if lot.award.method == LOWEST_COST and _is_other_price(node, figure):
            yield Problem(f"{place}.figure", _NO_COST.format(title=node.title))
    yield from problems_of_twice(lot, plan, figures)
    where = {node.code: place for place, node in placed(lot.criteria)}
    for problem in problems_of_points_twice(lot, plan, figures):
        yield Problem(f"{where[problem.place]}.figure", problem.message)
    if plan is not None:
        yield from problems_of_price_lines(lot, plan, figures)


def _is_other_price(node: Criterion, figure: Figure | None) -> bool:
    """A price that is no life-cycle cost."""
    return node.kind is Kind.PRICE and not node.children and not isinstance(figure, CostFigure)


def _of_criterion(node: Criterion, figure: Figure, plan: Plan | None) -> Iterator[Problem]:
    if node.children:
        yield Problem("figure", _GROUP.format(title=node.title))
        return
    if plan is None:
        yield Problem("figure", _NO_PLAN.format(title=node.title))
        return
    for problem in figure.problems(plan):
        yield problem.under("figure")
    if isinstance(figure, FootprintFigure) and rewards_a_short_life(figure):
        yield Problem("figure.per", _SHORT_LIFE)
    yield from _shape(node, figure)
    wanted = figure.unit(plan)
    if not is_unit_of(node.unit, figure, plan):
        words = Text(nl=wanted, en=wanted) if wanted else _PLAIN
        yield Problem("unit", _UNIT.format(title=node.title, wanted=words))


def rewards_a_short_life(figure: FootprintFigure) -> bool:
    """Bids are compared over the same function, which is the device-year."""
    return figure.per is Per.DEVICE and Measure.CO2_USE in figure.measures


def _shape(node: Criterion, figure: Figure) -> Iterator[Problem]:
    kind = Kind.PRICE if figure.is_price else Kind.QUANTITY
    if node.kind is not kind:
        words = _PRICE if figure.is_price else _QUANTITY
        yield Problem("kind", _KIND.format(figure=figure.title, kind=words))
        return
    direction = Direction.LOWER if figure.lower_is_better else Direction.HIGHER
    if kind is Kind.QUANTITY and node.direction is not direction:
        better = _LOWER if figure.lower_is_better else _HIGHER
        yield Problem("direction", _DIRECTION.format(figure=figure.title, better=better))


def is_unit_of(stated: str, figure: Figure, plan: Plan) -> bool:
    """A lot with one kind of device may call it by its name: "kg CO2e per laptop". The energy of a device is
    "kWh per jaar", as the norm for it says."""
    unit = stated
    if len(plan.kinds) == 1:
        unit = re.sub(rf"\b{re.escape(plan.kinds[0].code)}\b", "apparaat", stated, flags=re.IGNORECASE)
    if isinstance(figure, EnergyFigure) and same_unit(unit, _A_YEAR):
        return True
    return same_unit(unit, figure.unit(plan))


def same_unit(stated: str, wanted: str) -> bool:
    """Spelled otherwise it may be the same unit: "kg CO2-eq/apparaat"."""
    one, other = (" ".join(text.split()).casefold() for text in (stated, wanted))
    if one == other:
        return True
    try:
        return bool(one and other) and unit_of(stated) == unit_of(wanted)
    except KeyError:
        return False
