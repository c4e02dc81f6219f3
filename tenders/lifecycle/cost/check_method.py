"""Is the published method complete and sound? Nothing is filled in for the tender."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.amount import no_number_of_devices
from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CarbonPrice, CostMethod
from tenders.lifecycle.published import EARLIEST_YEAR, LATEST_YEAR, Published, other_price_level, unsound
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH, NUMBER, Unit
from tenders.scoring.problem import Problem

LONGEST_HORIZON = 60
MOST_PLACES = 10

_HORIZON = Text(
    nl="De looptijd is {given} jaar. Kies een heel aantal jaren van 1 tot en met {most}.",
    en="The horizon is {given} years. Choose a whole number of years from 1 to {most}.",
)
_DEVICES = Text(
    nl="Vul in hoeveel apparaten de aanbesteding vraagt: een heel getal, meer dan nul.",
    en="Enter how many devices the tender asks for: a whole number, more than zero.",
)
_PLACES = Text(
    nl="Kies 0 tot en met {most} decimalen voor het totaal.",
    en="Choose 0 to {most} decimals for the total.",
)
_LEVEL = Text(
    nl="{given} is geen prijspeil. Vul een jaar in, met vier cijfers.",
    en="{given} is no price level. Enter a year, in four digits.",
)
_RATE = Text(
    nl="{title} is {given}. Een percentage per jaar staat hier als deel van één, bijvoorbeeld 0,03 voor 3%.",
    en="{title} is {given}. A percentage per year stands here as a part of one, such as 0.03 for 3%.",
)
_MISSING_CHANGE = Text(
    nl="De prijsstijging per jaar van ‘{kind}’ ontbreekt. Vul 0 in als de prijs gelijk blijft.",
    en="The rise of prices per year of ‘{kind}’ is missing. Enter 0 where the price stays the same.",
)
_UNUSED_CHANGE = Text(
    nl="De prijsstijging van ‘{kind}’ doet in deze methode niet mee. Haal haar weg.",
    en="The rise of prices of ‘{kind}’ plays no part in this method. Remove it.",
)
_NOT_YEARLY = Text(
    nl="‘{kind}’ is geen kostensoort die per jaar wordt gevraagd.",
    en="‘{kind}’ is no kind of cost that is asked by the year.",
)
_MISSING = Text(
    nl="{what} ontbreekt. Maak dit getal bekend, met bron en jaar.",
    en="{what} is missing. Publish this number, with its source and year.",
)
_NOT_ASKED = Text(
    nl="{what} doet in deze methode niet mee. Haal dit getal weg.",
    en="{what} plays no part in this method. Remove this number.",
)
_ORDER = Text(
    nl="De lage, centrale en hoge prijs van CO2e staan niet op volgorde, of de lage is kleiner dan nul.",
    en="The low, central and high price of CO2e are not in order, or the low one is below zero.",
)
_BELOW_ZERO = Text(nl="{title} mag niet kleiner zijn dan nul.", en="{title} may not be below zero.")
_ELECTRICITY = Text(nl="De prijs van stroom per kWh", en="The price of electricity per kWh")
_GRID = Text(nl="De CO2e per kWh van het stroomnet", en="The CO2e per kWh of the grid")


def problems_of_method(method: CostMethod) -> Iterator[Problem]:
    yield from _terms(method)
    yield from _rates(method)
    yield from _changes(method)
    yield from _electricity(method)
    yield from _carbon(method)


def _terms(method: CostMethod) -> Iterator[Problem]:
    if not 1 <= method.horizon <= LONGEST_HORIZON:
        message = _HORIZON.format(given=str(method.horizon), most=str(LONGEST_HORIZON))
        yield Problem("method.horizon", message)
    if no_number_of_devices(method.devices):
        yield Problem("method.devices", _DEVICES)
    if not EARLIEST_YEAR <= method.price_level <= LATEST_YEAR:
        yield Problem("method.price_level", _LEVEL.format(given=str(method.price_level)))
    if not 0 <= method.places <= MOST_PLACES:
        yield Problem("method.places", _PLACES.format(most=str(MOST_PLACES)))
    for kind in sorted(method.asked - YEARLY):
        yield Problem("method.asked", _NOT_YEARLY.format(kind=kind.label))


def _rates(method: CostMethod) -> Iterator[Problem]:
    yield from _rate(method.rate, "method.rate")
    yield from _rate(method.inflation, "method.inflation")
    for kind in sorted(method.changes):
        yield from _rate(method.changes[kind], f"method.changes.{kind}")


def _rate(rate: Published, place: str) -> Iterator[Problem]:
    """3 where 0.03 is meant would shrink every later cost to nothing."""
    yield from unsound(rate, NUMBER, place)
    if rate.value.unit == NUMBER and not -1 < rate.value.amount < 1:
        yield Problem(place, _RATE.format(title=rate.title, given=rate.value.label(2)))


def _changes(method: CostMethod) -> Iterator[Problem]:
    for kind in sorted(method.kinds - method.changes.keys()):
        yield Problem(f"method.changes.{kind}", _MISSING_CHANGE.format(kind=kind.label))
    for kind in sorted(method.changes.keys() - method.kinds):
        yield Problem(f"method.changes.{kind}", _UNUSED_CHANGE.format(kind=kind.label))


def _electricity(method: CostMethod) -> Iterator[Problem]:
    price, place = method.electricity_price, "method.electricity_price"
    wanted = CostKind.ENERGY in method.asked
    if price is None:
        if wanted:
            yield Problem(place, _MISSING.format(what=_ELECTRICITY))
    elif not wanted:
        yield Problem(place, _NOT_ASKED.format(what=_ELECTRICITY))
    else:
        yield from _above(price, EURO / KWH, place)
        yield from other_price_level(price, method.price_level, place)


def _carbon(method: CostMethod) -> Iterator[Problem]:
    factor, place = method.grid_factor, "method.grid_factor"
    if method.carbon_price is None:
        if factor is not None:
            yield Problem(place, _NOT_ASKED.format(what=_GRID))
        return
    if factor is None:
        yield Problem(place, _MISSING.format(what=_GRID))
    else:
        yield from _above(factor, KG_CO2E / KWH, place)
    yield from _estimates(method.carbon_price, method.price_level)


def _estimates(carbon: CarbonPrice, level: int) -> Iterator[Problem]:
    estimates = (carbon.low, carbon.central, carbon.high)
    for name, each in zip(("low", "central", "high"), estimates, strict=True):
        place = f"method.carbon_price.{name}"
        yield from unsound(each, EURO / KG_CO2E, place)
        yield from other_price_level(each, level, place)
    low, central, high = (each.value.amount for each in estimates)
    if not 0 <= low <= central <= high:
        yield Problem("method.carbon_price", _ORDER)


def _above(parameter: Published, unit: Unit, place: str) -> Iterator[Problem]:
    yield from unsound(parameter, unit, place)
    if parameter.value.amount < 0:
        yield Problem(place, _BELOW_ZERO.format(title=parameter.title))
