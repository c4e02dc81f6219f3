"""Trying out a scoring method on made-up values, without a tender. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.direction import lower_is_better
from tenders.scoring.explain import filled_in
from tenders.scoring.method import ScoringMethod, ShareOf, Symbol
from tenders.scoring.model import Criterion, Knot, Step
from tenders.scoring.numbers import ZERO, exactly, rounded, times, value_of
from tenders.scoring.parameters import wrong_parameters

PLACES = 2
SAMPLES = 128  # a power of two: the steps between them are exact decimals
CHANGE = Decimal("0.01")  # the "what if" step: one percent


@dataclass(frozen=True, slots=True)
class Tried:
    """One value with what it earns. `letter` marks it in the table and on the curve."""

    letter: str
    value: Decimal
    share: Decimal
    points: Decimal
    gain: Decimal  # points for a value that is 1% better
    symbols: tuple[Symbol, ...]
    filled: Text  # the formula with the numbers in it
    set_aside: Text | None

    @property
    def percent(self) -> Decimal:
        return self.share * 100


@dataclass(frozen=True, slots=True)
class Sample:
    value: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Trial:
    rows: tuple[Tried, ...]
    samples: tuple[Sample, ...]  # the curve, with the other values as they are


_ABOVE_ZERO = Text(
    nl="Deze methode kan een waarde van 0 of lager niet aan. Vul hogere waarden in.",
    en="This method cannot take a value of 0 or less. Enter higher values.",
)


def problems(method: ScoringMethod, criterion: Criterion, values: Sequence[Decimal]) -> list[Text]:
    """Everything that keeps the method from being tried with these parameters and values."""
    found = [wrong.message for wrong in wrong_parameters(method.parameters, criterion.parameters)]
    if not found:
        found += method.check(criterion)
    if method.above_zero and min(values) <= ZERO:
        found.append(_ABOVE_ZERO)
    return found


def tried(method: ScoringMethod, criterion: Criterion, values: Sequence[Decimal], points: Decimal) -> Trial:
    """What each value earns of `points`, when these are the only bids."""
    with exactly():
        share_of = method.share_of(criterion, values)
        rows = [_row(method, criterion, values, points, share_of, number) for number in range(len(values))]
        samples = tuple(
            Sample(value, value_of(share_of(value))) for value in sorted(_sampled(method, criterion, values))
        )
    return Trial(tuple(rows), samples)


def _row(
    method: ScoringMethod,
    criterion: Criterion,
    values: Sequence[Decimal],
    points: Decimal,
    share_of: ShareOf,
    number: int,
) -> Tried:
    value, excludes = values[number], method.excludes(criterion)
    share, symbols = share_of(value), method.inputs(criterion, values, value)
    return Tried(
        letter=chr(ord("a") + number),
        value=value,
        share=value_of(share),
        points=rounded(times(share, points), PLACES),
        gain=_gain(method, criterion, values, points, number),
        symbols=symbols,
        filled=filled_in(method.formula_for(criterion), symbols),
        set_aside=excludes(value) if excludes is not None else None,
    )


def _gain(
    method: ScoringMethod, criterion: Criterion, values: Sequence[Decimal], points: Decimal, number: int
) -> Decimal:
    """The extra points if this bid alone were 1% better; the others stay, the references move along."""
    value = values[number]
    better = value * (1 - CHANGE) if lower_is_better(criterion) else value * (1 + CHANGE)
    changed = [*values[:number], better, *values[number + 1 :]]
    before = rounded(times(method.share_of(criterion, values)(value), points), PLACES)
    after = rounded(times(method.share_of(criterion, changed)(better), points), PLACES)
    return after - before


def _sampled(method: ScoringMethod, criterion: Criterion, values: Sequence[Decimal]) -> set[Decimal]:
    """Evenly spread values around those tried and the published limits, and every bend itself."""
    bends = set(_bends(criterion)) | set(values)
    low, high = min(bends), max(bends)
    margin = (high - low or abs(high) or Decimal(1)) / 8
    low, high = low - margin, high + margin
    if low <= ZERO and min(bends) >= ZERO:
        low = min(bends) / 2 if method.above_zero else ZERO
    step = (high - low) / SAMPLES
    return bends | {low + step * number for number in range(SAMPLES + 1)}


def _bends(criterion: Criterion) -> Iterator[Decimal]:
    for name, parameter in criterion.parameters.items():
        if isinstance(parameter, Decimal) and name in ("floor", "ceiling"):
            yield parameter
        for entry in parameter if isinstance(parameter, tuple) else ():
            if isinstance(entry, Knot):
                yield entry.value
            elif isinstance(entry, Step):
                yield from (limit for limit in (entry.lower, entry.upper) if limit is not None)
