"""A lot whose criteria take figures of the calculation."""

from decimal import Decimal
from typing import Any

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import problems_of_lot
from tenders.lifecycle.statement.figures import (
    CostFigure,
    Figure,
    FootprintFigure,
)
from tenders.scoring.model import (
    AwardRule,
    Criterion,
    Direction,
    Kind,
    Lot,
    RoundAt,
    Rounding,
)
from tests.tenders.lifecycle import build_plan as build

MADE = FootprintFigure(axes=frozenset({Axis.PRODUCTION, Axis.USE}), per=Per.DEVICE_YEAR, places=1)
FIGURES: dict[str, Figure] = {"P": CostFigure(), "C": MADE}


def plan(**fields: Any) -> Plan:
    """Without the ladder, which a criterion or the award has to use."""
    return build.plan(**({"ladder": None} | fields))


PRICED = plan(cost=build.cost_terms(asked=frozenset({CostKind.MAINTENANCE})))


def price(**fields: Any) -> Criterion:
    return Criterion(
        **({"code": "P", "title": "Kosten", "weight": Decimal(60), "kind": Kind.PRICE, "unit": "€"} | fields)
    )


def quantity(**fields: Any) -> Criterion:
    given = {
        "code": "C",
        "title": "CO2",
        "weight": Decimal(40),
        "kind": Kind.QUANTITY,
        "direction": Direction.LOWER,
        "unit": "kg CO2e per apparaatjaar",
    }
    return Criterion(**(given | fields))


def lot(*criteria: Criterion, method: str = "weighted-points") -> Lot:
    rule = AwardRule(method=method, points=Decimal(100), rounding=Rounding(2, RoundAt.TOTAL))
    return Lot(code="1", title="Laptops", criteria=criteria or (price(), quantity()), award=rule)


def places(of: Lot, plan: Plan | None = PRICED, figures: dict[str, Figure] | None = None) -> set[str]:
    return {problem.place for problem in problems_of_lot(of, plan, FIGURES if figures is None else figures)}
