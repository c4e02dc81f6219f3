"""What bids offer, what assessors gave, and who fell away, came too late or was drawn."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import (
    AwardRule,
    Bid,
    BidValue,
    Combination,
    Criterion,
    Direction,
    Kind,
    Lot,
    Requirement,
    TieBreak,
)
from tenders.scoring.stated import shares, states_code
from tests.tenders.reports.varied.parameters import edges
from tests.tenders.reports.varied.texts import word
from tests.tenders.reports.varied.trees import around_of

D = Decimal
Value = BidValue | tuple[BidValue, ...]
COUNTS = (*(1, 2, 2, 3, 3, 3, 4, 5, 6) * 7, 9, 12, 24)  # bids on a lot: most are small
PANELS = (1, 2, 3, 3, 4, 5, 7)
TIMES = ("0.75", "0.873", "0.9999", "1", "1", "1.125", "1.18371", "1.3333", "2.5")
MOST_BENDS = (
    10  # of a number that a panel gives: seven times a longer list is more than Excel takes as a formula
)


def bids(chance: random.Random, leaves: Sequence[Criterion], award: AwardRule) -> tuple[Bid, ...]:
    """From few possibilities, so that values are often equal; the last is often a twin of the one before."""
    pools = {leaf.code: _pool(chance, leaf) for leaf in leaves}
    panel = chance.choice(PANELS) if award.combination is not None else 0
    if award.combination is Combination.CONSENSUS:
        panel = min(panel, 1)
    panels = {leaf.code: panel if _by_panel(chance, award, leaf) else 0 for leaf in leaves}
    offers = [
        {leaf.code: _value(chance, pools[leaf.code], panels[leaf.code]) for leaf in leaves}
        for _ in range(chance.choice(COUNTS))
    ]
    if chance.random() < 0.5:
        offers.append(dict(offers[-1]))
    made = [
        Bid(code=_code(chance, place), name=word(chance), values=offer)
        for place, offer in enumerate(offers, 1)
    ]
    return tuple(_explained(chance, bid) for bid in made)


def _code(chance: random.Random, place: int) -> str:
    return chance.choice(("I", "0", "Bid ", "é", "=")) + str(place)


def _pool(chance: random.Random, leaf: Criterion) -> Sequence[BidValue]:
    if states_code(leaf):
        return tuple(shares(leaf))
    published = edges(leaf)
    around = abs(chance.choice(published)) if published else around_of(chance, leaf.kind or Kind.QUANTITY)
    found = [_short((around or D(1)) * D(times), leaf) for times in TIMES]
    found += [_short(edge, leaf) for edge in published]
    return [value for value in found if _may_offer(leaf, value)] or [D(1)]


def _short(value: Decimal, leaf: Criterion) -> Decimal:
    """In whole cents, or in no more digits than a spreadsheet keeps."""
    places = 2 if leaf.kind is Kind.PRICE else 6
    return value.quantize(D(1).scaleb(-places)).normalize() + D(0)


def _may_offer(leaf: Criterion, value: Decimal) -> bool:
    if leaf.kind is Kind.PRICE:
        return value > 0
    divides = leaf.method in METHODS and METHODS[leaf.method].above_zero
    least = D("0.000001") if divides and leaf.direction is Direction.LOWER else D(0)
    return value >= least if divides else True


def _by_panel(chance: random.Random, award: AwardRule, leaf: Criterion) -> bool:
    method = AWARDS[award.method]
    assessable = leaf.kind is not Kind.PRICE and method.scores(leaf) and not METHODS[leaf.method].relative
    return assessable and chance.random() < 0.6


def _value(chance: random.Random, pool: Sequence[BidValue], panel: int) -> Value:
    if panel:
        return tuple(chance.choice(pool) for _ in range(panel))
    return chance.choice(pool)


def _explained(chance: random.Random, bid: Bid) -> Bid:
    if chance.random() < 0.8:
        return bid
    return replace(bid, motivations={code: word(chance) for code in bid.values if chance.random() < 0.5})


# ── what happened to them ────────────────────────────────────────────────────────────────────────


def lived_through(lot: Lot, chance: random.Random) -> Lot:
    """Free, knocked out with empty cells, fallen; then the draws."""
    lot = replace(lot, requirements=_requirements(chance))
    lot = replace(lot, bids=tuple(_event(bid, lot, chance) for bid in lot.bids))
    return _drawn(lot, chance)


def _requirements(chance: random.Random) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(
            code=f"KO{place}",
            title=word(chance),
            text=word(chance),
            proof=word(chance),
            basis=chance.choice(((), ("2.115",))),
        )
        for place in range(1, chance.randint(0, 3) + 1)
    )


def _event(bid: Bid, lot: Lot, chance: random.Random) -> Bid:
    prices = [leaf.code for leaf in lot.leaves() if leaf.kind is Kind.PRICE]
    if prices and chance.random() < 0.08:
        bid = replace(bid, values={**bid.values, chance.choice(prices): D(0)})
    if lot.requirements and chance.random() < 0.1:
        missed = chance.sample(lot.requirements, chance.randint(1, len(lot.requirements)))
        bid = replace(bid, failed={each.code: word(chance) for each in missed})
        return _not_scored(bid, chance)
    if chance.random() < 0.08:
        bid = replace(bid, fallen=word(chance))
        return _not_scored(bid, chance) if chance.random() < 0.3 else bid
    return bid


def _not_scored(bid: Bid, chance: random.Random) -> Bid:
    """Some cells stay empty, and a panel that did not finish leaves some of its own."""
    kept = {code: value for code, value in bid.values.items() if chance.random() < 0.6}
    part = {
        code: value[:-1] if isinstance(value, tuple) and len(value) > 1 else value
        for code, value in kept.items()
    }
    return replace(bid, values=part if bid.failed else kept)


def _drawn(lot: Lot, chance: random.Random) -> Lot:
    if all(rule.by is not TieBreak.DRAW for rule in lot.award.ties) or chance.random() < 0.3:
        return lot
    codes = [bid.code for bid in lot.bids]
    draws = [
        tuple(chance.sample(codes, chance.randint((len(codes) + 1) // 2, len(codes))))
        for _ in range(chance.choice((1, 1, 2, 3)))
    ]
    first, *later = draws
    return replace(lot, draw=first, later_draws=tuple(later))
