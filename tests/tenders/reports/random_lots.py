"""Lots made by chance but the same every time: every method, ties, knock-outs and rounding on the edge."""

import random
from collections.abc import Iterator
from decimal import Decimal

from tenders.scoring.model import (
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Direction,
    Kind,
    Knot,
    Level,
    LevelAmount,
    Lot,
    Requirement,
    RoundAt,
    Rounding,
    Step,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)

D = Decimal
AWARDS = (
    "weighted-points",
    "weighted-points",
    "weighted-points",
    "award-on-value",
    "co2-ladder-discount",
    "quality-price-ratio",
    "reduced-price",
    "utility-index",
    "lowest-price",
    "lowest-life-cycle-cost",
)
QUANTITY_METHODS = (
    "absolute-linear",
    "piecewise-linear",
    "quadratic",
    "step-table",
    "relative-inverse",
    "linear-to-lowest",
    "logarithmic",
    "rank-ladder",
)
LOWER_ONLY = ("linear-to-lowest", "logarithmic")
LEVELS = (
    Level("a*", "Uitstekend?", D(1), "Alles aangetoond."),
    Level("b", "goed", D("0.7"), "Vrijwel alles aangetoond."),
    Level("c", "Goed", D("0.35"), "Deels aangetoond."),
    Level("d", "Goed", D(0), "Niet aangetoond: =1+1."),
)


def random_lots(count: int, seed: int) -> Iterator[Lot]:
    for number in range(1, count + 1):
        yield random_lot(random.Random(seed * 1000 + number), number)


def random_lot(chance: random.Random, number: int) -> Lot:
    award = AWARDS[number % len(AWARDS)]
    criteria = _criteria(chance, award)
    quality = [leaf for node in criteria for leaf in node.leaves() if leaf.kind is not Kind.PRICE]
    rule = AwardRule(
        method=award,
        parameters=_award_parameters(award),
        points=chance.choice((D(100), D(1000), D("87.5"))),
        rounding=Rounding(chance.choice((0, 1, 2, 2, 3, 4)), chance.choice(tuple(RoundAt))),
        ties=_ties(chance, award, quality),
        zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, D("0.01")),
        combination=chance.choice((Combination.MEAN, Combination.MEDIAN)),
    )
    bids = _bids(chance, criteria)
    drawn = [bid.code for bid in bids]
    chance.shuffle(drawn)
    by_draw = bool(rule.ties) and chance.random() < 0.7 and rule.ties[-1].by is TieBreak.DRAW
    return Lot(
        code=f"P{number}",
        title=f"Perceel 'nummer' {number} & <meer>",
        criteria=criteria,
        award=rule,
        requirements=(Requirement(code="KO1", title="Levertijd"),),
        bids=bids,
        draw=tuple(drawn) if by_draw else (),
    )


def _award_parameters(award: str) -> dict[str, object]:
    if award == "award-on-value":
        return {"value_per_percent": D("1234.5")}
    if award == "quality-price-ratio":
        return {"constant": D(10000)}
    if award == "co2-ladder-discount":
        discounts = ("0.1", "0.07", "0.035", "0")
        table = [LevelAmount(level.code, D(cut)) for level, cut in zip(LEVELS, discounts, strict=True)]
        return {"ladder": "L", "discount_in": "fraction", "discounts": tuple(table)}
    return {}


def _criteria(chance: random.Random, award: str) -> tuple[Criterion, ...]:
    if award in ("lowest-price", "lowest-life-cycle-cost"):
        return (Criterion(code="P", title="Prijs", weight=D(100), kind=Kind.PRICE),)
    if award == "co2-ladder-discount":
        ladder = Criterion(code="L", title="Ladder", weight=D(5), kind=Kind.SCALE, levels=LEVELS)
        return (Criterion(code="P", title="Prijs", weight=D(95), kind=Kind.PRICE), ladder)
    price = D(0) if award == "quality-price-ratio" else D(chance.choice(("40", "33.3", "45.25")))
    method = chance.choice(QUANTITY_METHODS) if award == "weighted-points" else ""
    parameters = parameters_of(method, Direction.LOWER, D(100)) if method else {}
    head = Criterion(
        code="P", title="Prijs", weight=price, kind=Kind.PRICE, method=method, parameters=parameters
    )
    return (head, *_quality(chance, D(100) - price))


def _quality(chance: random.Random, weight: D) -> tuple[Criterion, ...]:
    """A group of three leaves and one leaf beside it."""
    first, second, third = D(10), D(8), D(7)
    group = Criterion(
        code="S",
        title="Duurzaamheid",
        weight=first + second + third,
        children=(
            _quantity(chance, "S1", first),
            _quantity(chance, "S2", second),
            _stated(chance, "S3", third),
        ),
    )
    rest = weight - group.weight
    scale = Criterion(
        code="K", title="Plan van aanpak", weight=rest, kind=Kind.SCALE, method="graded-scale", levels=LEVELS
    )
    return (group, scale)


def _quantity(chance: random.Random, code: str, weight: D) -> Criterion:
    method = chance.choice(QUANTITY_METHODS)
    direction = Direction.LOWER if method in LOWER_ONLY else chance.choice(tuple(Direction))
    return Criterion(
        code=code,
        title=f"Hoeveelheid {code}",
        weight=weight,
        kind=Kind.QUANTITY,
        method=method,
        parameters=parameters_of(method, direction, D(100)),
        direction=direction,
        unit="kg CO2e",
        minimum=chance.choice((None, None, D(5))),
    )


def _stated(chance: random.Random, code: str, weight: D) -> Criterion:
    if chance.random() < 0.5:
        return Criterion(
            code=code,
            title="Keurmerk",
            weight=weight,
            kind=Kind.LABEL,
            method="label-or-equivalent",
            accepted_labels=("TCO Certified",),
        )
    return Criterion(code=code, title="Terugname", weight=weight, kind=Kind.YES_NO, method="yes-no")


def parameters_of(method: str, direction: Direction, around: D) -> dict[str, object]:
    lower = direction is Direction.LOWER
    falling = (D(1), D("0.65"), D("0.2"), D(0))
    shares = falling if lower else falling[::-1]
    limits = (around * D("0.8"), around, around * D("1.2"))
    match method:
        case "absolute-linear" | "quadratic":
            return {"floor": around * D("0.7"), "ceiling": around * D("1.3"), "outside": "clip"}
        case "piecewise-linear":
            return {"knots": tuple(map(Knot, (around * D("0.6"), *limits), shares))}
        case "step-table":
            return {"steps": tuple(map(Step, (None, *limits), (*limits, None), shares))}
        case "linear-to-lowest":
            return {"multiple": D(2)}
        case "logarithmic":
            return {"base": D("1.5"), "negative": "to_zero"}
        case "rank-ladder":
            return {"shares": (D(1), D("0.8"), D("0.55"), D("0.1"))}
        case _:
            return {}


def _ties(chance: random.Random, award: str, quality: list[Criterion]) -> tuple[TieRule, ...]:
    scored = award not in ("lowest-price", "lowest-life-cycle-cost", "co2-ladder-discount")
    rules = [TieRule(TieBreak.PRICE)]
    if scored:
        rules += [TieRule(TieBreak.QUALITY), TieRule(TieBreak.CRITERION, quality[0].code)]
        rules.append(TieRule(TieBreak.CRITERION, "S"))
    chance.shuffle(rules)
    kept = rules[: chance.randint(0, len(rules))]
    return (*kept, *([TieRule(TieBreak.DRAW)] if chance.random() < 0.6 else []))


def _bids(chance: random.Random, criteria: tuple[Criterion, ...]) -> tuple[Bid, ...]:
    """Values are taken from few possibilities, so that ties and halves really happen; two bids are twins."""
    leaves = [leaf for node in criteria for leaf in node.leaves()]
    tuples = chance.random() < 0.3
    offers = [
        {leaf.code: _value(chance, leaf, tuples) for leaf in leaves} for _ in range(chance.randint(1, 7))
    ]
    offers.append(dict(offers[-1]))
    return tuple(
        Bid(
            code=f"I{place}",
            name=f"=Inschrijver & <{place}>",
            values=offer,
            failed={"KO1": "Levert te laat."} if chance.random() < 0.12 else {},
        )
        for place, offer in enumerate(offers, start=1)
    )


def _value(chance: random.Random, leaf: Criterion, tuples: bool) -> object:
    if leaf.kind is Kind.LABEL:
        return chance.choice(("label", "equivalent", "none"))
    if leaf.kind is Kind.YES_NO:
        return chance.choice(("yes", "no"))
    if leaf.kind is Kind.SCALE:
        codes = [level.code for level in leaf.levels]
        if tuples and leaf.method:
            return tuple(chance.choice(codes) for _ in range(4))
        return chance.choice(codes)
    return D(chance.choice(("75", "87.3", "99.99", "100", "100", "112.5", "118.37", "133.33")))
