"""Parameters in a file, read by the kind that the method declares and written back the same way."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import plain
from tenders.scoring.files.fields import Fields, decimal, entries, text
from tenders.scoring.method import Parameter, ParameterKind
from tenders.scoring.model import Knot, LevelAmount, ParameterValue, Step
from tenders.scoring.problem import Problem

_UNKNOWN = Text(
    nl="Deze parameter hoort niet bij methode ‘{method}’. Bekend zijn: {known}.",
    en="This parameter does not belong to method ‘{method}’. Known are: {known}.",
)

ZERO = Decimal(0)


def read_parameters(table: Fields, declared: Sequence[Parameter], method: str) -> dict[str, ParameterValue]:
    kinds = {parameter.name: parameter.kind for parameter in declared}
    found: dict[str, ParameterValue] = {}

    def read(name: str, value: object, place: str) -> None:
        if name not in kinds:
            known = ", ".join(kinds) or "–"
            table.problems.append(Problem(place, _UNKNOWN.format(method=method, known=known)))
            return
        read_value = _value(kinds[name], value, place, table.problems)
        if read_value is not None:
            found[name] = read_value

    table.mapping("parameters", read)
    return found


def _value(kind: ParameterKind, value: object, place: str, problems: list[Problem]) -> ParameterValue | None:
    def step(entry: object, at: str) -> Step:
        fields = Fields(entry, at, problems)
        found = Step(fields.number_or_none("lower"), fields.number_or_none("upper"), fields.number("share"))
        fields.close()
        return found

    def knot(entry: object, at: str) -> Knot:
        fields = Fields(entry, at, problems)
        found = Knot(fields.number("value"), fields.number("share"))
        fields.close()
        return found

    def level_amount(entry: object, at: str) -> LevelAmount:
        fields = Fields(entry, at, problems)
        found = LevelAmount(fields.text("level", required=True), fields.number("amount"))
        fields.close()
        return found

    def share(entry: object, at: str) -> Decimal:
        return decimal(entry, at, problems) or ZERO

    if kind is ParameterKind.NUMBER:
        return decimal(value, place, problems)
    if kind is ParameterKind.STEPS:
        return entries(value, place, problems, step)
    if kind is ParameterKind.KNOTS:
        return entries(value, place, problems, knot)
    if kind is ParameterKind.SHARES:
        return entries(value, place, problems, share)
    if kind is ParameterKind.LEVEL_AMOUNTS:
        return entries(value, place, problems, level_amount)
    return text(value, place, problems)


def parameter_data(value: ParameterValue) -> object:
    """As it stands in a file: numbers as canonical text, steps and knots as tables."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return value
    return [_entry_data(entry) for entry in value]


def _entry_data(entry: Step | Knot | LevelAmount | Decimal) -> object:
    if isinstance(entry, Decimal):
        return plain(entry)
    if isinstance(entry, Knot):
        return {"value": plain(entry.value), "share": plain(entry.share)}
    if isinstance(entry, LevelAmount):
        return {"level": entry.level, "amount": plain(entry.amount)}
    limits = {"lower": entry.lower, "upper": entry.upper}
    data = {name: plain(limit) for name, limit in limits.items() if limit is not None}
    return data | {"share": plain(entry.share)}
