"""Every number and every choice that the tender publishes for its calculation, as rows of a table."""

from collections.abc import Iterator
from typing import NamedTuple

from procurement.language import Text
from tenders.lifecycle.cost.method import CarbonPrice, Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.ladder.terms import LadderTerms
from tenders.lifecycle.plan import CostTerms, Plan
from tenders.lifecycle.published import Published
from tenders.lifecycle.service_life import Embodied
from tenders.reports.life_cycle.amounts import as_rate, exact


class Line(NamedTuple):
    """`source` and `year` are empty for a choice that has none."""

    what: Text
    value: Text
    source: str = ""
    year: str = ""


_HORIZON = Text(nl="de looptijd van de berekening", en="the horizon of the calculation")
_YEARS = Text(nl="{number} jaar", en="{number} years")
_DEVICES = Text(nl="het aantal apparaten: {title}", en="the number of devices: {title}")
_LONGEST = Text(
    nl="de langste levensduur die telt: {title}. Meer jaren tellen niet mee",
    en="the longest lifetime that counts: {title}. More years do not count",
)
_LEVEL = Text(nl="het prijspeil van alle bedragen", en="the price level of all amounts")
_PLACES = Text(nl="afronding van de uitkomst", en="rounding of the outcome")
_DECIMALS = Text(
    nl="{number} decimalen, één keer, aan het einde; een halve gaat omhoog",
    en="{number} decimals, once, at the end; a half goes up",
)
_RATE_IS = Text(nl="soort disconteringsvoet", en="kind of discount rate")
_MOMENT = Text(nl="wanneer de kosten van een jaar vallen", en="when the costs of a year fall")
_RESIDUAL = Text(nl="restwaarde van een apparaat", en="residual value of a device")
_COUNTS = Text(nl="de prijs van CO2e die telt", en="the price of CO2e that counts")
_EMBODIED = Text(
    nl="uitstoot van het maken en afdanken van een apparaat", en="emissions of making and discarding a device"
)
_VERSION = Text(nl="de versie van de CO2-Prestatieladder", en="the version of the CO2 Performance Ladder")
_ADVANTAGE = Text(nl="het voordeel van {level}", en="the advantage of {level}")
_PERIOD = Text(nl="de meetperiode van het datacentrum", en="the measuring period of the data centre")
_UNIT = Text(nl="de functionele eenheid", en="the functional unit")

RATES = {
    RateIs.NOMINAL: Text(nl="nominaal: met inflatie erin", en="nominal: with inflation in it"),
    RateIs.REAL: Text(nl="reëel: de inflatie komt erbij", en="real: inflation comes on top"),
}
MOMENTS = {
    YearlyMoment.START: Text(nl="aan het begin van het jaar", en="at the start of the year"),
    YearlyMoment.END: Text(nl="aan het einde van het jaar", en="at the end of the year"),
}
RESIDUALS = {
    Residual.NOTHING: Text(nl="telt niet mee", en="does not count"),
    Residual.STRAIGHT_LINE: Text(
        nl="het ongebruikte deel van de betaalde prijs", en="the unused part of the price paid"
    ),
    Residual.BUY_BACK: Text(
        nl="het bedrag waarvoor de inschrijver het apparaat terugkoopt",
        en="the amount for which the bidder buys the device back",
    ),
}
ESTIMATES = {
    Estimate.LOW: Text(nl="de lage", en="the low one"),
    Estimate.CENTRAL: Text(nl="de centrale", en="the central one"),
    Estimate.HIGH: Text(nl="de hoge", en="the high one"),
}
EMBODIED = {
    Embodied.WHOLE: Text(
        nl="telt helemaal mee voor elk geleverd apparaat", en="counts whole for each device delivered"
    ),
    Embodied.BY_YEAR: Text(nl="wordt verdeeld over de levensduur", en="is spread over the lifetime"),
}


def number_line(published: Published, *, rate: bool = False) -> Line:
    value = as_rate(published.value) if rate else exact(published.value)
    return Line(published.title, value, published.source, str(published.year))


def lines_of(plan: Plan) -> Iterator[Line]:
    """In the order of the plan; circularity has a table of its own."""
    if plan.horizon is not None:
        yield Line(_HORIZON, _YEARS.format(number=str(plan.horizon)))
    for kind in plan.kinds:
        yield Line(_DEVICES.format(title=kind.title), exact(kind.devices))
        if kind.longest_life is not None:
            yield Line(_LONGEST.format(title=kind.title), _YEARS.format(number=str(kind.longest_life)))
    if plan.grid_factor is not None:
        yield number_line(plan.grid_factor)
    for mode in sorted(plan.time_shares):
        yield number_line(plan.time_shares[mode])
    if plan.cost is not None:
        yield from _cost(plan.cost)
    yield from _footprint(plan)
    if plan.software is not None:
        yield Line(_UNIT, Text(nl=plan.software.unit, en=plan.software.unit))
        yield number_line(plan.software.volume)
    if plan.data_centre is not None:
        yield Line(_PERIOD, Text(nl=plan.data_centre.period, en=plan.data_centre.period))
    if plan.ladder is not None:
        yield from _ladder(plan.ladder)


def _cost(terms: CostTerms) -> Iterator[Line]:
    yield Line(_LEVEL, Text(nl=str(terms.price_level), en=str(terms.price_level)))
    yield number_line(terms.rate, rate=True)
    yield Line(_RATE_IS, RATES[terms.rate_is])
    yield number_line(terms.inflation, rate=True)
    for kind in sorted(terms.changes):
        yield number_line(terms.changes[kind], rate=True)
    yield Line(_MOMENT, MOMENTS[terms.yearly_costs_fall])
    yield Line(_RESIDUAL, RESIDUALS[terms.residual])
    if terms.electricity_price is not None:
        yield number_line(terms.electricity_price)
    if terms.carbon_price is not None:
        yield from _carbon(terms.carbon_price)
    yield Line(_PLACES, _DECIMALS.format(number=str(terms.places)))


def _carbon(price: CarbonPrice) -> Iterator[Line]:
    for each in (price.low, price.central, price.high):
        yield number_line(each)
    yield Line(_COUNTS, ESTIMATES[price.counts])
    yield Line(_EMBODIED, EMBODIED[price.embodied])


def _footprint(plan: Plan) -> Iterator[Line]:
    if plan.footprint is None:
        return
    if (
        plan.cost is None
        or plan.cost.carbon_price is None
        or plan.cost.carbon_price.embodied is not plan.footprint.embodied
    ):
        yield Line(_EMBODIED, EMBODIED[plan.footprint.embodied])
    for mode in sorted(plan.footprint.transport_factors):
        yield number_line(plan.footprint.transport_factors[mode])


def _ladder(terms: LadderTerms) -> Iterator[Line]:
    yield Line(_VERSION, Text(nl=terms.version, en=terms.version))
    version = terms.known
    for level in sorted(terms.advantages):
        words = version.label(level) if version else Text(nl=str(level), en=str(level))
        yield Line(_ADVANTAGE.format(level=words), as_rate(terms.advantages[level]))
    yield number_line(terms.sanction)
    if terms.point_worth is not None:
        yield number_line(terms.point_worth)
