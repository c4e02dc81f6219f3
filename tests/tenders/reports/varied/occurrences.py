"""Which values of every Enum, and which values of every parameter, occur in tenders made by chance.

What must occur follows from the model and from the registers of methods: whoever adds a field, a method or a
parameter finds it here as one that never varies.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum

from tenders.scoring import model
from tenders.scoring.awards import AWARDS
from tenders.scoring.method import Parameter, ParameterKind, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, Criterion, Direction, Lot
from tenders.scoring.parameters import MOST_LINES

Seen = Mapping[str, set[object]]
ENUMS = tuple(
    each
    for each in vars(model).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and list(each)
)
SEVERAL = 5  # different numbers of each parameter that is a number


def seen_in(lots: Iterable[Lot]) -> Seen:
    """By name of an Enum, of a field (`Criterion.weight`) or of a parameter (`logarithmic.base`)."""
    seen: dict[str, set[object]] = defaultdict(set)
    for lot in lots:
        for name, value in _of(lot):
            seen[name].add(value)
    return seen


def _of(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Enum):
        yield type(value).__name__, value
    elif is_dataclass(value):
        for field in fields(value):
            yield f"{type(value).__name__}.{field.name}", repr(getattr(value, field.name))
            yield from _of(getattr(value, field.name))
        yield from _parameters(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _of(each)


def _parameters(value: object) -> Iterator[tuple[str, object]]:
    """Of a list also how long it is."""
    if isinstance(value, Criterion) and value.method:
        yield "methods by direction", (value.method, value.direction)
        yield "methods by kind", (value.method, value.kind)
    if isinstance(value, AwardRule | Criterion):
        for name, given in value.parameters.items():
            yield f"{value.method}.{name}", given
            yield from _of(given)
            if isinstance(given, tuple):
                yield f"length of {value.method}.{name}", len(given)


def never_seen(seen: Seen) -> list[str]:
    """In words, all that a test of equality would not notice."""
    return [*_enums(seen), *_fields(seen), *_methods(seen), *_given(seen)]


def _enums(seen: Seen) -> Iterator[str]:
    for kind in ENUMS:
        yield from (f"{kind.__name__}.{each.name}" for each in kind if each not in seen[kind.__name__])


def _fields(seen: Seen) -> Iterator[str]:
    """Each field of the model has at least two values."""
    for kind in vars(model).values():
        if isinstance(kind, type) and is_dataclass(kind) and kind is not model.Tender:
            names = (f"{kind.__name__}.{field.name}" for field in fields(kind))
            yield from (f"{name}: {len(seen[name])} value(s)" for name in names if len(seen[name]) < 2)


def _methods(seen: Seen) -> Iterator[str]:
    methods = [method for method in METHODS if method.verdict is not Verdict.REFUSED]
    for method in methods:
        kinds = {(method.code, kind) for kind in method.kinds}
        yield from (f"{code} for {kind}" for code, kind in kinds - seen["methods by kind"])
        directions = {(method.code, direction) for direction in Direction if method.higher_formula}
        yield from (f"{code}: {direction}" for code, direction in directions - seen["methods by direction"])
    yield from ({repr(award.code) for award in AWARDS} - seen["AwardRule.method"])


def _given(seen: Seen) -> Iterator[str]:
    for register in (METHODS, AWARDS):
        for method in register:
            for parameter in method.parameters:
                name = f"{method.code}.{parameter.name}"
                yield from (f"{name}: {missing}" for missing in _missing(parameter, name, seen))


def _missing(parameter: Parameter, name: str, seen: Seen) -> Iterator[str]:
    """The ends of what may be published, every choice, and enough of what lies between."""
    values = seen[name]
    match parameter.kind:
        case ParameterKind.CHOICE:
            yield from {code for code, _ in parameter.choices} - values
        case ParameterKind.NUMBER:
            ends = {parameter.minimum, parameter.maximum} - {None}
            yield from (str(end) for end in ends - values)
            if len(values) < SEVERAL:
                yield f"{len(values)} value(s)"
        case ParameterKind.CRITERION:
            if len(values) < 2:
                yield f"{len(values)} value(s)"
        case _:
            yield from (f"{count} lines" for count in _lengths(parameter) - seen[f"length of {name}"])


def _lengths(parameter: Parameter) -> set[object]:
    shortest = 2 if parameter.kind in (ParameterKind.KNOTS, ParameterKind.LEVEL_AMOUNTS) else 1
    return {shortest, 3, MOST_LINES}
