"""What using the devices costs in each year: energy, and the yearly costs that the tender asks."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.cost.flow import Flow
from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CostMethod
from tenders.lifecycle.cost.offer import Offer
from tenders.lifecycle.cost.supply import DEVICES, ONE_YEAR, in_year, moment_of
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.working import Input, Working, parameter

ENERGY_USE = Text(nl="het energiegebruik per apparaat per jaar", en="the energy use of a device in a year")
YEAR_WORDS = Text(nl="een jaar", en="one year")
_IN_YEAR = Text(nl="{kind} jaar {year}", en="{kind} of year {year}")
_PRICE = Text(nl="de prijs per apparaat per jaar", en="the price for a device for a year")


def used(method: CostMethod, offer: Offer) -> Iterator[Flow]:
    for year in range(1, method.horizon + 1):
        for kind in sorted(method.asked & YEARLY - offer.included - {CostKind.ENERGY}):
            what = _IN_YEAR.format(kind=kind.label, year=str(year))
            yield in_year(method, kind, what, year, _PRICE, offer.yearly[kind])
        if CostKind.ENERGY in method.asked - offer.included and offer.energy and method.electricity_price:
            yield _energy(method, offer.energy, method.electricity_price, year)


def _energy(method: CostMethod, energy: Quantity, price: Published, year: int) -> Flow:
    return Flow(
        kind=CostKind.ENERGY,
        what=_IN_YEAR.format(kind=CostKind.ENERGY.label, year=str(year)),
        moment=moment_of(method, year),
        priced_at=moment_of(method, year),
        today=Working(
            formula="N × E × y × p",
            inputs=(
                Input("N", DEVICES, method.devices),
                Input("E", ENERGY_USE, energy),
                Input("y", YEAR_WORDS, ONE_YEAR),
                parameter("p", price),
            ),
            exact=method.devices * energy * ONE_YEAR * price.value,
        ),
    )
