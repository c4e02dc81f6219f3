"""What a bid answers under a plan: everything that is asked, and nothing else."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as some

from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Asks, InputField, inputs_of

Draw = Callable[[Any], Any]
NUMBERS = {
    "lifetime": "5",
    "energy.value": "30",
    "production.value": "220",
    "transport.value": "8",
    "transport.mass": "2.5",
    "end_of_life.value": "4",
    "supply.price": "950",
    "supply.end_of_life": "5",
    "yearly.maintenance": "15",
    "refurbished": "20",
    "spare_parts": "4",
    "total_energy": "1400",
    "it_energy": "1000",
    "water": "1200",
    "renewable": "700",
    "reused": "70",
    "pue": "1.25",
}


def is_asked(field: InputField, given: dict[str, str]) -> bool:
    return field.only_if is None or given.get(field.only_if.code) in field.only_if.answers


def answers(plan: Plan, form: str = "purchase", **changed: str) -> dict[str, str]:
    """A complete statement: bought, nothing included. `changed` by code, with "__" for the colon."""
    given: dict[str, str] = {}
    for field in inputs_of(plan):
        if not field.is_optional and is_asked(field, given):
            given[field.code] = _answer(field, form)
    return given | {code.replace("__", ":"): value for code, value in changed.items()}


def _answer(field: InputField, form: str) -> str:
    if field.asks is Asks.YES_NO:
        return "no"
    if field.asks is Asks.YEAR:
        return "2025"
    if field.asks is Asks.TEXT:
        return "Rapport 1"
    if field.asks is Asks.CHOICE:
        return form if field.code.endswith("supply.form") else field.options[-1].code
    return NUMBERS.get(field.code.partition(":")[2], "1")


@some.composite
def statements(draw: Draw, plan: Plan) -> dict[str, str]:
    """Any complete statement, of any form."""
    given: dict[str, str] = {}
    for field in inputs_of(plan):
        if not field.is_optional and is_asked(field, given):
            given[field.code] = draw(_drawn(field))
    for kind in plan.kinds:
        _bought_back(given, f"{kind.code}:supply.")
        _own_meter(given, kind.code)
    _refurbished(plan, given)
    _sound(given, "data_centre:")
    _sound(given, "software:")
    return given


def _drawn(field: InputField) -> Any:
    if field.asks is Asks.CHOICE:
        return some.sampled_from([option.code for option in field.options])
    if field.asks is Asks.YES_NO:
        return some.sampled_from(["yes", "no"])
    if field.asks is Asks.NUMBER and field.code.endswith("lifetime"):
        return some.integers(1, 9).map(str)
    if field.code.startswith("circularity:") and field.asks is Asks.NUMBER:
        return some.sampled_from(["0", "1", str(field.most)])
    if field.asks is Asks.NUMBER:
        return some.integers(1, 900).map(str)
    return some.just(_answer(field, "purchase"))


def _refurbished(plan: Plan, given: dict[str, str]) -> None:
    """What a bid says of each kind and of the lot is one fact."""
    if plan.cost is not None and plan.circularity is not None:
        kinds = {given[f"{kind.code}:refurbished"] for kind in plan.kinds}
        given["circularity:refurbished"] = {("yes",): "100", ("no",): "0"}.get(tuple(kinds), "75")


def _bought_back(given: dict[str, str], supply: str) -> None:
    """For less than the price, which is at least 1."""
    if f"{supply}buy_back" in given:
        given[f"{supply}buy_back"] = "0.75"


def _own_meter(given: dict[str, str], kind: str) -> None:
    """Only a service can include the energy."""
    if f"{kind}:included.energy" in given and given[f"{kind}:supply.form"] != "service":
        given[f"{kind}:included.energy"] = "no"


def _sound(given: dict[str, str], prefix: str) -> None:
    for name, value in (("total_energy", "9000"), ("pue", "1.3")):
        if prefix + name in given:
            given[prefix + name] = value
