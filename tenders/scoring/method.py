"""The shape of a scoring method: one formula that turns the value of a bid into a share of the points.

Each file of `methods/` ends in `METHOD = ScoringMethod(...)`. Its parameters are data: the form,
the checks, the help page and the published explanation all read the same list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from procurement.language import Text
from procurement.law import Citation
from tenders.scoring.model import Criterion, Direction, Kind


class Ratio(NamedTuple):
    """An exact quotient, kept undivided so that rounding happens once and on the true value."""

    numerator: Decimal
    denominator: Decimal


class ParameterKind(StrEnum):
    NUMBER = "number"
    CHOICE = "choice"
    STEPS = "steps"
    KNOTS = "knots"
    SHARES = "shares"
    LEVEL_AMOUNTS = "level_amounts"
    CRITERION = "criterion"  # the code of a criterion of the same lot


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that the tender must publish before the method can be used."""

    name: str
    symbol: str
    title: Text
    help: Text
    kind: ParameterKind = ParameterKind.NUMBER
    minimum: Decimal | None = None  # inclusive
    maximum: Decimal | None = None
    above: Decimal | None = None  # exclusive lower bound
    choices: tuple[tuple[str, Text], ...] = ()


class Verdict(StrEnum):
    """May a tender use it?"""

    ALLOWED = "allowed"
    WARNED = "warned"  # allowed, with the stated risk
    REFUSED = "refused"


class Symbol(NamedTuple):
    """One input of a formula as shown to a bidder: P = € 1.250,00, the price of this bid."""

    symbol: str
    meaning: Text
    value: Decimal | str


ShareOf = Callable[[Decimal], Ratio]
ExclusionOf = Callable[[Decimal], Text | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringMethod:
    """`share_of(criterion, column)` gives, for the values of all valid bids, the function value → share."""

    code: str
    title: Text
    formula: str  # in symbols, as printed: "(Pmax − P) / (Pmax − Pmin)"
    words: Text  # the same in one sentence
    kinds: frozenset[Kind]
    parameters: tuple[Parameter, ...] = ()
    relative: bool  # does a score depend on the other bids?
    above_zero: bool = False  # lower is better: no value may be 0; higher is better: not all may be 0
    higher_formula: str = ""  # the formula where higher is better, if it differs
    verdict: Verdict
    remark: Text  # strong and weak points; for a refused method the reason
    basis: tuple[Citation, ...]
    check: Callable[[Criterion], Sequence[Text]]  # what is wrong with the published parameters
    share_of: Callable[[Criterion, Sequence[Decimal]], ShareOf]
    inputs: Callable[[Criterion, Sequence[Decimal], Decimal], tuple[Symbol, ...]]
    # the share as an English Excel expression; `value` a cell, `column` a range, parameters inline
    spreadsheet: Callable[[Criterion, str, str], str]
    # gives the function value → published reason to set a bid aside, such as a price above the ceiling;
    # None where the tender publishes no such reason
    excludes: Callable[[Criterion], ExclusionOf | None] = lambda criterion: None
    # may a value earn less than nothing, as the parameters stand?
    below_zero: Callable[[Criterion], bool] = lambda criterion: False

    def formula_for(self, criterion: Criterion) -> str:
        higher = criterion.direction is Direction.HIGHER and self.higher_formula
        return self.higher_formula if higher else self.formula
