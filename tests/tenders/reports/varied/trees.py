"""Criteria in groups within groups, of every kind, under weights with decimals."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenders.scoring.award import AwardMethod
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods.logarithmic import TO_ZERO
from tenders.scoring.model import Account, Criterion, Direction, Kind, Level
from tenders.scoring.parameters import MOST_LINES
from tests.tenders.reports.varied.parameters import LENGTHS, NUMBER_METHODS, shares
from tests.tenders.reports.varied.texts import named, word

D = Decimal
PRICE_ALONE = ("lowest-price", "lowest-life-cycle-cost")
LADDER = "co2-ladder-discount"
WEIGHTLESS = "quality-price-ratio"
LOWER_ONLY = ("linear-to-lowest", "logarithmic")
AROUND = ("0.004", "1", "100", "100", "12345.67", "2500000")  # what bids offer, about
PRICED = ("1", "100", "100", "98765.43", "2500000", "400000000")
CODES = ("K", "S.", "1-", "Kwaliteit ", "é")
LADDER_LENGTHS = (2, 3, 4, 6, 6, 6, 9, MOST_LINES)
MINIMUMS = ("0.5", "5", "33.333", "60", "100")
UNITS = ("", "kg CO2e", "%", "kWh/jaar", "m²")


def tree(chance: random.Random, award: str) -> tuple[Criterion, ...]:
    leaves = _leaves(chance, award)
    weights = _weights(chance, award, leaves)
    weighed = [replace(leaf, weight=weight) for leaf, weight in zip(leaves, weights, strict=True)]
    return _grouped(chance, AWARDS[award], weighed)


def around_of(chance: random.Random, kind: Kind) -> Decimal:
    return D(chance.choice(PRICED if kind is Kind.PRICE else AROUND))


def _leaves(chance: random.Random, award: str) -> list[Criterion]:
    if award in PRICE_ALONE:
        return [_price(chance, award, "P")]
    if award == LADDER:
        ladder = replace(_scale(chance, award, chance.choice(CODES), LADDER_LENGTHS), method="")
        both = [_price(chance, award, "P"), ladder]
        chance.shuffle(both)
        return both
    prices = chance.choice((0, 1, 1, 1, 2)) if award == "weighted-points" else 1
    found = [_price(chance, award, f"P{place}") for place in range(1, prices + 1)]
    prefix = chance.choice(CODES)
    count = chance.choice((1, 2, 2, 3, 3, 4, 6))
    found += [_quality(chance, award, f"{prefix}{place}") for place in range(1, count + 1)]
    chance.shuffle(found)
    return found


def _price(chance: random.Random, award: str, code: str) -> Criterion:
    leaf = Criterion(code=code, title=named(chance, code), weight=D(0), kind=Kind.PRICE)
    return _with_method(chance, award, leaf) if AWARDS[award].scores_price else leaf


def _quality(chance: random.Random, award: str, code: str) -> Criterion:
    make = chance.choice((_quantity, _quantity, _quantity, _scale, _scale, _label, _yes_no))
    leaf = make(chance, award, code)
    return replace(leaf, minimum=_minimum(chance, 0.12))


def _quantity(chance: random.Random, award: str, code: str) -> Criterion:
    leaf = Criterion(
        code=code,
        title=named(chance, code),
        weight=D(0),
        kind=Kind.QUANTITY,
        direction=chance.choice(tuple(Direction)),
        unit=chance.choice(UNITS),
        account=_account(chance),
    )
    return _with_method(chance, award, leaf)


def _account(chance: random.Random) -> Account:
    said = (word(chance) if chance.random() < 0.3 else "" for _ in range(4))
    return Account(*said, basis=chance.choice(((), ("2.115",), ("2.114", "2.115"))))


def _with_method(chance: random.Random, award: str, leaf: Criterion) -> Criterion:
    method = chance.choice(tuple(NUMBER_METHODS))
    if method in LOWER_ONLY and leaf.kind is Kind.QUANTITY:
        leaf = replace(leaf, direction=Direction.LOWER)
    lower = leaf.kind is Kind.PRICE or leaf.direction is Direction.LOWER
    parameters = dict(NUMBER_METHODS[method](chance, lower, around_of(chance, leaf.kind or Kind.QUANTITY)))
    if AWARDS[award].divides_quality and "negative" in parameters:
        parameters["negative"] = TO_ZERO
    return replace(leaf, method=method, parameters=parameters)


def _scale(chance: random.Random, award: str, code: str, lengths: tuple[int, ...] = LENGTHS) -> Criterion:
    count = max(2, chance.choice(lengths))
    given = list(shares(chance, count, falling=True))
    if AWARDS[award].allows_malus and chance.random() < 0.4:
        given[-1] = D("-0.35")
    levels = tuple(
        Level(_level_code(place), named(chance, str(place)), share, word(chance))
        for place, share in enumerate(given, start=1)
    )
    return Criterion(
        code=code,
        title=named(chance, code),
        weight=D(0),
        kind=Kind.SCALE,
        method="graded-scale",
        levels=levels,
    )


def _level_code(place: int) -> str:
    return ('"', "1", "b*", "=c", "d e", "é")[place % 6] + str(place)


def _label(chance: random.Random, _award: str, code: str) -> Criterion:
    return Criterion(
        code=code,
        title=named(chance, code),
        weight=D(0),
        kind=Kind.LABEL,
        method="label-or-equivalent",
        accepted_labels=("TCO Certified", "Blauer Engel")[: chance.randint(1, 2)],
    )


def _yes_no(chance: random.Random, _award: str, code: str) -> Criterion:
    return Criterion(code=code, title=named(chance, code), weight=D(0), kind=Kind.YES_NO, method="yes-no")


def _minimum(chance: random.Random, often: float) -> Decimal | None:
    return D(chance.choice(MINIMUMS)) if chance.random() < often else None


def _weights(chance: random.Random, award: str, leaves: Sequence[Criterion]) -> list[Decimal]:
    """They add up to 100: whole, or of two or four decimals. A price that has no weight has none."""
    unit = chance.choice((D(1), D(1), D("0.01"), D("0.0001")))
    weighing = [leaf for leaf in leaves if not (award == WEIGHTLESS and leaf.kind is Kind.PRICE)]
    cuts = sorted(chance.sample(range(1, int(D(100) / unit)), len(weighing) - 1))
    parts = [end - start for start, end in zip((0, *cuts), (*cuts, int(D(100) / unit)), strict=True)]
    drawn = iter(unit * part for part in parts)
    return [next(drawn) if leaf in weighing else D(0) for leaf in leaves]


def _grouped(chance: random.Random, award: AwardMethod, leaves: list[Criterion]) -> tuple[Criterion, ...]:
    """Neighbours in a group, and groups in a group; once more and once more."""
    nodes = list(leaves)
    for depth in range(3):
        if len(nodes) < 2 or chance.random() < 0.45:
            continue
        first = chance.randrange(len(nodes) - 1)
        last = chance.randint(first + 1, len(nodes))
        nodes[first:last] = [_group(chance, award, f"G{depth}", nodes[first:last])]
    return tuple(nodes)


def _group(chance: random.Random, award: AwardMethod, code: str, nodes: list[Criterion]) -> Criterion:
    weight = sum((node.weight for node in nodes), D(0))
    scored = any(award.scores(leaf) for node in nodes for leaf in node.leaves())
    return Criterion(
        code=code,
        title=named(chance, code),
        weight=weight,
        children=tuple(nodes),
        minimum=_minimum(chance, 0.15) if scored else None,
    )
