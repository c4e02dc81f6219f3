"""Lots made by chance with what makes arithmetic hard: real euros, fallen bids, later draws, malus."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from tenders.scoring.band import EXCLUDE
from tenders.scoring.methods.logarithmic import KEEP
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Criterion,
    Direction,
    FallingAway,
    Kind,
    Level,
    LevelAmount,
    Lot,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.random_lots import LEVELS, parameters_of, random_lots

D = Decimal
FACTORS = (D("1234.56"), D("23456.789"), D("98765.4321"))
OTHER = {
    "constant": (D(1), D(100), D(1_000_000)),
    "value_per_percent": (D("777.777"), D("0.01"), D("12345.67")),
    "multiple": (D("1.5"), D("2.75"), D(10)),
    "base": (D("1.05"), D("1.9"), D(10)),
}
LADDERS = ((D(1),), (D(1), D("0.5")), tuple(D(tenths) / 10 for tenths in range(10, 0, -1)))
FAR_APART = tuple(map(D, ("0.000001", "0.333333", "1", "66.666667", "100.005", "1000000.5", "12345678.9")))
MALUS = (*LEVELS[:-1], Level("d", "Goed", D("-0.15"), "Niet aangetoond: =1+1."))


def hard_lots(count: int, seed: int) -> Iterator[Lot]:
    for number, lot in enumerate(random_lots(count, seed), start=1):
        yield hardened(lot, random.Random(-(seed * 1000 + number)))


def hardened(lot: Lot, chance: random.Random) -> Lot:
    for harden, often in HARDENINGS:
        if chance.random() < often:
            lot = harden(lot, chance)
    return lot


def in_real_euros(lot: Lot, chance: random.Random) -> Lot:
    """Prices of six to eight figures, with cents."""
    factor = chance.choice(FACTORS)

    def scaled(leaf: Criterion) -> Criterion:
        if leaf.kind is not Kind.PRICE or not leaf.method:
            return leaf
        parameters = parameters_of(leaf.method, Direction.LOWER, D(100) * factor)
        return replace(leaf, parameters=parameters)

    bids = tuple(_offering(bid, {"P": (bid.values["P"] * factor).quantize(D("0.01"))}) for bid in lot.bids)
    return replace(with_leaves(lot, scaled), bids=bids)


def with_a_free_bid(lot: Lot, chance: random.Random) -> Lot:
    """A price of 0, which counts as the published amount."""
    return _changed(lot, chance, lambda bid: _offering(bid, {"P": D(0)}))


def with_a_fallen_bid(lot: Lot, chance: random.Random) -> Lot:
    rule = chance.choice(tuple(FallingAway))
    fallen = _changed(lot, chance, lambda bid: replace(bid, fallen="Teruggetrokken."))
    return replace(fallen, award=replace(lot.award, falling_away=rule))


def with_a_later_draw(lot: Lot, chance: random.Random) -> Lot:
    """For some of the bids, as after a tie that came up later."""
    if not lot.draw or len(lot.draw) < 2:
        return lot
    return replace(lot, later_draws=(tuple(chance.sample(lot.draw, 2)),))


def outside_is_set_aside(lot: Lot, _chance: random.Random) -> Lot:
    def strict(leaf: Criterion) -> Criterion:
        if "outside" not in leaf.parameters:
            return leaf
        return replace(leaf, parameters={**leaf.parameters, "outside": EXCLUDE})

    return with_leaves(lot, strict)


def below_zero(lot: Lot, _chance: random.Random) -> Lot:
    """A malus where the award method allows it, and a logarithm that is kept below 0."""

    def lower(leaf: Criterion) -> Criterion:
        if lot.award.method == "award-on-value" and leaf.levels:
            return replace(leaf, levels=MALUS)
        if lot.award.method in ("award-on-value", "weighted-points") and leaf.method == "logarithmic":
            return replace(leaf, parameters={**leaf.parameters, "negative": KEEP})
        return leaf

    return with_leaves(lot, lower)


def discount_in_euros(lot: Lot, _chance: random.Random) -> Lot:
    if lot.award.method != "co2-ladder-discount":
        return lot
    amounts = (D("12.5"), D("7.05"), D("0.01"), D(0))
    table = tuple(LevelAmount(level.code, cut) for level, cut in zip(LEVELS, amounts, strict=True))
    parameters = {**lot.award.parameters, "discount_in": "euros", "discounts": table}
    return replace(lot, award=replace(lot.award, parameters=parameters))


def with_an_odd_panel(lot: Lot, chance: random.Random) -> Lot:
    """Three or seven assessors, who give the same bid very different levels."""
    members = chance.choice((3, 7))
    judged = {leaf.code for leaf in lot.leaves() if leaf.kind is Kind.SCALE and leaf.method}

    def scores() -> tuple[str, ...]:
        return tuple(chance.choice(LEVELS).code for _ in range(members))

    bids = tuple(_offering(bid, {code: scores() for code in judged}) for bid in lot.bids)
    return replace(lot, bids=bids)


def rounded_roughly(lot: Lot, _chance: random.Random) -> Lot:
    """Whole points of few, so that many bids tie."""
    few: AwardRule = replace(lot.award, points=D(10), rounding=replace(lot.award.rounding, places=0))
    return replace(lot, award=few)


def with_other_parameters(lot: Lot, chance: random.Random) -> Lot:
    """What was published for the formulas: constants, steepness, euros a point, lengths of ladders."""

    def other(leaf: Criterion) -> Criterion:
        drawn = {name: chance.choice(values) for name, values in OTHER.items() if name in leaf.parameters}
        if leaf.method == "rank-ladder":
            drawn["shares"] = chance.choice(LADDERS)
        return replace(leaf, parameters={**leaf.parameters, **drawn})

    drawn = {name: chance.choice(values) for name, values in OTHER.items() if name in lot.award.parameters}
    award = replace(lot.award, parameters={**lot.award.parameters, **drawn})
    return replace(with_leaves(lot, other), award=award)


def with_another_zero_rule(lot: Lot, chance: random.Random) -> Lot:
    amounts = (D("0.01"), D(1), D(250))
    rule = chance.choice(
        (*(ZeroPriceRule(ZeroPrice.TREAT_AS, amount) for amount in amounts), ZeroPriceRule(ZeroPrice.EXCLUDE))
    )
    return replace(lot, award=replace(lot.award, zero_price=rule))


def with_far_apart_values(lot: Lot, chance: random.Random) -> Lot:
    """Quantities from a millionth to millions, and none at all."""

    def offered(bid: Bid) -> Bid:
        codes = [code for code in ("S1", "S2") if code in bid.values and chance.random() < 0.5]
        return _offering(bid, {code: chance.choice(FAR_APART) for code in codes})

    return replace(lot, bids=tuple(offered(bid) for bid in lot.bids))


HARDENINGS: tuple[tuple[Callable[[Lot, random.Random], Lot], float], ...] = (
    (in_real_euros, 0.4),
    (with_a_free_bid, 0.1),
    (with_a_fallen_bid, 0.3),
    (with_a_later_draw, 0.3),
    (outside_is_set_aside, 0.2),
    (below_zero, 0.5),
    (discount_in_euros, 0.5),
    (with_an_odd_panel, 0.2),
    (rounded_roughly, 0.15),
    (with_other_parameters, 0.5),
    (with_another_zero_rule, 0.3),
    (with_far_apart_values, 0.2),
)


def with_leaves(lot: Lot, change: Callable[[Criterion], Criterion]) -> Lot:
    return replace(lot, criteria=tuple(_with_leaves(node, change) for node in lot.criteria))


def _with_leaves(node: Criterion, change: Callable[[Criterion], Criterion]) -> Criterion:
    if not node.children:
        return change(node)
    return replace(node, children=tuple(_with_leaves(child, change) for child in node.children))


def _offering(bid: Bid, values: dict[str, object]) -> Bid:
    return replace(bid, values={**bid.values, **values})


def _changed(lot: Lot, chance: random.Random, change: Callable[[Bid], Bid]) -> Lot:
    place = chance.randrange(len(lot.bids))
    return replace(lot, bids=tuple(change(bid) if at == place else bid for at, bid in enumerate(lot.bids)))
