"""What having the devices costs: bought and replaced, or paid for by the year."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.cost.flow import Flow
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Purchase, Subscription
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.service_life import Delivery, deliveries
from tenders.lifecycle.unit import YEAR
from tenders.lifecycle.working import Input, Working

DEVICES = Text(nl="het aantal apparaten", en="the number of devices")
_YEAR = Text(nl="een jaar", en="one year")
_BOUGHT = Text(nl="Aanschaf", en="Acquisition")
_REPLACED = Text(nl="Vervanging", en="Replacement")
_PRICE = Text(nl="de prijs per apparaat", en="the price of a device")
_OUT = Text(nl="Einde levensduur", en="End of life")
_OUT_PRICE = Text(nl="de kosten aan het einde per apparaat", en="the cost at the end, of a device")
_WORTH = Text(nl="Restwaarde aan het einde", en="Residual value at the end")
_UNUSED = Text(nl="ongebruikte jaren", en="unused years")
_LIFE = Text(nl="levensduur in jaren", en="lifetime in years")
_RETURNED = Text(nl="Terugkoop door de inschrijver", en="Buy-back by the bidder")
_BUY_BACK = Text(nl="de toegezegde terugkoopprijs per apparaat", en="the promised buy-back price of a device")
_ENTRY = Text(nl="Betaling bij de start", en="Payment at the start")
_EXIT = Text(nl="Betaling aan het einde", en="Payment at the end")
_ONCE = Text(nl="het bedrag per apparaat", en="the amount for a device")
_FEE = Text(nl="Vergoeding jaar {year}", en="Fee of year {year}")
_FEE_PRICE = Text(nl="de vergoeding per apparaat per jaar", en="the fee for a device for a year")


def bought(method: CostMethod, purchase: Purchase) -> Iterator[Flow]:
    lifetime = int(purchase.lifetime.amount)
    for each in deliveries(lifetime, method.horizon):
        what = _REPLACED if each.at else _BOUGHT
        yield _once(method, CostKind.ACQUISITION, what, each.at, _PRICE, purchase.price)
        yield _once(method, CostKind.END_OF_LIFE, _OUT, each.until, _OUT_PRICE, purchase.end_of_life)
        if method.residual is Residual.BUY_BACK and purchase.buy_back is not None:
            yield _once(method, CostKind.RESIDUAL, _RETURNED, each.until, _BUY_BACK, -purchase.buy_back)
        if method.residual is Residual.STRAIGHT_LINE and each.unused:
            yield _unused(method, purchase, each)


def _unused(method: CostMethod, purchase: Purchase, last: Delivery) -> Flow:
    """Of the price paid at the delivery, so in the prices of that moment."""
    unused = quantity(last.unused, YEAR)
    return Flow(
        kind=CostKind.RESIDUAL,
        what=_WORTH,
        moment=last.until,
        priced_at=last.at,
        today=Working(
            formula="−N × P × r / L",
            inputs=(
                Input("N", DEVICES, method.devices),
                Input("P", _PRICE, purchase.price),
                Input("r", _UNUSED, unused),
                Input("L", _LIFE, purchase.lifetime),
            ),
            exact=-(method.devices * purchase.price * unused / purchase.lifetime),
        ),
    )


def subscribed(method: CostMethod, terms: Subscription) -> Iterator[Flow]:
    yield _once(method, CostKind.FEE, _ENTRY, 0, _ONCE, terms.at_start)
    for year, fee in enumerate(terms.fees, start=1):
        what = _FEE.format(year=str(year))
        yield in_year(method, CostKind.FEE, what, year, _FEE_PRICE, fee)
    yield _once(method, CostKind.FEE, _EXIT, method.horizon, _ONCE, terms.at_end)


def _once(
    method: CostMethod, kind: CostKind, what: Text, moment: int, meaning: Text, price: Quantity
) -> Flow:
    inputs = (Input("N", DEVICES, method.devices), Input("P", meaning, price))
    today = Working(formula="N × P", inputs=inputs, exact=method.devices * price)
    return Flow(kind=kind, what=what, moment=moment, priced_at=moment, today=today)


def in_year(
    method: CostMethod, kind: CostKind, what: Text, year: int, meaning: Text, price: Quantity
) -> Flow:
    """A price for a device-year, in the year counted from 1."""
    inputs = (Input("N", DEVICES, method.devices), Input("P", meaning, price), Input("y", _YEAR, ONE_YEAR))
    today = Working(formula="N × P × y", inputs=inputs, exact=method.devices * price * ONE_YEAR)
    moment = moment_of(method, year)
    return Flow(kind=kind, what=what, moment=moment, priced_at=moment, today=today)


ONE_YEAR = quantity(1, YEAR)


def moment_of(method: CostMethod, year: int) -> int:
    """When the costs of a year (from 1) fall, in years since the start."""
    return year if method.yearly_costs_fall is YearlyMoment.END else year - 1
