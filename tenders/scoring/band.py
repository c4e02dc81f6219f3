"""A published band from floor to ceiling: where a value lies in it, and what happens outside."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import ExclusionOf, Parameter, ParameterKind, Symbol
from tenders.scoring.model import Criterion
from tenders.scoring.numbers import ZERO
from tenders.scoring.parameters import choice, number
from tenders.scoring.shown import offered

CLIP = "clip"
EXCLUDE = "exclude"

PARAMETERS = (
    Parameter(
        name="floor",
        symbol="Pmin",
        title=Text(nl="Bodem", en="Floor"),
        help=Text(
            nl="De laagste waarde van de bandbreedte. Is lager beter, dan geeft deze waarde alle punten.",
            en="The lowest value of the band. Where lower is better, this value earns all points.",
        ),
    ),
    Parameter(
        name="ceiling",
        symbol="Pmax",
        title=Text(nl="Plafond", en="Ceiling"),
        help=Text(
            nl="De hoogste waarde van de bandbreedte. Is lager beter, dan geeft deze waarde geen punten.",
            en="The highest value of the band. Where lower is better, this value earns no points.",
        ),
    ),
    Parameter(
        name="outside",
        symbol="",
        title=Text(nl="Buiten de bandbreedte", en="Outside the band"),
        help=Text(
            nl="Wat gebeurt er met een waarde die slechter is dan de bandbreedte?",
            en="What happens to a value that is worse than the band?",
        ),
        kind=ParameterKind.CHOICE,
        choices=(
            (CLIP, Text(nl="telt als de grens van de band", en="counts as the edge of the band")),
            (EXCLUDE, Text(nl="de inschrijving valt af", en="the bid is set aside")),
        ),
    ),
)

_UPSIDE_DOWN = Text(
    nl="Het plafond ({ceiling}) moet hoger zijn dan de bodem ({floor}).",
    en="The ceiling ({ceiling}) must be higher than the floor ({floor}).",
)
_ABOVE_CEILING = Text(
    nl="{title}: {value} ligt boven het bekendgemaakte plafond van {limit}.",
    en="{title}: {value} is above the published ceiling of {limit}.",
)
_BELOW_FLOOR = Text(
    nl="{title}: {value} ligt onder de bekendgemaakte bodem van {limit}.",
    en="{title}: {value} is below the published floor of {limit}.",
)


def edges(criterion: Criterion) -> tuple[Decimal, Decimal]:
    return number(criterion.parameters, "floor"), number(criterion.parameters, "ceiling")


def check(criterion: Criterion) -> Sequence[Text]:
    floor, ceiling = edges(criterion)
    if ceiling > floor:
        return ()
    return (_UPSIDE_DOWN.format(ceiling=in_both(ceiling), floor=in_both(floor)),)


def distance_from_worst(criterion: Criterion) -> Callable[[Decimal], Decimal]:
    """How far a value is from the edge without points, never below 0 or above the width of the band."""
    floor, ceiling = edges(criterion)
    width = ceiling - floor

    def from_ceiling(value: Decimal) -> Decimal:
        return ZERO if value >= ceiling else width if value <= floor else ceiling - value

    def from_floor(value: Decimal) -> Decimal:
        return ZERO if value <= floor else width if value >= ceiling else value - floor

    return from_ceiling if lower_is_better(criterion) else from_floor


def excludes(criterion: Criterion) -> ExclusionOf | None:
    if choice(criterion.parameters, "outside") != EXCLUDE:
        return None
    floor, ceiling = edges(criterion)

    def above_ceiling(value: Decimal) -> Text | None:
        if value <= ceiling:
            return None
        return _ABOVE_CEILING.format(title=criterion.title, value=in_both(value), limit=in_both(ceiling))

    def below_floor(value: Decimal) -> Text | None:
        if value >= floor:
            return None
        return _BELOW_FLOOR.format(title=criterion.title, value=in_both(value), limit=in_both(floor))

    return above_ceiling if lower_is_better(criterion) else below_floor


_COUNTS_AS = Text(
    nl="{meaning}; {value} telt als de grens van de bandbreedte",
    en="{meaning}; {value} counts as the edge of the band",
)
_FLOOR = Text(nl="de bekendgemaakte bodem", en="the published floor")
_CEILING = Text(nl="het bekendgemaakte plafond", en="the published ceiling")


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    floor, ceiling = edges(criterion)
    inside = min(max(value, floor), ceiling)
    meaning = offered(criterion)
    if inside != value:
        meaning = _COUNTS_AS.format(meaning=meaning, value=in_both(value))
    return (Symbol("P", meaning, inside), Symbol("Pmin", _FLOOR, floor), Symbol("Pmax", _CEILING, ceiling))
