"""What the CO2e of the devices costs at the published price per kilogram."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.cost.flow import Flow
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CarbonPrice, CostMethod
from tenders.lifecycle.cost.offer import Emissions, Offer
from tenders.lifecycle.cost.supply import DEVICES, ONE_YEAR, moment_of
from tenders.lifecycle.cost.use import ENERGY_USE, YEAR_WORDS
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.service_life import Embodied, deliveries
from tenders.lifecycle.working import Input, Working, parameter

_MADE = Text(nl="CO2e van productie en transport", en="CO2e of production and transport")
_MADE_KG = Text(nl="CO2e van productie en transport per apparaat", en="CO2e of making and moving a device")
_OUT = Text(nl="CO2e van het einde van de levensduur", en="CO2e of the end of life")
_OUT_KG = Text(nl="CO2e van het einde van de levensduur per apparaat", en="CO2e of discarding a device")
_SHARE = Text(nl="CO2e van de apparaten jaar {year}", en="CO2e of the devices of year {year}")
_DEVICE_KG = Text(
    nl="CO2e van productie, transport en einde per apparaat",
    en="CO2e of making, moving and discarding a device",
)
_LIFE = Text(nl="levensduur in jaren", en="lifetime in years")
_USE = Text(nl="CO2e van het gebruik jaar {year}", en="CO2e of use of year {year}")


def external(method: CostMethod, offer: Offer) -> Iterator[Flow]:
    carbon = method.carbon_price
    if carbon is None or offer.emissions is None:
        return
    yield from _embodied(method, carbon, offer.emissions, offer.supply.lifetime)
    if offer.energy is not None and method.grid_factor is not None:
        for year in range(1, method.horizon + 1):
            yield _use(method, carbon, offer.energy, method.grid_factor, year)


def _embodied(
    method: CostMethod, carbon: CarbonPrice, emissions: Emissions, lifetime: Quantity
) -> Iterator[Flow]:
    made = emissions.production + emissions.transport
    if carbon.embodied is Embodied.BY_YEAR:
        for year in range(1, method.horizon + 1):
            yield _share(method, carbon, made + emissions.end_of_life, lifetime, year)
        return
    for each in deliveries(int(lifetime.amount), method.horizon):
        yield _whole(method, carbon, _MADE, each.at, _MADE_KG, made)
        yield _whole(method, carbon, _OUT, each.until, _OUT_KG, emissions.end_of_life)


def _whole(
    method: CostMethod, carbon: CarbonPrice, what: Text, moment: int, meaning: Text, mass: Quantity
) -> Flow:
    inputs = (
        Input("N", DEVICES, method.devices),
        Input("m", meaning, mass),
        parameter("c", carbon.counted),
    )
    working = Working(formula="N × m × c", inputs=inputs, exact=method.devices * mass * carbon.counted.value)
    return _flow(what, moment, working)


def _share(method: CostMethod, carbon: CarbonPrice, mass: Quantity, lifetime: Quantity, year: int) -> Flow:
    working = Working(
        formula="N × m × y / L × c",
        inputs=(
            Input("N", DEVICES, method.devices),
            Input("m", _DEVICE_KG, mass),
            Input("y", YEAR_WORDS, ONE_YEAR),
            Input("L", _LIFE, lifetime),
            parameter("c", carbon.counted),
        ),
        exact=method.devices * mass * ONE_YEAR / lifetime * carbon.counted.value,
    )
    return _flow(_SHARE.format(year=str(year)), moment_of(method, year), working)


def _use(method: CostMethod, carbon: CarbonPrice, energy: Quantity, factor: Published, year: int) -> Flow:
    working = Working(
        formula="N × E × y × e × c",
        inputs=(
            Input("N", DEVICES, method.devices),
            Input("E", ENERGY_USE, energy),
            Input("y", YEAR_WORDS, ONE_YEAR),
            parameter("e", factor),
            parameter("c", carbon.counted),
        ),
        exact=method.devices * energy * ONE_YEAR * factor.value * carbon.counted.value,
    )
    return _flow(_USE.format(year=str(year)), moment_of(method, year), working)


def _flow(what: Text, moment: int, working: Working) -> Flow:
    return Flow(kind=CostKind.EXTERNAL, what=what, moment=moment, priced_at=moment, today=working)
