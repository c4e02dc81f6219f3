"""A known figure as a row of the form: with its value, source and year, ready to be kept or changed."""

from decimal import Decimal

from procurement.numbers import dutch
from procurement.words import words
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.reference import FIGURES
from tenders.lifecycle.working import as_decimal

NUMBERS = {
    "grid-nl": "grid_factor",
    "co2-price-low": "cost.carbon_price.low",
    "co2-price": "cost.carbon_price.central",
    "co2-price-high": "cost.carbon_price.high",
    "ladder-sanction": "ladder.sanction",
}
_TRANSPORT, _LEVELS = "transport", "ladder-prorail"


def known_choices() -> list[tuple[str, str]]:
    offered = (each for each in FIGURES if each.group in (*NUMBERS, _TRANSPORT, _LEVELS))
    return [(each.code, f"{words(each.stated)} ({each.year})") for each in offered]


def row_of(code: str) -> tuple[str, dict[str, str]]:
    """The field that it belongs to, and its row; raises StopIteration for a code that is not known."""
    figure = next(each for each in FIGURES if each.code == code)
    told = {"source": figure.source, "year": str(figure.year)}
    if figure.group == _TRANSPORT:
        mode = code.removeprefix("transport-")
        return "transport", {"mode": mode, "value": _typed(figure.value * 1000), **told}
    if figure.group == _LEVELS:
        return "levels", {"level": code.rpartition("-")[2], "advantage": _typed(figure.value * 100)}
    return "numbers", {"which": NUMBERS[figure.group], "value": _typed(figure.value), **told}


def _typed(value: Quantity) -> str:
    number: Decimal = as_decimal(value)
    return dutch(number)
