"""What a spreadsheet of fifteen digits can hold, as docs/workbooks.md says: is a result on the edge of it?"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import pairwise

from tenders.scoring.awards import AWARDS
from tenders.scoring.columns import total_of
from tenders.scoring.model import Criterion, RoundAt, TieBreak
from tenders.scoring.numbers import HUNDRED, value_of
from tenders.scoring.result import BidResult, LotResult

DIGITS = 15
WRONG_UNITS = Decimal(2)  # of the fifteenth digit: half a one is ours, one and a half LibreOffice's own ROUND
_WIDE = Context(prec=100, rounding=ROUND_HALF_UP)


def on_the_edge(result: LotResult) -> bool:
    """Is any figure that is rounded too long, or so near below a half that its fifteenth digit decides?

    Or do two bids differ in what decides a tie, and not within fifteen digits?
    """
    places = result.lot.award.rounding.places
    hidden = any(_hide_one(values, full_worth(result)) for values in _deciding_ties(result))
    return hidden or any(_told_wrongly(exact, size, places) for exact, size in _figures(result))


def _hide_one(values: list[Decimal], size: Decimal) -> bool:
    unit = WRONG_UNITS.scaleb(max(1, size.adjusted() + 1) - DIGITS)
    return any(0 < second - first <= unit for first, second in pairwise(sorted(values)))


def _deciding_ties(result: LotResult) -> Iterator[list[Decimal]]:
    """Of all bids that count: what they earn for quality, or for the criterion of a rule."""
    named = {rule.criterion for rule in result.lot.award.ties if rule.by is TieBreak.CRITERION}
    for node in result.lot.nodes():
        if node.code in named:
            codes = [leaf.code for leaf in node.leaves()]
            yield [_earned(result, each, codes) for each in result.counted]
    yield [value_of(each.standing.quality) for each in result.counted]


def _earned(result: LotResult, each: BidResult, codes: list[str]) -> Decimal:
    return value_of(total_of(result.lot.award, [each.scores[code] for code in codes]))


def _told_wrongly(exact: Decimal, size: Decimal, places: int) -> bool:
    clean = DIGITS - max(1, size.adjusted() + 1)
    near = abs(exact) + WRONG_UNITS.scaleb(-clean)
    return clean <= places or _rounded(near, places) != _rounded(abs(exact), places)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_WIDE)


def _figures(result: LotResult) -> Iterator[tuple[Decimal, Decimal]]:
    """What is rounded, and the greatest magnitude on the way to it."""
    full = full_worth(result)
    for each in result.counted:
        yield value_of(each.figure), max(full, abs(value_of(each.figure)), _price(result, each))
        if result.lot.award.rounding.at is RoundAt.CRITERION:
            yield from ((score.exact, max(full, abs(score.exact))) for score in each.scores.values())


def _price(result: LotResult, each: BidResult) -> Decimal:
    return each.price or Decimal(0) if AWARDS[result.lot.award.method].in_euros else Decimal(0)


def full_worth(result: LotResult) -> Decimal:
    """What all criteria together are worth: points, or euros."""
    award = AWARDS[result.lot.award.method]
    scored = [leaf for leaf in result.lot.leaves() if award.scores(leaf)]
    if not scored:
        return Decimal(1)
    whole: Criterion = replace(scored[0], weight=HUNDRED)
    return max(award.worth(result.lot.award, whole), Decimal(1))
