"""Typed access to published parameters, and the check that each is there and within its limits."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.method import Parameter, ParameterKind
from tenders.scoring.model import Knot, LevelAmount, Parameters, ParameterValue, Step

Entry = TypeVar("Entry", Step, Knot, Decimal, LevelAmount)

ENTRY_TYPES: dict[ParameterKind, type[Step | Knot | Decimal | LevelAmount]] = {
    ParameterKind.STEPS: Step,
    ParameterKind.KNOTS: Knot,
    ParameterKind.SHARES: Decimal,
    ParameterKind.LEVEL_AMOUNTS: LevelAmount,
}


MOST_LINES = 60  # a spreadsheet nests at most 64 functions, and the workbook needs one for each line


class WrongParameter(NamedTuple):
    name: str
    message: Text


def number(parameters: Parameters, name: str) -> Decimal:
    value = parameters[name]
    if not isinstance(value, Decimal):
        raise TypeError(f"{name} is not a number: {value!r}")
    return value


def choice(parameters: Parameters, name: str) -> str:
    value = parameters[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is not a choice: {value!r}")
    return value


def entries(parameters: Parameters, name: str, of: type[Entry]) -> tuple[Entry, ...]:
    value = parameters[name]
    if not isinstance(value, tuple):
        raise TypeError(f"{name} is not a list: {value!r}")
    return tuple(entry for entry in value if isinstance(entry, of))


_MISSING = Text(
    nl="{title} ontbreekt. Vul deze in; zonder is de methode niet bekendgemaakt.",
    en="{title} is missing. Fill it in; without it the method is not published.",
)
_UNKNOWN = Text(
    nl="‘{name}’ hoort niet bij deze methode. Haal het weg.",
    en="‘{name}’ does not belong to this method. Remove it.",
)
_WRONG_KIND = Text(
    nl="{title} heeft de verkeerde vorm. Lees bij de methode wat hier hoort.",
    en="{title} has the wrong form. Read at the method what belongs here.",
)
_EMPTY = Text(nl="{title} is leeg. Vul minstens één regel in.", en="{title} is empty. Add at least one line.")
_TOO_MANY = Text(
    nl="{title}: gebruik hooguit {most} regels; dit zijn er {count}.",
    en="{title}: use at most {most} lines; there are {count}.",
)
_AT_LEAST = Text(nl="{title} moet minstens {limit} zijn.", en="{title} must be at least {limit}.")
_AT_MOST = Text(nl="{title} mag hooguit {limit} zijn.", en="{title} may be at most {limit}.")
_ABOVE = Text(nl="{title} moet meer dan {limit} zijn.", en="{title} must be more than {limit}.")
_CHOICES = Text(nl="{title} moet een van deze zijn: {choices}.", en="{title} must be one of: {choices}.")


def wrong_parameters(declared: Sequence[Parameter], given: Parameters) -> Iterator[WrongParameter]:
    """Every declared parameter that is missing or out of bounds, and every one not declared."""
    for parameter in declared:
        if parameter.name not in given:
            yield WrongParameter(parameter.name, _MISSING.format(title=parameter.title))
        else:
            for message in _wrong_value(parameter, given[parameter.name]):
                yield WrongParameter(parameter.name, message)
    names = {parameter.name for parameter in declared}
    for name in given:
        if name not in names:
            yield WrongParameter(name, _UNKNOWN.format(name=name))


def _wrong_value(parameter: Parameter, value: ParameterValue) -> Iterator[Text]:
    if parameter.kind is ParameterKind.NUMBER:
        yield from _wrong_number(parameter, value)
    elif parameter.kind is ParameterKind.CHOICE:
        allowed = tuple(code for code, _ in parameter.choices)
        if value not in allowed:
            yield _CHOICES.format(title=parameter.title, choices=", ".join(allowed))
    elif parameter.kind is ParameterKind.CRITERION:
        if not isinstance(value, str) or not value:
            yield _WRONG_KIND.format(title=parameter.title)
    else:
        yield from _wrong_entries(parameter, value)


def _wrong_number(parameter: Parameter, value: ParameterValue) -> Iterator[Text]:
    if not isinstance(value, Decimal) or not value.is_finite():
        yield _WRONG_KIND.format(title=parameter.title)
        return
    if parameter.minimum is not None and value < parameter.minimum:
        yield _AT_LEAST.format(title=parameter.title, limit=in_both(parameter.minimum))
    if parameter.maximum is not None and value > parameter.maximum:
        yield _AT_MOST.format(title=parameter.title, limit=in_both(parameter.maximum))
    if parameter.above is not None and value <= parameter.above:
        yield _ABOVE.format(title=parameter.title, limit=in_both(parameter.above))


def _wrong_entries(parameter: Parameter, value: ParameterValue) -> Iterator[Text]:
    kind = ENTRY_TYPES[parameter.kind]
    if not isinstance(value, tuple) or not all(isinstance(entry, kind) and _finite(entry) for entry in value):
        yield _WRONG_KIND.format(title=parameter.title)
    elif not value:
        yield _EMPTY.format(title=parameter.title)
    elif len(value) > MOST_LINES:
        yield _TOO_MANY.format(title=parameter.title, most=str(MOST_LINES), count=str(len(value)))


def _finite(entry: object) -> bool:
    return all(number.is_finite() for number in _numbers(entry))


def _numbers(entry: object) -> Iterator[Decimal]:
    if isinstance(entry, Decimal):
        yield entry
    if isinstance(entry, Step):
        yield from (limit for limit in (entry.lower, entry.upper) if limit is not None)
    if isinstance(entry, Knot):
        yield entry.value
    if isinstance(entry, Step | Knot):
        yield entry.share
    if isinstance(entry, LevelAmount):
        yield entry.amount
