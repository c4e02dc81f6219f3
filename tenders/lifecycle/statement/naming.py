"""A problem of a bid in words that name the input it is about."""

from collections.abc import Sequence

from procurement.language import Text
from tenders.lifecycle.statement.input import InputField
from tenders.scoring.problem import Problem

_NAMED = Text(nl="{about}, {label}: {message}", en="{about}, {label}: {message}")


def named(problem: Problem, inputs: Sequence[InputField]) -> Text:
    """ "Laptop, Energiegebruik: …"; what names its input, or is about none of them, stays as it is."""
    found = next((each for each in inputs if each.code == problem.place), None) or next(
        (each for each in inputs if problem.place and each.code.startswith(f"{problem.place}.")), None
    )
    if found is None or found.label.nl in problem.message.nl:
        return problem.message
    return _NAMED.format(about=found.about, label=found.label, message=problem.message)
