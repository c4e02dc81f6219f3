"""Suitability: meets the published requirement or not, without points (art. 2.93, 2.97 Aw 2012)."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.scorecard.model import Line, Part, Scorecard

_MET = Text(nl="Voldoet: {reason}", en="Met: {reason}")
_NOT_MET = Text(nl="Voldoet niet: {reason}", en="Not met: {reason}")


@dataclass(frozen=True, slots=True)
class Fitness:
    """Whether a supplier meets one required part, and why."""

    part: Part
    title: Text
    met: bool
    reason: Text


def suitability(card: Scorecard, required: frozenset[Part]) -> tuple[Fitness, ...]:
    """One answer for each required part, in the order of the card; nothing required, nothing judged."""
    return tuple(_fitness(line) for line in card.lines if line.part in required)


def unmet(card: Scorecard, required: frozenset[Part]) -> Iterator[Fitness]:
    return (fitness for fitness in suitability(card, required) if not fitness.met)


def _fitness(line: Line) -> Fitness:
    words = _MET if line.met else _NOT_MET
    return Fitness(line.part, line.title, line.met, words.format(reason=line.reason))
