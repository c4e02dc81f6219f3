"""How far assessors differ, per bid and criterion and per assessor. Advice: no score is changed by it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.method import Ratio
from tenders.scoring.numbers import ZERO, added, exactly, rounded

FEW = 5  # scores beside those of others; below that a pattern says little
PLACES = 1
NOTABLE = Decimal(10)  # percentage points from the panel
Cell = tuple[int, int]  # bid, criterion

TOO_FEW = Text(
    nl="Te weinig scores naast die van anderen ({count}) om iets over de strengheid te zeggen.",
    en="Too few scores beside those of others ({count}) to say anything about strictness.",
)
LIKE_THE_PANEL = Text(nl="Ongeveer als het panel.", en="About like the panel.")
STRICTER = Text(
    nl="Strenger dan het panel: gemiddeld {points} procentpunt lager.",
    en="Stricter than the panel: {points} percentage points lower on average.",
)
MILDER = Text(
    nl="Milder dan het panel: gemiddeld {points} procentpunt hoger.",
    en="Milder than the panel: {points} percentage points higher on average.",
)


@dataclass(frozen=True, slots=True)
class Given:
    """A level that an assessor gave: its place on the scale and the share of the points (%) it earns."""

    assessor: int
    bid: int
    criterion: int
    step: int
    share: Decimal

    @property
    def cell(self) -> Cell:
        return self.bid, self.criterion


@dataclass(frozen=True, slots=True)
class Spread:
    """The highest less the lowest of what assessors gave one bid on one criterion."""

    bid: int
    criterion: int
    steps: int
    share: Decimal
    assessors: int

    @property
    def is_unanimous(self) -> bool:
        return self.steps == 0


@dataclass(frozen=True, slots=True)
class Harshness:
    """The mean difference (percentage points) between one assessor and the panel; below zero is strict."""

    assessor: int
    difference: Decimal
    compared: int

    @property
    def says_little(self) -> bool:
        return self.compared < FEW

    @property
    def advice(self) -> Text:
        if self.says_little:
            return TOO_FEW.format(count=str(self.compared))
        if abs(self.difference) < NOTABLE:
            return LIKE_THE_PANEL
        points = f"{abs(self.difference):f}"
        words = STRICTER if self.difference < ZERO else MILDER
        return Text(nl=words.nl.format(points=points.replace(".", ",")), en=words.en.format(points=points))


def spreads(given: Iterable[Given]) -> tuple[Spread, ...]:
    """For each bid and criterion, the largest spread first."""
    found = [_spread(cell, scores) for cell, scores in _by_cell(given).items()]
    return tuple(sorted(found, key=lambda each: (-each.share, -each.steps, each.criterion, each.bid)))


def _spread(cell: Cell, scores: Sequence[Given]) -> Spread:
    steps, shares = [score.step for score in scores], [score.share for score in scores]
    with exactly():
        share = max(shares) - min(shares)
    return Spread(*cell, steps=max(steps) - min(steps), share=share, assessors=len(scores))


def harshness(given: Iterable[Given]) -> tuple[Harshness, ...]:
    """For each assessor, compared with the mean of all who scored the same bid on the same criterion."""
    differences: defaultdict[int, list[Ratio]] = defaultdict(list)
    for scores in _by_cell(given).values():
        for score in scores:
            differences[score.assessor] += [_from_mean(score, scores)] if len(scores) > 1 else []
    return tuple(_mean(assessor, found) for assessor, found in sorted(differences.items()))


def _from_mean(score: Given, scores: Sequence[Given]) -> Ratio:
    with exactly():
        total = sum((each.share for each in scores), ZERO)
        return Ratio(score.share * len(scores) - total, Decimal(len(scores)))


def _mean(assessor: int, differences: Sequence[Ratio]) -> Harshness:
    if not differences:
        return Harshness(assessor, ZERO, 0)
    with exactly():
        numerator, denominator = added(differences)
        mean = Ratio(numerator, denominator * len(differences))
    return Harshness(assessor, rounded(mean, PLACES), len(differences))


def _by_cell(given: Iterable[Given]) -> dict[Cell, list[Given]]:
    cells: defaultdict[Cell, list[Given]] = defaultdict(list)
    for score in given:
        cells[score.cell].append(score)
    return cells
