"""From a promise to a share of the points: a table of steps, or a straight line in a band."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.working import Input, Working
from tenders.scoring.methods import step_table
from tenders.scoring.model import Criterion, Direction, Kind, Step


@dataclass(frozen=True, slots=True)
class Steps:
    """As in a step table: a lower limit is included, an upper one is not, and no value falls between."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Nothing at the floor or below, everything at the ceiling or above, a straight line between."""

    floor: Decimal
    ceiling: Decimal


Scale = Steps | Band

_EMPTY = Text(nl="De tabel heeft geen treden.", en="The table has no steps.")
_UPSIDE_DOWN = Text(
    nl="Het plafond ({ceiling}) moet hoger zijn dan de bodem ({floor}).",
    en="The ceiling ({ceiling}) must be higher than the floor ({floor}).",
)
_OUTSIDE = Text(
    nl="Deze waarde is nooit {edge}: zij loopt van 0 tot en met {most}. Kies een grens daarbinnen.",
    en="This value is never {edge}: it runs from 0 to {most} inclusive. Choose a limit within that.",
)
_OUTSIDE_PART = Text(
    nl="Deze waarde is een deel en nooit {edge}: zij loopt van 0 tot en met 1. Schrijf 60% als 0,6.",
    en="This value is a part and never {edge}: it runs from 0 to 1 inclusive. Write 60% as 0.6.",
)
_VALUE = Text(nl="de toegezegde waarde", en="the promised value")
_FLOOR = Text(nl="de bekendgemaakte bodem", en="the published floor")
_CEILING = Text(nl="het bekendgemaakte plafond", en="the published ceiling")
_SHARE = Text(
    nl="het deel van de trede waarin de waarde valt", en="the share of the step that holds the value"
)


def problems_of_scale(scale: Scale, most: Fraction) -> Iterator[Text]:
    """`most`: what the measure can be at the most; it is never below 0."""
    for edge in _edges(scale):
        if not 0 <= edge <= most:
            words = _OUTSIDE_PART if most == 1 else _OUTSIDE
            yield words.format(edge=in_both(edge), most=str(most))
    if isinstance(scale, Band):
        if not scale.ceiling > scale.floor:
            yield _UPSIDE_DOWN.format(ceiling=in_both(scale.ceiling), floor=in_both(scale.floor))
    elif not scale.steps:
        yield _EMPTY
    else:
        yield from step_table.check(_as_criterion(scale))


def _edges(scale: Scale) -> Iterator[Decimal]:
    if isinstance(scale, Band):
        yield from (scale.floor, scale.ceiling)
        return
    seen = dict.fromkeys(edge for step in scale.steps for edge in (step.lower, step.upper))
    yield from (edge for edge in seen if edge is not None)


def _as_criterion(scale: Steps) -> Criterion:
    """So that the steps keep the rules of every other step table."""
    return Criterion(
        code="",
        title="",
        weight=Decimal(0),
        kind=Kind.QUANTITY,
        direction=Direction.HIGHER,
        parameters={"steps": scale.steps},
    )


def share(scale: Scale, value: Quantity) -> Working:
    """A part of one, exact."""
    one = value.unit / value.unit
    if isinstance(scale, Steps):
        step = next(each for each in scale.steps if each.upper is None or value.amount < Fraction(each.upper))
        found = Quantity(Fraction(step.share), one)
        return Working(formula="s", inputs=(Input("s", _SHARE, found),), exact=found)
    floor, ceiling = (Quantity(Fraction(edge), value.unit) for edge in (scale.floor, scale.ceiling))
    inside = min(max(value, floor), ceiling)
    return Working(
        formula="(W − B) / (M − B)",
        inputs=(Input("W", _VALUE, inside), Input("B", _FLOOR, floor), Input("M", _CEILING, ceiling)),
        exact=(inside - floor) / (ceiling - floor),
    )
