"""How lots are built and what happens to bids, beyond the values of single fields."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tenders.reports.edition import Assessment
from tenders.scoring.check.rules import MOST_PLACES, MOST_POINTS
from tenders.scoring.model import Combination, Criterion, Kind, Lot, RoundAt, TieBreak
from tenders.scoring.stated import states_code
from tests.tenders.reports.varied.bids import PANELS
from tests.tenders.reports.varied.lots import POINTS

DEEPEST = 3  # groups within groups
MANY, MOST = 9, 24  # bids
EXPECTED = frozenset(
    (
        *(f"{places} decimals at {at}" for places in range(MOST_PLACES + 1) for at in RoundAt),
        *(f"{points} points" for points in POINTS),
        f"{MOST_POINTS} points",
        *(f"groups {depth} deep" for depth in range(DEEPEST + 1)),
        *(f"{count} bids" for count in range(1, MANY)),
        f"{MANY} bids or more",
        f"{MOST} bids or more",
        *(f"{count} prices" for count in range(3)),
        *(f"{size} assessors, {by}" for size in set(PANELS) for by in (Combination.MEAN, Combination.MEDIAN)),
        f"1 assessors, {Combination.CONSENSUS}",
        *(f"a panel on {kind}" for kind in Kind if kind is not Kind.PRICE),
        "no panel",
        "an empty cell",
        "an unfinished panel",
        "a price of 0",
        "a price of 0 set aside",
        "a value below 0",
        "a share below 0",
        "a weight with decimals",
        "a minimum of a group",
        "below a minimum",
        "knocked out on several grounds",
        "a malus",
        "fell away and is kept",
        "fell away and is gone",
        "nobody in the ranking",
        "a tie decided",
        "a tie left undecided",
        "decided on a group",
        "a draw of some of the bids",
        "three draws",
    )
)


def situations(assessments: Sequence[Assessment]) -> Counter[str]:
    """In how many lots each occurs."""
    return Counter(name for each in assessments for name in set(_of(each)))


def _of(each: Assessment) -> Iterator[str]:
    lot, award = each.lot, each.lot.award
    yield f"{award.rounding.places} decimals at {award.rounding.at}"
    yield f"{award.points} points"
    yield f"groups {max(map(_depth, lot.criteria))} deep"
    yield f"{len(lot.bids)} bids"
    yield from (f"{count} bids or more" for count in (MANY, MOST) if len(lot.bids) >= count)
    yield f"{sum(leaf.kind is Kind.PRICE for leaf in lot.leaves())} prices"
    yield from _offered(lot)
    yield from _published(lot)
    yield from _outcomes(each)


def _depth(node: Criterion) -> int:
    return 1 + max(map(_depth, node.children)) if node.children else 0


def _offered(lot: Lot) -> Iterator[str]:
    for leaf in lot.leaves():
        sizes = set()
        for bid in lot.bids:
            value = bid.values.get(leaf.code)
            if value is None:
                yield "an empty cell"
            elif isinstance(value, tuple):
                sizes.add(len(value))
                yield f"{len(value)} assessors, {lot.award.combination}"
                yield f"a panel on {leaf.kind}"
            elif not states_code(leaf):
                yield "no panel"
                yield from _number(leaf, value)
        if len(sizes) > 1:
            yield "an unfinished panel"


def _number(leaf: Criterion, value: object) -> Iterator[str]:
    if leaf.kind is Kind.PRICE and value == 0:
        yield "a price of 0"
    if not isinstance(value, str) and value < 0:
        yield "a value below 0"


def _published(lot: Lot) -> Iterator[str]:
    groups = {node.code for node in lot.nodes() if node.children}
    for node in lot.nodes():
        if node.weight != int(node.weight):
            yield "a weight with decimals"
        if node.children and node.minimum is not None:
            yield "a minimum of a group"
        if any(level.share < 0 for level in node.levels):
            yield "a malus"
    if any(rule.by is TieBreak.CRITERION and rule.criterion in groups for rule in lot.award.ties):
        yield "decided on a group"
    if lot.draw and len(lot.draw) < len(lot.bids):
        yield "a draw of some of the bids"
    if len(lot.later_draws) == 2:
        yield "three draws"


def _outcomes(each: Assessment) -> Iterator[str]:
    result = each.result
    scores = [score for found in result.counted for score in found.scores.values()]
    if any(score.share.numerator < 0 for score in scores):
        yield "a share below 0"
    if not result.ranking:
        yield "nobody in the ranking"
    if result.kept:
        yield "fell away and is kept"
    if result.undecided:
        yield "a tie left undecided"
    if any(found.tie is not None and "Decided" in found.tie.en for found in result.ranking):
        yield "a tie decided"
    for exclusion in result.excluded:
        yield from _reason(exclusion.reason.en)


def _reason(said: str) -> Iterator[str]:
    for words, name in (
        ("Fell away", "fell away and is gone"),
        ("less than the minimum", "below a minimum"),
        ("is 0; under the published rule", "a price of 0 set aside"),
        ("(2) Does not meet", "knocked out on several grounds"),
    ):
        if words in said:
            yield name
