"""A number that the tender publishes and that counts the same for every bidder."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import Unit
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """`year` is the year that the number describes; of an amount of money it is the price level."""

    title: Text
    value: Quantity
    source: str  # as the tender states it
    year: int


_UNIT = Text(
    nl="{title} hoort in {wanted} en staat hier in {given}. Reken de waarde om.",
    en="{title} belongs in {wanted} and stands here in {given}. Convert the value.",
)
_SOURCE = Text(
    nl="{title} heeft geen bron. Noem waar het getal vandaan komt.",
    en="{title} has no source. Name where the number comes from.",
)
_YEAR = Text(
    nl="{title} noemt {year} als jaar. Vul het jaar van het getal in, met vier cijfers.",
    en="{title} names {year} as its year. Enter the year of the number, in four digits.",
)
_LEVEL = Text(
    nl="{title} heeft prijspeil {given} en de aanbesteding rekent met prijspeil {wanted}. Indexeer het "
    "bedrag eerst en noem de index als bron.",
    en="{title} is in prices of {given} and the tender counts in prices of {wanted}. Index the amount first "
    "and name the index as a source.",
)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100


def unsound(parameter: Published, unit: Unit, place: str) -> Iterator[Problem]:
    """A unit that does not fit, no source, or a year that is none."""
    if parameter.value.unit != unit:
        given = parameter.value.unit.label
        yield Problem(place, _UNIT.format(title=parameter.title, wanted=unit.label, given=given))
    if not parameter.source.strip():
        yield Problem(f"{place}.source", _SOURCE.format(title=parameter.title))
    if not EARLIEST_YEAR <= parameter.year <= LATEST_YEAR:
        yield Problem(f"{place}.year", _YEAR.format(title=parameter.title, year=str(parameter.year)))


def other_price_level(parameter: Published, level: int, place: str) -> Iterator[Problem]:
    if parameter.year != level:
        given, wanted = str(parameter.year), str(level)
        yield Problem(f"{place}.year", _LEVEL.format(title=parameter.title, given=given, wanted=wanted))


_INDEXED = "{source}; prijspeil {old} naar {new}: × {factor} ({index})"


def indexed(amount: Published, index: Published) -> Published:
    """An amount of money at the price level of the index: its factor times the amount, both sources named.

    Raises MixedUnits when the index is not a plain number.
    """
    from_old = _INDEXED.format(
        source=amount.source,
        old=amount.year,
        new=index.year,
        factor=index.value.label(6).nl.rstrip("0").rstrip(","),
        index=index.source,
    )
    value = amount.value * index.value
    return Published(title=amount.title, value=value + _zero_of(amount), source=from_old, year=index.year)


def _zero_of(amount: Published) -> Quantity:
    """Adding it refuses an index with a unit."""
    return amount.value - amount.value
