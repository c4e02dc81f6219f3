"""What every figure can say about itself, and the value that it gives a bid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Protocol

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.working import Working
from tenders.scoring.check.values import LIMIT
from tenders.scoring.problem import Problem

MOST_PLACES = 10
PERCENT = 100

_TOO_LARGE = Text(
    nl="De uitkomst is te groot: hooguit 15 cijfers voor de komma. Controleer de opgaven.",
    en="The outcome is too large: at most 15 digits before the decimal sign. Check what was stated.",
)
_NO_PART = Text(
    nl="Het criterium neemt ‘{figure}’ over en dat wordt voor dit perceel niet berekend. Leg de berekening "
    "vast, of vul de waarde zelf in.",
    en="The criterion takes ‘{figure}’ and that is not calculated for this lot. Lay down the calculation, or "
    "fill in the value by hand.",
)
_PLACES = Text(nl="Kies 0 tot en met 10 decimalen.", en="Choose 0 to 10 decimals.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """`value` is what the award counts, in the unit of the figure; `working.exact` is it before rounding."""

    value: Decimal
    working: Working
    spread: Spread | None = None


class Figure(Protocol):
    """`is_price`: worked out from amounts in euros, so known at the opening of the prices and not before."""

    code: ClassVar[str]
    title: ClassVar[Text]
    is_price: ClassVar[bool]

    @property
    def lower_is_better(self) -> bool: ...

    @property
    def measures(self) -> frozenset[Measure]:
        """What must then stay out of the life-cycle cost."""
        ...

    def unit(self, plan: Plan) -> str:
        """As the criterion must name it; empty for a plain number."""
        ...

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """What keeps it from being worked out under this plan; places are fields of the figure."""
        ...

    def computed(self, plan: Plan, bid: str, given: Mapping[str, str]) -> Computed:
        """Raises NotComputable naming the inputs."""
        ...


def rounded(exact: Quantity, places: int, spread: Spread | None, working: Working) -> Computed:
    """Raises NotComputable for a value that no award can count."""
    value = exact.rounded(places)
    if abs(value) >= LIMIT:
        raise NotComputable([Problem("", _TOO_LARGE)])
    return Computed(value=value, working=working, spread=spread)


def wrong_places(places: int) -> Iterator[Problem]:
    if not 0 <= places <= MOST_PLACES:
        yield Problem("places", _PLACES)


def not_planned(part: object, title: Text) -> Iterator[Problem]:
    if part is None:
        yield Problem("", _NO_PART.format(figure=title))
