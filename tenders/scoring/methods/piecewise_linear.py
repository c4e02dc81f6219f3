"""F11 with a bend: straight lines through published points; outside them the nearest point counts."""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.direction import never_improves
from tenders.scoring.method import (
    Parameter,
    ParameterKind,
    Ratio,
    ScoringMethod,
    ShareOf,
    Symbol,
    Verdict,
)
from tenders.scoring.model import Criterion, Kind, Knot
from tenders.scoring.numbers import ONE, ZERO, whole
from tenders.scoring.parameters import entries
from tenders.scoring.shown import apart, cell, offered
from tenders.scoring.sources import TRADE_PRACTICE, TRANSPARENCY

_TOO_FEW = Text(nl="Geef minstens twee punten.", en="Give at least two points.")
_ORDER = Text(
    nl="Punt {place}: de waarde {value} moet hoger zijn dan die van het punt ervoor.",
    en="Point {place}: the value {value} must be higher than that of the point before.",
)
_SHARE = Text(
    nl="Punt {place}: het deel van de punten moet tussen 0 en 1 liggen.",
    en="Point {place}: the share of the points must be between 0 and 1.",
)
_REWARDS_WORSE = Text(
    nl="Een slechtere waarde krijgt hier meer punten dan een betere. Pas de punten aan.",
    en="A worse value earns more here than a better one. Change the points.",
)


def knots_of(criterion: Criterion) -> tuple[Knot, ...]:
    return entries(criterion.parameters, "knots", Knot)


def check(criterion: Criterion) -> Sequence[Text]:
    knots = knots_of(criterion)
    if len(knots) < 2:
        return (_TOO_FEW,)
    found = [
        _ORDER.format(place=str(place), value=in_both(knot.value))
        for place, (before, knot) in enumerate(itertools.pairwise(knots), start=2)
        if knot.value <= before.value
    ]
    found += [
        _SHARE.format(place=str(place))
        for place, knot in enumerate(knots, start=1)
        if not ZERO <= knot.share <= ONE
    ]
    if not never_improves(criterion, [knot.share for knot in knots]):
        found.append(_REWARDS_WORSE)
    return found


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    knots = knots_of(criterion)
    values = [knot.value for knot in knots]

    def share(value: Decimal) -> Ratio:
        after = bisect_right(values, value)
        if after in (0, len(knots)):
            return whole(knots[max(after - 1, 0)].share)
        left, right = knots[after - 1], knots[after]
        width = right.value - left.value
        return Ratio(left.share * width + (value - left.value) * (right.share - left.share), width)

    return share


_LEFT = Text(nl="het bekendgemaakte punt links", en="the published point to the left")
_RIGHT = Text(nl="het bekendgemaakte punt rechts", en="the published point to the right")
_LEFT_SHARE = Text(nl="het deel van de punten links", en="the share of the points to the left")
_RIGHT_SHARE = Text(nl="het deel van de punten rechts", en="the share of the points to the right")
_COUNTS_AS = Text(
    nl="{meaning}; {value} telt als het laatste punt", en="{meaning}; {value} counts as the last point"
)


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    knots = knots_of(criterion)
    inside = min(max(value, knots[0].value), knots[-1].value)
    after = min(bisect_right([knot.value for knot in knots], inside), len(knots) - 1)
    left, right = knots[after - 1], knots[after]
    meaning = offered(criterion)
    if inside != value:
        meaning = _COUNTS_AS.format(meaning=meaning, value=in_both(value))
    return (
        Symbol("P", meaning, inside),
        Symbol("P1", _LEFT, left.value),
        Symbol("s1", _LEFT_SHARE, left.share),
        Symbol("P2", _RIGHT, right.value),
        Symbol("s2", _RIGHT_SHARE, right.share),
    )


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    knots = knots_of(criterion)
    expression = cell(knots[-1].share)
    for left, right in reversed(list(itertools.pairwise(knots))):
        along = apart(value, cell(left.value), max(abs(left.value), abs(right.value)))
        slope = f"{along}*{cell(right.share - left.share)}"
        line = f"{cell(left.share)}+{slope}/{cell(right.value - left.value)}"
        expression = f"IF({value}<{cell(right.value)},{line},{expression})"
    return f"IF({value}<{cell(knots[0].value)},{cell(knots[0].share)},{expression})"


METHOD = ScoringMethod(
    code="piecewise-linear",
    title=Text(nl="Rechte lijnen door bekendgemaakte punten", en="Straight lines through published points"),
    formula="s1 + (P − P1) × (s2 − s1) / (P2 − P1)",
    words=Text(
        nl="Tussen twee bekendgemaakte punten een rechte lijn; daarbuiten geldt het laatste punt.",
        en="A straight line between two published points; outside them the last point holds.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=(
        Parameter(
            name="knots",
            symbol="(P1; s1), (P2; s2) …",
            title=Text(nl="Punten van de lijn", en="Points of the line"),
            help=Text(
                nl="Per punt een waarde en het deel van de punten (0 tot 1), van lage naar hoge waarde.",
                en="For each point a value and the share of the points (0 to 1), from low to high value.",
            ),
            kind=ParameterKind.KNOTS,
        ),
    ),
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Geeft de inkoper de vrije hand over de waarde van elk verschil. Houd het aantal punten klein.",
        en="Gives the buyer a free hand over the worth of each difference. Keep the number of points small.",
    ),
    basis=(TRANSPARENCY, TRADE_PRACTICE),
    check=check,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
