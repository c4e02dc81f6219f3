"""The published values of a formula in short phrases: "Bodem Pmin = 700 kWh"."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.language import Text
from tenders.reports.vocabulary import amount
from tenders.reports.wording import Wording
from tenders.scoring.method import Parameter
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Knot, LevelAmount, ParameterValue, Step

_STEP = Text(nl="{lower} tot {upper}: {share}", en="{lower} to {upper}: {share}")
_BELOW = Text(nl="onder {upper}: {share}", en="below {upper}: {share}")
_FROM = Text(nl="vanaf {lower}: {share}", en="from {lower}: {share}")
_ALL = Text(nl="elke waarde: {share}", en="every value: {share}")


def published_values(criterion: Criterion, say: Wording) -> Iterator[str]:
    for parameter in METHODS[criterion.method].parameters:
        value = criterion.parameters[parameter.name]
        label = (
            f"{say(parameter.title)} {parameter.symbol}".strip()
            if isinstance(value, Decimal)
            else (say(parameter.title))
        )
        yield f"{label} = {_shown(parameter, value, criterion, say)}"


def _shown(parameter: Parameter, value: ParameterValue, criterion: Criterion, say: Wording) -> str:
    if isinstance(value, Decimal):
        in_unit = parameter.name in ("floor", "ceiling")
        return amount(criterion, value, say) if in_unit else say.number(value)
    if isinstance(value, str):
        words = dict(parameter.choices).get(value)
        return say(words) if words else value
    return " / ".join(_entry(each, criterion, say) for each in value)


def _entry(entry: Step | Knot | Decimal | LevelAmount, criterion: Criterion, say: Wording) -> str:
    match entry:
        case Step():
            return _step(entry, criterion, say)
        case Knot(value, share):
            return f"{amount(criterion, value, say)}: {say.share(share)}"
        case LevelAmount(level, discount):
            return f"{level}: {say.number(discount)}"
        case _:
            return say.share(entry)


def _step(step: Step, criterion: Criterion, say: Wording) -> str:
    lower = amount(criterion, step.lower, say) if step.lower is not None else ""
    upper = amount(criterion, step.upper, say) if step.upper is not None else ""
    text = _STEP if lower and upper else _FROM if lower else _BELOW if upper else _ALL
    return say(text, lower=lower, upper=upper, share=say.share(step.share))
