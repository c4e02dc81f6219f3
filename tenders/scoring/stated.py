"""Criteria on which a bid states a code instead of a number: a level, a label, yes or no."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.method import ShareOf, Symbol
from tenders.scoring.model import BidValue, Criterion, Kind
from tenders.scoring.numbers import ONE, ZERO, whole
from tenders.scoring.shown import cell, quoted

LABEL_SHARES: Mapping[str, Decimal] = {"label": ONE, "equivalent": ONE, "none": ZERO}
YES_NO_SHARES: Mapping[str, Decimal] = {"yes": ONE, "no": ZERO}

_SHARE = Text(
    nl="het bekendgemaakte deel van de hoogste score", en="the published share of the highest score"
)


def shares(criterion: Criterion) -> Mapping[str, Decimal]:
    """The share of the points of each code that a bid may state."""
    if criterion.kind is Kind.LABEL:
        return LABEL_SHARES
    if criterion.kind is Kind.YES_NO:
        return YES_NO_SHARES
    return {level.code: level.share for level in criterion.levels}


def states_code(criterion: Criterion) -> bool:
    return criterion.kind in (Kind.SCALE, Kind.LABEL, Kind.YES_NO)


def number_of(criterion: Criterion, value: BidValue) -> Decimal:
    """What goes into the formula: the number itself, or the share of the code."""
    return value if isinstance(value, Decimal) else shares(criterion)[value]


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    return whole


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    return (Symbol("s", _SHARE, value),)


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    expression = "NA()"
    for code, share in reversed(tuple(shares(criterion).items())):
        expression = f"IF({value}={quoted(code)},{cell(share)},{expression})"
    return expression
