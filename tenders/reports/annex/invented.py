"""Two invented bids for a lot, so that the published formulas can be shown at work by the real scoring code.

Values are chosen from what the tender publishes: the middle of a band, a step, a level. They say nothing
about what a good bid is, and each stays above a published minimum score.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_UP, Decimal

from procurement.language import Text
from tenders.reports.annex.tree import most_of, worth_in_euros
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.direction import lower_is_better
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Bid, BidValue, Criterion, Kind, Knot, Lot, Step, TieBreak
from tenders.scoring.numbers import value_of
from tenders.scoring.stated import number_of, shares

FIRST, SECOND = "A", "B"
NAME = Text(nl="Voorbeeld {code} (verzonnen)", en="Example {code} (invented)")

_PRICE = Decimal(100_000)
_QUANTITY = Decimal(100)
_BETTER, _WORSE = Decimal(1), Decimal("1.25")


def invented_lot(lot: Lot, say: Wording) -> Lot:
    """The lot with two invented bids in place of the real ones."""
    pairs = {leaf.code: invented_values(lot, leaf) for leaf in lot.leaves()}
    bids = tuple(
        Bid(code=code, name=say(NAME, code=code), values={leaf: pair[place] for leaf, pair in pairs.items()})
        for place, code in enumerate((FIRST, SECOND))
    )
    by_draw = any(rule.by is TieBreak.DRAW for rule in lot.award.ties)
    return replace(lot, bids=bids, draw=(FIRST, SECOND) if by_draw else ())


def invented_values(lot: Lot, criterion: Criterion) -> tuple[BidValue, BidValue]:
    """One value for each bid; the second differs from the first where it can."""
    candidates = list(dict.fromkeys(_candidates(lot, criterion)))
    enough = [value for value in candidates if _reaches_minimum(lot, criterion, value, candidates)]
    usable = enough or candidates
    return usable[0], usable[min(1, len(usable) - 1)]


def _reaches_minimum(lot: Lot, criterion: Criterion, value: BidValue, candidates: list[BidValue]) -> bool:
    if criterion.minimum is None or not AWARDS[lot.award.method].scores(criterion):
        return True
    column = [number_of(criterion, candidate) for candidate in candidates]
    share = METHODS[criterion.method].share_of(criterion, column)(number_of(criterion, value))
    return value_of(share) * 100 >= criterion.minimum


def _candidates(lot: Lot, criterion: Criterion) -> Iterator[BidValue]:
    if criterion.kind in (Kind.SCALE, Kind.LABEL, Kind.YES_NO):
        yield from _codes(criterion)
        return
    yield from _published(criterion)
    start = _price(lot) if criterion.kind is Kind.PRICE else _QUANTITY
    yield start
    yield start * _WORSE if lower_is_better(criterion) else start / _WORSE


def _codes(criterion: Criterion) -> Iterator[str]:
    """The second best first: the best shows nothing of how points are lost."""
    best_first = sorted(shares(criterion).items(), key=lambda entry: -entry[1])
    ordered = [code for code, _share in best_first]
    yield from (*ordered[1:2], *ordered[:1]) if len(ordered) > 2 else ordered


def _published(criterion: Criterion) -> Iterator[Decimal]:
    """Values inside what the tender published; none for a formula that is relative to other bids."""
    parameters = criterion.parameters
    floor, ceiling = parameters.get("floor"), parameters.get("ceiling")
    if isinstance(floor, Decimal) and isinstance(ceiling, Decimal):
        worse, best = (ceiling, floor) if lower_is_better(criterion) else (floor, ceiling)
        yield (floor + ceiling) / 2
        yield best + (worse - best) / 4
        yield best
    yield from _inside(parameters.get("steps"), parameters.get("knots"))


def _inside(steps: object, knots: object) -> Iterator[Decimal]:
    if isinstance(steps, tuple):
        limits = [step.lower for step in steps if isinstance(step, Step) and step.lower is not None]
        yield from limits[len(limits) // 2 :]
        yield from limits[: len(limits) // 2]
    if isinstance(knots, tuple):
        values = [knot.value for knot in knots if isinstance(knot, Knot)]
        middle = len(values) // 2
        yield (values[middle - 1] + values[middle]) / 2
        yield from values


def _price(lot: Lot) -> Decimal:
    """Round, and well above what all criteria together can earn where those are worth euros."""
    if not worth_in_euros(AWARDS[lot.award.method]):
        return _PRICE
    worth = sum((most_of(lot, leaf) for leaf in lot.leaves() if leaf.kind is not Kind.PRICE), Decimal(0)) * 4
    return worth.quantize(Decimal(10) ** worth.adjusted(), rounding=ROUND_UP)
