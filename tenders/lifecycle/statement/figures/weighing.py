"""Several kinds of devices in one value: added, or their mean weighted by the numbers of devices."""

import re
from collections.abc import Mapping
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity, total
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import Unit
from tenders.lifecycle.working import Input, Working

_SYMBOL = re.compile(r"[A-Za-z]\w*")
_OF = Text(nl="{what} van ‘{kind}’", en="{what} of ‘{kind}’")
_NUMBER = Text(nl="het aantal van ‘{kind}’", en="the number of ‘{kind}’")


def added(plan: Plan, by_kind: Mapping[str, Quantity], what: Text, unit: Unit) -> Working:
    inputs = tuple(
        Input(f"m{place}", _OF.format(what=what, kind=kind.title), by_kind[kind.code])
        for place, kind in enumerate(plan.kinds, start=1)
    )
    formula = " + ".join(each.symbol for each in inputs)
    return Working(formula=formula, inputs=inputs, exact=total([each.value for each in inputs], unit))


def mean(plan: Plan, by_kind: Mapping[str, Quantity], what: Text) -> Working:
    """By the published numbers, so that a bid cannot choose its weights."""
    inputs, terms, numbers = list[Input](), list[str](), list[str]()
    for place, kind in enumerate(plan.kinds, start=1):
        inputs.append(Input(f"N{place}", _NUMBER.format(kind=kind.title), kind.devices))
        inputs.append(Input(f"m{place}", _OF.format(what=what, kind=kind.title), by_kind[kind.code]))
        terms.append(f"N{place} × m{place}")
        numbers.append(f"N{place}")
    formula = f"({' + '.join(terms)}) / ({' + '.join(numbers)})"
    return Working(formula=formula, inputs=tuple(inputs), exact=_mean(plan, by_kind))


def mean_of_workings(plan: Plan, by_kind: Mapping[str, Working]) -> Working:
    """The same mean with the formula of each kind in it; what the tender publishes keeps its symbol."""
    inputs, terms, numbers = dict[str, Input](), list[str](), list[str]()
    for place, kind in enumerate(plan.kinds, start=1):
        number, working = f"N{place}", by_kind[kind.code]
        own = {each.symbol: f"{each.symbol}_{place}" for each in working.inputs if each.symbol[0] == "P"}
        inputs[number] = Input(number, _NUMBER.format(kind=kind.title), kind.devices)
        for each in working.inputs:
            symbol = own.get(each.symbol, each.symbol)
            meaning = _OF.format(what=each.meaning, kind=kind.title) if each.symbol in own else each.meaning
            inputs[symbol] = Input(symbol, meaning, each.value, each.source)
        formula = _renamed(working.formula, own)
        terms.append(f"{number} × {formula}")
        numbers.append(number)
    exact = _mean(plan, {kind: each.exact for kind, each in by_kind.items()})
    formula = f"({' + '.join(terms)}) / ({' + '.join(numbers)})"
    return Working(formula=formula, inputs=tuple(inputs.values()), exact=exact)


def _renamed(formula: str, symbols: Mapping[str, str]) -> str:
    return _SYMBOL.sub(lambda found: symbols.get(found[0], found[0]), formula)


def _mean(plan: Plan, by_kind: Mapping[str, Quantity]) -> Quantity:
    devices = sum(kind.number for kind in plan.kinds)
    parts = [by_kind[kind.code] * Fraction(kind.number, devices) for kind in plan.kinds]
    return total(parts, parts[0].unit)


def added_spread(by_kind: Mapping[str, Spread]) -> Spread:
    first, *others = by_kind.values()
    for each in others:
        first += each
    return first


def mean_spread(plan: Plan, by_kind: Mapping[str, Spread]) -> Spread:
    low, value, high = (
        _mean(plan, {code: getattr(each, name) for code, each in by_kind.items()})
        for name in ("low", "value", "high")
    )
    return Spread(low, value, high)
