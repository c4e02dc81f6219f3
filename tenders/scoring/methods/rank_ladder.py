"""F12: a fixed share for each place in the order of values; equal values share the better place."""

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import (
    Parameter,
    ParameterKind,
    Ratio,
    ScoringMethod,
    ShareOf,
    Symbol,
    Verdict,
)
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.numbers import ONE, ZERO, whole
from tenders.scoring.parameters import entries
from tenders.scoring.shown import cell, offered
from tenders.scoring.sources import PIANOO_CASE_LAW, RANK_LADDER, RANK_REVERSAL, TRANSPARENCY

_CHOICES = 25  # LibreOffice takes no more than 30 in one CHOOSE

_RISING = Text(
    nl="Plaats {place} krijgt meer dan de plaats ervoor. Zet de treden van hoog naar laag.",
    en="Place {place} earns more than the place before. List the steps from high to low.",
)
_SHARE = Text(
    nl="Plaats {place}: het deel van de punten moet tussen 0 en 1 liggen.",
    en="Place {place}: the share of the points must be between 0 and 1.",
)


def shares_of(criterion: Criterion) -> tuple[Decimal, ...]:
    return entries(criterion.parameters, "shares", Decimal)


def check(criterion: Criterion) -> Sequence[Text]:
    shares = shares_of(criterion)
    found = [
        _RISING.format(place=str(place))
        for place, (before, share) in enumerate(itertools.pairwise(shares), start=2)
        if share > before
    ]
    found += [
        _SHARE.format(place=str(place))
        for place, share in enumerate(shares, start=1)
        if not ZERO <= share <= ONE
    ]
    return found


def place_in(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> int:
    """1 for the best value; one more for every bid that is better."""
    return 1 + sum(other < value if lower_is_better(criterion) else other > value for other in column)


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    shares = shares_of(criterion)
    sign = ONE if lower_is_better(criterion) else -ONE
    ordered = sorted(sign * value for value in column)

    def share(value: Decimal) -> Ratio:
        better = bisect_left(ordered, sign * value)
        return whole(shares[min(better, len(shares) - 1)])

    return share


_PLACE = Text(nl="de plaats onder de geldige inschrijvingen", en="the place among the valid bids")
_STEP = Text(nl="het bekendgemaakte deel voor die plaats", en="the published share for that place")


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    place = place_in(criterion, column, value)
    return (
        Symbol("P", offered(criterion), value),
        Symbol("r", _PLACE, Decimal(place)),
        Symbol("s(r)", _STEP, share_of(criterion, column)(value).numerator),
    )


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    shares = [cell(share) for share in shares_of(criterion)]
    order = "1" if lower_is_better(criterion) else "0"
    place = f"MIN({len(shares)},RANK({value},{column},{order}))"
    last = (len(shares) - 1) // _CHOICES * _CHOICES
    expression = _chosen(place, last, shares[last:])
    for start in range(last - _CHOICES, -1, -_CHOICES):
        end = start + _CHOICES
        expression = f"IF({place}<={end},{_chosen(place, start, shares[start:end])},{expression})"
    return expression


def _chosen(place: str, before: int, shares: list[str]) -> str:
    """One of these shares, which come after `before` others."""
    return f"CHOOSE({place}{f'-{before}' if before else ''},{','.join(shares)})"


METHOD = ScoringMethod(
    code="rank-ladder",
    title=Text(nl="Punten per plaats", en="Points by place"),
    formula="s(r)",
    words=Text(
        nl="Elke plaats heeft een vast deel van de hoogste score; plaatsen na de laatste trede krijgen die "
        "trede. Gelijke waarden delen de hoogste plaats.",
        en="Each place has a fixed share of the highest score; places after the last step earn that step. "
        "Equal values share the better place.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=(
        Parameter(
            name="shares",
            symbol="s(1), s(2) …",
            title=Text(nl="Treden", en="Steps"),
            help=Text(
                nl="Het deel van de punten (0 tot 1) voor plaats 1, 2, 3 en verder.",
                en="The share of the points (0 to 1) for place 1, 2, 3 and on.",
            ),
            kind=ParameterKind.SHARES,
        ),
    ),
    relative=True,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="Grof: een cent verschil telt even zwaar als een ton. De score hangt geheel af van de anderen.",
        en="Crude: a difference of a cent counts as much as one of 100,000. Depends wholly on the others.",
    ),
    basis=(TRANSPARENCY, RANK_LADDER, PIANOO_CASE_LAW, RANK_REVERSAL),
    check=check,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
