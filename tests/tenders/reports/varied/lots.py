"""Lots in which everything that may be published, offered or recorded differs; the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenders.scoring.awards import AWARDS
from tenders.scoring.check.rules import MOST_PLACES
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    AwardRule,
    Combination,
    Criterion,
    FallingAway,
    Kind,
    Lot,
    RoundAt,
    Rounding,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)
from tenders.scoring.problem import NotEvaluable
from tests.tenders.reports.fifteen_digits import on_the_edge
from tests.tenders.reports.hard_lots import hardened
from tests.tenders.reports.random_lots import random_lot
from tests.tenders.reports.varied.bids import bids, lived_through
from tests.tenders.reports.varied.parameters import number, of_award
from tests.tenders.reports.varied.texts import word
from tests.tenders.reports.varied.trees import tree

D = Decimal
OFTEN = ("weighted-points",) * 5  # all scoring methods for a price are under this one
POINTS = ("1", "10", "87.5", "100", "100", "1000", "1000", "250000", "1000000000")
ZERO_AMOUNTS = ("0.01", "1", "250", "99999.99")
TRIES = 200
HARD = 4  # one in so many is one of `hard_lots`


def varied_lots(count: int, first: int) -> Iterator[Lot]:
    """The lots with the numbers from `first`; the lot of a number is always the same."""
    for place in range(first, first + count):
        yield _usable(random.Random(f"lot {place}"), place)


def _usable(chance: random.Random, place: int) -> Lot:
    """Drawn anew where chance made a lot without an outcome, or one on the edge of fifteen digits."""
    for _ in range(TRIES):
        hard = place % HARD == 0
        lot = hardened(random_lot(chance, place // HARD), chance) if hard else _lot(chance, place)
        try:
            result = evaluate(lot)
        except NotEvaluable:
            continue
        if not on_the_edge(result):
            return lot
    raise RuntimeError(f"no lot for {place}")


def _lot(chance: random.Random, place: int) -> Lot:
    methods = (*OFTEN, *(award.code for award in AWARDS))
    method = methods[place % len(methods)]
    criteria = tree(chance, method)
    leaves = [leaf for node in criteria for leaf in node.leaves()]
    points = number(chance, POINTS)
    award = AwardRule(
        method=method,
        parameters=of_award(chance, method, leaves),
        points=points,
        rounding=Rounding(chance.randint(0, MOST_PLACES), chance.choice(tuple(RoundAt))),
        ties=_ties(chance, method, criteria),
        zero_price=_zero_rule(chance),
        combination=chance.choice((None, *Combination)),
        falling_away=chance.choice((None, *FallingAway, *FallingAway)),
    )
    lot = Lot(
        code=f"{chance.choice(('P', '0', 'é', '='))}{place}",
        title=word(chance),
        criteria=criteria,
        award=award,
        bids=bids(chance, leaves, award),
    )
    return lived_through(lot, chance)


def _zero_rule(chance: random.Random) -> ZeroPriceRule | None:
    treated = ZeroPriceRule(ZeroPrice.TREAT_AS, number(chance, ZERO_AMOUNTS))
    return chance.choice((None, ZeroPriceRule(ZeroPrice.EXCLUDE), treated, treated))


def _ties(chance: random.Random, method: str, criteria: Sequence[Criterion]) -> tuple[TieRule, ...]:
    award = AWARDS[method]
    nodes = [node for top in criteria for node in top.nodes()]
    leaves = [leaf for top in criteria for leaf in top.leaves()]
    rules = [
        TieRule(TieBreak.CRITERION, node.code) for node in nodes if all(map(award.scores, node.leaves()))
    ]
    chance.shuffle(rules)
    del rules[2:]
    if sum(leaf.kind is Kind.PRICE for leaf in leaves) == 1:
        rules.append(TieRule(TieBreak.PRICE))
    if any(leaf.kind is not Kind.PRICE and award.scores(leaf) for leaf in leaves):
        rules.append(TieRule(TieBreak.QUALITY))
    chance.shuffle(rules)
    kept = rules[: chance.randint(0, len(rules))]
    return (*kept, *([TieRule(TieBreak.DRAW)] if chance.random() < 0.6 else []))
