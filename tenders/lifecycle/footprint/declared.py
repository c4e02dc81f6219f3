"""A declared figure with what makes it comparable: boundary, standard, year, range and evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.amount import wrong_unit
from tenders.lifecycle.published import LATEST_YEAR
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import Unit
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the bidder declares and proves for this product; a row of a product table is none of it."""

    spread: Spread
    boundary: str  # what is counted: "cradle-to-gate"
    standard: str  # "ISO 14067"
    year: int
    evidence: str  # what proves it


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What every declaration must have in common, as published, so that they can be compared."""

    boundary: str
    standards: tuple[str, ...]
    earliest_year: int


_RANGE = Text(
    nl="De lage, opgegeven en hoge waarde staan niet op volgorde, of de lage is kleiner dan nul.",
    en="The low, declared and high value are not in order, or the low one is below zero.",
)
_BOUNDARY = Text(
    nl="De opgave telt ‘{given}’ en de aanbesteding vraagt ‘{wanted}’. Vraag die systeemgrens.",
    en="The declaration counts ‘{given}’ and the tender asks ‘{wanted}’. Ask for that system boundary.",
)
_STANDARD = Text(
    nl="De opgave rekent volgens ‘{given}’. De aanbesteding vraagt: {wanted}.",
    en="The declaration counts by ‘{given}’. The tender asks: {wanted}.",
)
_YEAR = Text(
    nl="De opgave is van {given}. De aanbesteding vraagt {wanted} of later.",
    en="The declaration is of {given}. The tender asks {wanted} or later.",
)
_EVIDENCE = Text(
    nl="Het bewijs van deze opgave ontbreekt. Noem het document waarin de waarde staat.",
    en="The evidence of this declaration is missing. Name the document that holds the value.",
)


def problems_of_declaration(
    declared: Declared, footing: Footing, unit: Unit, place: str
) -> Iterator[Problem]:
    yield from wrong_spread(declared.spread, unit, place)
    if declared.boundary != footing.boundary:
        message = _BOUNDARY.format(given=declared.boundary, wanted=footing.boundary)
        yield Problem(f"{place}.boundary", message)
    if declared.standard not in footing.standards:
        message = _STANDARD.format(given=declared.standard, wanted=", ".join(footing.standards))
        yield Problem(f"{place}.standard", message)
    if not footing.earliest_year <= declared.year <= LATEST_YEAR:
        message = _YEAR.format(given=str(declared.year), wanted=str(footing.earliest_year))
        yield Problem(f"{place}.year", message)
    if not declared.evidence.strip():
        yield Problem(f"{place}.evidence", _EVIDENCE)


def wrong_spread(spread: Spread, unit: Unit, place: str) -> Iterator[Problem]:
    for name in ("low", "value", "high"):
        yield from wrong_unit(getattr(spread, name), unit, f"{place}.{name}")
    if not 0 <= spread.low.amount <= spread.value.amount <= spread.high.amount:
        yield Problem(place, _RANGE)
