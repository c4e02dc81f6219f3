"""What is published for a formula, drawn from all that may be published."""

import random
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from tenders.scoring.band import CLIP, EXCLUDE
from tenders.scoring.methods.logarithmic import KEEP, LEAST_BASE, TO_ZERO
from tenders.scoring.model import Criterion, Kind, Knot, LevelAmount, Parameters, Step
from tenders.scoring.parameters import MOST_LINES

D = Decimal
MULTIPLES = ("1.01", "1.5", "2", "2.75", "3", "10", "250")
BASES = (str(LEAST_BASE), "1.05", "1.5", "2", "3", "10", "1000")
CONSTANTS = ("0.01", "1", "100", "10000", "12345.678", "1000000", "1000000000")
WORTHS = ("0.01", "1", "777.777", "1234.5", "12345.67", "250000")
LENGTHS = (*(1, 2, 2, 3, 4, 5, 7, 10) * 2, MOST_LINES)  # of a list; the longest one seldom
MOST_SHARE = 10_000

ParametersOf = Callable[[random.Random, bool, Decimal], Parameters]


def number(chance: random.Random, values: tuple[str, ...]) -> Decimal:
    return D(chance.choice(values))


def shares(chance: random.Random, count: int, *, falling: bool) -> tuple[Decimal, ...]:
    """Each of four decimals at most, and now and then two that are equal."""
    drawn = sorted((D(chance.randint(0, MOST_SHARE)) / MOST_SHARE for _ in range(count)), reverse=falling)
    ends = (D(1), D(0)) if falling else (D(0), D(1))
    return (ends[0], *drawn[1:-1], ends[1]) if count > 1 and chance.random() < 0.5 else tuple(drawn)


def limits(chance: random.Random, count: int, around: Decimal) -> tuple[Decimal, ...]:
    """Rising values on both sides of `around`; now and then the first is 0 or below it."""
    first = around * chance.choice((D("0.5"), D("0.8"), D(0), D("-0.25")))
    step = around * chance.choice((D("0.05"), D("0.1"), D("0.3333")))
    return tuple(first + step * place for place in range(count))


def band(chance: random.Random, _lower: bool, around: Decimal) -> Parameters:
    floor, ceiling = chance.choice((("0.7", "1.3"), ("0", "1"), ("0.999", "1.001"), ("-1", "1.1")))
    outside = chance.choice((CLIP, CLIP, EXCLUDE))
    return {"floor": around * D(floor), "ceiling": around * D(ceiling), "outside": outside}


def knots(chance: random.Random, lower: bool, around: Decimal) -> Parameters:
    count = max(2, chance.choice(LENGTHS))
    found = zip(limits(chance, count, around), shares(chance, count, falling=lower), strict=True)
    return {"knots": tuple(Knot(value, share) for value, share in found)}


def steps(chance: random.Random, lower: bool, around: Decimal) -> Parameters:
    count = chance.choice(LENGTHS)
    ends = (None, *limits(chance, count - 1, around), None)
    found = zip(pairwise(ends), shares(chance, count, falling=lower), strict=True)
    return {"steps": tuple(Step(start, end, share) for (start, end), share in found)}


def ladder(chance: random.Random, _lower: bool, _around: Decimal) -> Parameters:
    return {"shares": shares(chance, chance.choice(LENGTHS), falling=True)}


def multiple(chance: random.Random, _lower: bool, _around: Decimal) -> Parameters:
    return {"multiple": number(chance, MULTIPLES)}


def logarithm(chance: random.Random, _lower: bool, _around: Decimal) -> Parameters:
    return {"base": number(chance, BASES), "negative": chance.choice((TO_ZERO, KEEP))}


def nothing(_chance: random.Random, _lower: bool, _around: Decimal) -> Parameters:
    return {}


NUMBER_METHODS: dict[str, ParametersOf] = {
    "absolute-linear": band,
    "quadratic": band,
    "piecewise-linear": knots,
    "step-table": steps,
    "relative-inverse": nothing,
    "linear-to-lowest": multiple,
    "logarithmic": logarithm,
    "rank-ladder": ladder,
}


def edges(leaf: Criterion) -> tuple[Decimal, ...]:
    """The published values at which the formula bends or breaks off."""
    found: list[Decimal] = []
    for value in leaf.parameters.values():
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Knot):
                found.append(entry.value)
            if isinstance(entry, Step) and entry.lower is not None:
                found.append(entry.lower)
    if "floor" in leaf.parameters:
        found += [each for each in leaf.parameters.values() if isinstance(each, Decimal)]
    return tuple(found)


def of_award(chance: random.Random, award: str, leaves: list[Criterion]) -> Parameters:
    if award == "award-on-value":
        return {"value_per_percent": number(chance, WORTHS)}
    if award == "quality-price-ratio":
        return {"constant": number(chance, CONSTANTS)}
    if award == "co2-ladder-discount":
        return _discounts(chance, next(leaf for leaf in leaves if leaf.kind is Kind.SCALE))
    return {}


def _discounts(chance: random.Random, on: Criterion) -> Parameters:
    """In an order of their own, and as high as may be."""
    unit = chance.choice(("fraction", "euros"))
    most = D("0.9999") if unit == "fraction" else D("250.05")
    table = [LevelAmount(level.code, most * D(chance.randint(0, 8)) / 8) for level in on.levels]
    chance.shuffle(table)
    return {"ladder": on.code, "discount_in": unit, "discounts": tuple(table)}
