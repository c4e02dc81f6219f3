"""Does a bid state all that the method asks, and nothing twice?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from procurement.language import Text
from tenders.lifecycle.amount import wrong_amount, wrong_lifetime
from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.cost.offer import Form, Offer, Purchase, Subscription
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, EURO, KG_CO2E, KWH
from tenders.scoring.problem import Problem

_TWICE = Text(nl="Inschrijving ‘{bid}’ staat er meer dan eens.", en="Bid ‘{bid}’ is there more than once.")
_FEES = Text(
    nl="Er staan {given} jaarbedragen, en de looptijd is {wanted} jaar. Geef voor elk jaar een bedrag, ook "
    "na een eerste leasetermijn.",
    en="There are {given} yearly amounts, and the horizon is {wanted} years. Give an amount for each year, "
    "also after a first lease term.",
)
_FORM = Text(nl="Kies lease of dienst.", en="Choose lease or service.")
_BUY_BACK_MISSING = Text(
    nl="De methode telt de terugkoopprijs mee en deze ontbreekt. Vul 0 in als u niets terugkoopt.",
    en="The method counts the buy-back price and it is missing. Enter 0 if you buy nothing back.",
)
_BUY_BACK_EXTRA = Text(
    nl="De methode telt geen terugkoopprijs mee. Haal dit bedrag weg.",
    en="The method counts no buy-back price. Remove this amount.",
)
_BUY_BACK_HIGH = Text(
    nl="De terugkoopprijs is hoger dan de prijs van het apparaat. Vul hooguit die prijs in.",
    en="The buy-back price is above the price of the device. Enter at most that price.",
)
_NOT_STATED = Text(
    nl="‘{kind}’ ontbreekt. Vul een bedrag in, of zeg dat het in de prijs zit.",
    en="‘{kind}’ is missing. Enter an amount, or say that the price includes it.",
)
_COUNTED_TWICE = Text(
    nl="‘{kind}’ zit in de prijs en staat er ook apart. Dat telt dubbel: haal één van beide weg.",
    en="‘{kind}’ is in the price and stands apart as well. That counts twice: remove one of the two.",
)
_NOT_ASKED = Text(
    nl="De methode vraagt niet naar ‘{kind}’. Haal het weg.",
    en="The method does not ask for ‘{kind}’. Remove it.",
)
_NO_ENERGY = Text(
    nl="Het energiegebruik per apparaat per jaar ontbreekt. De methode rekent ermee.",
    en="The energy use of a device in a year is missing. The method counts with it.",
)
_NO_EMISSIONS = Text(
    nl="De CO2e van productie, transport en einde ontbreekt. De methode rekent ermee.",
    en="The CO2e of making, moving and discarding is missing. The method counts with it.",
)


def problems_of_offers(method: CostMethod, offers: Sequence[Offer]) -> Iterator[Problem]:
    for bid, times in Counter(offer.bid for offer in offers).items():
        if times > 1:
            yield Problem("offers", _TWICE.format(bid=bid))
    for offer in offers:
        for problem in _problems(method, offer):
            yield problem.under(f"offers[{offer.bid}]")


def _problems(method: CostMethod, offer: Offer) -> Iterator[Problem]:
    if isinstance(offer.supply, Purchase):
        yield from _purchase(method, offer.supply)
    else:
        yield from _subscription(method, offer.supply)
    yield from wrong_lifetime(offer.supply.lifetime, "supply.lifetime")
    yield from _yearly(method, offer)
    yield from _energy(method, offer)
    yield from _emissions(method, offer)


def _purchase(method: CostMethod, purchase: Purchase) -> Iterator[Problem]:
    yield from wrong_amount(purchase.price, EURO / DEVICE, "supply.price")
    yield from wrong_amount(purchase.end_of_life, EURO / DEVICE, "supply.end_of_life")
    if purchase.buy_back is not None:
        yield from wrong_amount(purchase.buy_back, EURO / DEVICE, "supply.buy_back")
    counts = method.residual is Residual.BUY_BACK
    if counts and purchase.buy_back is None:
        yield Problem("supply.buy_back", _BUY_BACK_MISSING)
    if not counts and purchase.buy_back is not None:
        yield Problem("supply.buy_back", _BUY_BACK_EXTRA)
    if counts and purchase.buy_back is not None and _is_above(purchase.buy_back, purchase.price):
        yield Problem("supply.buy_back", _BUY_BACK_HIGH)


def _is_above(one: Quantity, other: Quantity) -> bool:
    """Another unit is named by itself."""
    return one.unit == other.unit and one > other


def _subscription(method: CostMethod, terms: Subscription) -> Iterator[Problem]:
    if terms.form is Form.PURCHASE:
        yield Problem("supply.form", _FORM)
    yield from wrong_amount(terms.at_start, EURO / DEVICE, "supply.at_start")
    yield from wrong_amount(terms.at_end, EURO / DEVICE, "supply.at_end")
    if len(terms.fees) != method.horizon:
        message = _FEES.format(given=str(len(terms.fees)), wanted=str(method.horizon))
        yield Problem("supply.fees", message)
    for year, fee in enumerate(terms.fees, start=1):
        yield from wrong_amount(fee, EURO / DEVICE_YEAR, f"supply.fees[{year}]")


def _yearly(method: CostMethod, offer: Offer) -> Iterator[Problem]:
    for kind in sorted(offer.yearly.keys() | offer.included):
        if kind not in method.asked or (kind is CostKind.ENERGY and kind in offer.yearly):
            yield Problem(f"yearly.{kind}", _NOT_ASKED.format(kind=kind.label))
        elif kind in offer.yearly and kind in offer.included:
            yield Problem(f"yearly.{kind}", _COUNTED_TWICE.format(kind=kind.label))
    for kind in sorted(method.asked & YEARLY - {CostKind.ENERGY} - offer.yearly.keys() - offer.included):
        yield Problem(f"yearly.{kind}", _NOT_STATED.format(kind=kind.label))
    for kind, amount in offer.yearly.items():
        yield from wrong_amount(amount, EURO / DEVICE_YEAR, f"yearly.{kind}")


def _energy(method: CostMethod, offer: Offer) -> Iterator[Problem]:
    needed = CostKind.ENERGY in method.asked - offer.included or method.carbon_price is not None
    if offer.energy is not None:
        yield from wrong_amount(offer.energy, KWH / DEVICE_YEAR, "energy")
    elif needed:
        yield Problem("energy", _NO_ENERGY)


def _emissions(method: CostMethod, offer: Offer) -> Iterator[Problem]:
    if offer.emissions is None:
        if method.carbon_price is not None:
            yield Problem("emissions", _NO_EMISSIONS)
        return
    for name in ("production", "transport", "end_of_life"):
        amount: Quantity = getattr(offer.emissions, name)
        yield from wrong_amount(amount, KG_CO2E / DEVICE, f"emissions.{name}")
