"""Lawful parameters of each method."""

from decimal import Decimal
from typing import Any

from tenders.scoring.model import Knot, Step

STEPS = (
    Step(None, Decimal(150), Decimal(1)),
    Step(Decimal(150), Decimal(250), Decimal("0.5")),
    Step(Decimal(250), None, Decimal(0)),
)
KNOTS = (
    Knot(Decimal(90), Decimal(1)),
    Knot(Decimal(120), Decimal("0.7")),
    Knot(Decimal(150), Decimal(0)),
)
BAND = {"floor": Decimal(90), "ceiling": Decimal(150), "outside": "clip"}
PARAMETERS: dict[str, dict[str, Any]] = {
    "absolute-linear": BAND,
    "quadratic": BAND,
    "piecewise-linear": {"knots": KNOTS},
    "step-table": {"steps": STEPS},
    "relative-inverse": {},
    "linear-to-lowest": {"multiple": Decimal(2)},
    "logarithmic": {"base": Decimal(2), "negative": "to_zero"},
    "rank-ladder": {"shares": (Decimal(1), Decimal("0.8"), Decimal("0.6"))},
}
