"""One score for circularity from the promises of a bid, by published weights, steps and bands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Scale, problems_of_scale, share
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity, total
from tenders.lifecycle.unit import NUMBER
from tenders.lifecycle.working import Working
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    indicator: Indicator
    weight: Decimal  # percent of the circularity score
    scale: Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularityMethod:
    parts: tuple[Weighed, ...]
    places: int  # decimals of the score in percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The evidence of each value: a report, a contract, a label with its figures."""

    bid: str
    values: Mapping[Indicator, Quantity]
    evidence: Mapping[Indicator, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScore:
    part: Weighed
    value: Quantity
    share: Working  # a part of one

    @property
    def percent(self) -> Quantity:
        """Of the whole circularity score."""
        return self.share.exact * Fraction(self.part.weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularityScore:
    """`percent` is exact, from 0 to 100; `rounded` is what counts, in the award a quantity like any other."""

    bid: str
    parts: tuple[PartScore, ...]
    places: int

    @property
    def percent(self) -> Quantity:
        return total([each.percent for each in self.parts], NUMBER)

    @property
    def rounded(self) -> Decimal:
        return self.percent.rounded(self.places)


MOST_PLACES = 10

_NOTHING = Text(nl="Kies ten minste één kenmerk.", en="Choose at least one indicator.")
_TWICE = Text(nl="‘{what}’ staat er meer dan eens.", en="‘{what}’ is there more than once.")
_SUM = Text(
    nl="De gewichten tellen op tot {sum}%. Samen moeten zij 100% zijn, en elk is meer dan 0.",
    en="The weights add up to {sum}%. Together they must be 100%, and each is above 0.",
)
_PLACES = Text(nl="Kies 0 tot en met 10 decimalen.", en="Choose 0 to 10 decimals.")
_MISSING = Text(
    nl="De waarde ontbreekt: {what}. Een keurmerk zonder deze waarde levert geen punten op.",
    en="The value is missing: {what}. A label without this value earns no points.",
)
_EVIDENCE = Text(
    nl="Het bewijs ontbreekt: {what}. Noem het document waarin de waarde staat.",
    en="The evidence is missing: {what}. Name the document that holds the value.",
)
_NOT_ASKED = Text(
    nl="De aanbesteding vraagt hier niet naar: {what}. Haal het weg.",
    en="The tender does not ask for this: {what}. Remove it.",
)
_TOO_MUCH = Text(nl="Dit kan hooguit {most} zijn.", en="This can be {most} at the most.")


def circularity(method: CircularityMethod, promises: Sequence[Promise]) -> tuple[CircularityScore, ...]:
    """In the order of the promises; raises NotComputable with everything that is wrong."""
    problems = (*problems_of_method(method), *_promises(method, promises))
    if problems:
        raise NotComputable(problems)
    return tuple(_score(method, promise) for promise in promises)


def _score(method: CircularityMethod, promise: Promise) -> CircularityScore:
    parts = tuple(
        PartScore(
            part=part,
            value=promise.values[part.indicator],
            share=share(part.scale, promise.values[part.indicator]),
        )
        for part in method.parts
    )
    return CircularityScore(bid=promise.bid, parts=parts, places=method.places)


def problems_of_method(method: CircularityMethod) -> Iterator[Problem]:
    if not method.parts:
        yield Problem("method.parts", _NOTHING)
        return
    for indicator, times in Counter(part.indicator for part in method.parts).items():
        if times > 1:
            yield Problem(f"method.parts[{indicator}]", _TWICE.format(what=indicator.measure.label))
    together = sum((Fraction(part.weight) for part in method.parts), Fraction(0))
    if together != 100 or any(part.weight <= 0 for part in method.parts):
        shown = in_both(Quantity(together, NUMBER).rounded(2))
        yield Problem("method.parts", _SUM.format(sum=shown))
    for part in method.parts:
        for message in problems_of_scale(part.scale, part.indicator.measure.most):
            yield Problem(f"method.parts[{part.indicator}].scale", message)
    if not 0 <= method.places <= MOST_PLACES:
        yield Problem("method.places", _PLACES)


def _promises(method: CircularityMethod, promises: Sequence[Promise]) -> Iterator[Problem]:
    asked = {part.indicator for part in method.parts}
    for bid, times in Counter(promise.bid for promise in promises).items():
        if times > 1:
            yield Problem("promises", _TWICE.format(what=bid))
    for promise in promises:
        place = f"promises[{promise.bid}]"
        for indicator in sorted(asked):
            yield from _stated(promise, indicator, f"{place}.{indicator}")
        for indicator in sorted((promise.values.keys() | promise.evidence.keys()) - asked):
            yield Problem(f"{place}.{indicator}", _NOT_ASKED.format(what=indicator.measure.label))


def _stated(promise: Promise, indicator: Indicator, place: str) -> Iterator[Problem]:
    measure, value = indicator.measure, promise.values.get(indicator)
    if value is None:
        yield Problem(place, _MISSING.format(what=measure.label))
        return
    yield from wrong_amount(value, measure.unit, place)
    if value.amount > measure.most:
        yield Problem(place, _TOO_MUCH.format(most=Quantity(measure.most, measure.unit).label(0)))
    if not promise.evidence.get(indicator, "").strip():
        yield Problem(f"{place}.evidence", _EVIDENCE.format(what=measure.label))
