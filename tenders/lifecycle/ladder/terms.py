"""What a tender publishes about the ladder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procurement.language import Text
from tenders.lifecycle.amount import wrong_unit
from tenders.lifecycle.ladder.version import VERSIONS, Version, version_on
from tenders.lifecycle.published import Published, unsound
from tenders.lifecycle.quantity import Quantity, nothing
from tenders.lifecycle.unit import EURO, NUMBER, Unit, base
from tenders.scoring.problem import Problem

POINT = base("point")


class DiscountIn(StrEnum):
    PERCENT = "percent"  # a part of the price
    EUROS = "euros"
    POINTS = "points"


UNITS: Mapping[DiscountIn, Unit] = {
    DiscountIn.PERCENT: NUMBER,
    DiscountIn.EUROS: EURO,
    DiscountIn.POINTS: POINT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderTerms:
    """`advantages` for each level from 1; who has no level has no advantage."""

    version: str
    published_on: date
    discount_in: DiscountIn
    advantages: Mapping[int, Quantity]
    sanction: Published  # the multiple of the advantage that was not earned
    point_worth: Published | None  # € per point, for the sanction; only where the advantage is in points

    @property
    def known(self) -> Version | None:
        return next((each for each in VERSIONS if each.code == self.version), None)


_UNKNOWN = Text(
    nl="Versie ‘{code}’ van de ladder is niet bekend. Kies uit: {known}.",
    en="Version ‘{code}’ of the ladder is not known. Choose from: {known}.",
)
_OTHER_VERSION = Text(
    nl="Op {day} geldt versie {valid} van de ladder en de aanbesteding noemt {code}.",
    en="On {day} version {valid} of the ladder holds and the tender names {code}.",
)
_NO_VERSION = Text(
    nl="Voor {day} is geen versie van de ladder bekend. Controleer de datum van de aankondiging.",
    en="No version of the ladder is known for {day}. Check the day of the notice.",
)
_LEVELS = Text(nl="Geef een voordeel voor elk van: {levels}.", en="Give an advantage for each of: {levels}.")
_FALLS = Text(
    nl="{level} geeft minder voordeel dan een lager niveau. Een hoger niveau telt nooit minder.",
    en="{level} gives less advantage than a lower level. A higher level never counts less.",
)
_TOO_MUCH = Text(
    nl="{level}: een korting is een deel van de prijs, van 0 tot 1. Schrijf 4% als 0,04.",
    en="{level}: a discount is a part of the price, from 0 to 1. Write 4% as 0.04.",
)
_BELOW_ZERO = Text(
    nl="{level}: een voordeel is niet kleiner dan 0.", en="{level}: an advantage is not below 0."
)
_SANCTION = Text(
    nl="De sanctie is ten minste één maal het onverdiende voordeel. Gebruikelijk is 1,5.",
    en="The sanction is at least once the unearned advantage. Usual is 1.5.",
)
_POINT_WORTH = Text(
    nl="Maak bekend hoeveel euro een punt waard is. Zonder dat bedrag is de sanctie niet uit te rekenen.",
    en="Publish what a point is worth in euros. Without it the sanction cannot be worked out.",
)
_NO_POINTS = Text(
    nl="Het voordeel is niet in punten. Haal de waarde van een punt weg.",
    en="The advantage is not in points. Remove the worth of a point.",
)


def problems_of_terms(terms: LadderTerms) -> Iterator[Problem]:
    version = terms.known
    if version is None:
        known = ", ".join(each.code for each in VERSIONS)
        yield Problem("version", _UNKNOWN.format(code=terms.version, known=known))
        return
    yield from problems_of_day(terms.version, terms.published_on)
    yield from _advantages(terms, version)
    yield from unsound(terms.sanction, NUMBER, "sanction")
    if terms.sanction.value.unit == NUMBER and terms.sanction.value.amount < 1:
        yield Problem("sanction", _SANCTION)
    yield from _points(terms)


def problems_of_day(version: str, on: date) -> Iterator[Problem]:
    """Is this the version of the ladder for a tender that is published on this day?"""
    valid, day = version_on(on), on.strftime("%d-%m-%Y")
    if valid is None:
        yield Problem("published_on", _NO_VERSION.format(day=day))
    elif valid.code != version:
        yield Problem("version", _OTHER_VERSION.format(day=day, valid=valid.code, code=version))


def _advantages(terms: LadderTerms, version: Version) -> Iterator[Problem]:
    levels = range(1, version.levels + 1)
    if set(terms.advantages) != set(levels):
        names = [version.label(level) for level in levels]
        words = Text(nl=", ".join(name.nl for name in names), en=", ".join(name.en for name in names))
        yield Problem("advantages", _LEVELS.format(levels=words))
        return
    highest = nothing(UNITS[terms.discount_in])
    for level in levels:
        place, advantage = f"advantages[{level}]", terms.advantages[level]
        wrong = tuple(wrong_unit(advantage, highest.unit, place))
        yield from wrong
        if wrong:
            continue
        yield from _sound(terms, version.label(level), advantage, place)
        if advantage < highest:
            yield Problem(place, _FALLS.format(level=version.label(level)))
        highest = max(highest, advantage)


def _sound(terms: LadderTerms, level: Text, advantage: Quantity, place: str) -> Iterator[Problem]:
    if advantage.amount < 0:
        yield Problem(place, _BELOW_ZERO.format(level=level))
    elif terms.discount_in is DiscountIn.PERCENT and advantage.amount >= 1:
        yield Problem(place, _TOO_MUCH.format(level=level))


def _points(terms: LadderTerms) -> Iterator[Problem]:
    in_points = terms.discount_in is DiscountIn.POINTS
    if in_points and terms.point_worth is None:
        yield Problem("point_worth", _POINT_WORTH)
    elif not in_points and terms.point_worth is not None:
        yield Problem("point_worth", _NO_POINTS)
    elif terms.point_worth is not None:
        yield from unsound(terms.point_worth, EURO / POINT, "point_worth")
        if terms.point_worth.value.amount < 0:
            yield Problem("point_worth", _POINT_WORTH)
