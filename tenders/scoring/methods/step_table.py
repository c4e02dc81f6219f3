"""Bands with a fixed share each. They tile the number line: no value falls in a hole or in two bands."""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.direction import never_improves
from tenders.scoring.method import (
    Parameter,
    ParameterKind,
    ScoringMethod,
    ShareOf,
    Symbol,
    Verdict,
)
from tenders.scoring.model import Criterion, Kind, Step
from tenders.scoring.numbers import ONE, ZERO, whole
from tenders.scoring.parameters import entries
from tenders.scoring.shown import cell, offered
from tenders.scoring.sources import PIANOO_METHODS, TRANSPARENCY

_GAP = Text(
    nl="Er is een gat vóór trede {place}: tussen {end} en {start} telt geen enkele trede.",
    en="There is a gap before step {place}: no step covers the values from {end} to {start}.",
)
_OVERLAP = Text(
    nl="Trede {place} overlapt met de trede ervoor: van {start} tot {end} tellen er twee.",
    en="Step {place} overlaps the step before: from {start} to {end} two steps hold.",
)
_EMPTY = Text(
    nl="Trede {place} is leeg: de bovengrens moet hoger zijn dan de ondergrens.",
    en="Step {place} is empty: its upper limit must be higher than its lower limit.",
)
_OPEN_START = Text(
    nl="Trede 1 begint bij {start}. Laat de ondergrens open, anders valt een lagere waarde erbuiten.",
    en="Step 1 starts at {start}. Leave its lower limit open, or a lower value falls outside.",
)
_OPEN_END = Text(
    nl="Trede {place} eindigt bij {end}. Laat de bovengrens van de laatste trede open.",
    en="Step {place} ends at {end}. Leave the upper limit of the last step open.",
)
_UNBOUNDED = Text(
    nl="Trede {place} heeft een open grens in het midden van de tabel. Vul de grens in.",
    en="Step {place} has an open limit in the middle of the table. Fill in the limit.",
)
_SHARE = Text(
    nl="Trede {place}: het deel van de punten moet tussen 0 en 1 liggen.",
    en="Step {place}: the share of the points must be between 0 and 1.",
)
_REWARDS_WORSE = Text(
    nl="Een slechtere waarde krijgt hier meer punten dan een betere. Pas de treden aan.",
    en="A worse value earns more here than a better one. Change the steps.",
)


def steps_of(criterion: Criterion) -> tuple[Step, ...]:
    return entries(criterion.parameters, "steps", Step)


def check(criterion: Criterion) -> Sequence[Text]:
    steps = steps_of(criterion)
    found = [*_ends(steps), *_bands(steps), *_seams(steps)]
    if not never_improves(criterion, [step.share for step in steps]):
        found.append(_REWARDS_WORSE)
    return found


def _ends(steps: tuple[Step, ...]) -> Iterator[Text]:
    if steps[0].lower is not None:
        yield _OPEN_START.format(start=in_both(steps[0].lower))
    if steps[-1].upper is not None:
        yield _OPEN_END.format(place=str(len(steps)), end=in_both(steps[-1].upper))


def _bands(steps: tuple[Step, ...]) -> Iterator[Text]:
    for place, step in enumerate(steps, start=1):
        if step.lower is not None and step.upper is not None and step.upper <= step.lower:
            yield _EMPTY.format(place=str(place))
        if not ZERO <= step.share <= ONE:
            yield _SHARE.format(place=str(place))


def _seams(steps: tuple[Step, ...]) -> Iterator[Text]:
    for place, (before, step) in enumerate(itertools.pairwise(steps), start=2):
        if before.upper is None or step.lower is None:
            yield _UNBOUNDED.format(place=str(place if step.lower is None else place - 1))
        elif step.lower > before.upper:
            yield _GAP.format(place=str(place), end=in_both(before.upper), start=in_both(step.lower))
        elif step.lower < before.upper:
            yield _OVERLAP.format(place=str(place), start=in_both(step.lower), end=in_both(before.upper))


def step_of(criterion: Criterion, value: Decimal) -> Step:
    return next(step for step in steps_of(criterion) if step.upper is None or value < step.upper)


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    return lambda value: whole(step_of(criterion, value).share)


_LOWER = Text(nl="ondergrens van de trede (telt mee)", en="lower limit of the step (included)")
_UPPER = Text(nl="bovengrens van de trede (telt niet mee)", en="upper limit of the step (not included)")
_STEP = Text(nl="het bekendgemaakte deel van die trede", en="the published share of that step")


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    step = step_of(criterion, value)
    limits = [
        Symbol(symbol, meaning, limit)
        for symbol, meaning, limit in (("P1", _LOWER, step.lower), ("P2", _UPPER, step.upper))
        if limit is not None
    ]
    return (Symbol("P", offered(criterion), value), *limits, Symbol("s(P)", _STEP, step.share))


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    *steps, last = steps_of(criterion)
    expression = cell(last.share)
    for step in reversed(steps):
        if step.upper is not None:
            expression = f"IF({value}<{cell(step.upper)},{cell(step.share)},{expression})"
    return expression


METHOD = ScoringMethod(
    code="step-table",
    title=Text(nl="Trappentabel", en="Step table"),
    formula="s(P)",
    words=Text(
        nl="Het deel van de hoogste score bij de trede waarin de waarde valt. De ondergrens hoort erbij.",
        en="The share of the highest score of the step that the value falls in. Its lower limit is included.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=(
        Parameter(
            name="steps",
            symbol="s(P)",
            title=Text(nl="Treden", en="Steps"),
            help=Text(
                nl="Per trede ondergrens, bovengrens en deel van de punten. De treden sluiten op elkaar aan; "
                "de eerste begint open en de laatste eindigt open.",
                en="For each step the lower limit, upper limit and share of the points. Steps join up; the "
                "first starts open and the last ends open.",
            ),
            kind=ParameterKind.STEPS,
        ),
    ),
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Eenvoudig te lezen. Vlak bij een grens scheelt een klein verschil veel punten.",
        en="Easy to read. Close to a limit a small difference costs many points.",
    ),
    basis=(TRANSPARENCY, PIANOO_METHODS),
    check=check,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
