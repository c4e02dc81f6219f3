"""Work out a published formula by itself: the explanation must give the figure it explains."""

from fractions import Fraction

from tenders.lifecycle.working import Working

_AS_PYTHON = str.maketrans({"×": "*", "−": "-", "^": "**"})


def outcome(working: Working) -> Fraction:
    """Of the formula as printed, with the inputs as printed beside it."""
    numbers = {each.symbol: each.value.amount for each in working.inputs}
    powers = {name: int(value) if value.denominator == 1 else value for name, value in numbers.items()}
    given = {name: powers[name] if name in "kt" else numbers[name] for name in numbers}
    return Fraction(eval(working.formula.translate(_AS_PYTHON), {"__builtins__": {}}, given))
