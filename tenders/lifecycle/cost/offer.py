"""What a bid states for the life-cycle cost, each amount in euros per device at the published price level."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.quantity import Quantity


class Form(StrEnum):
    PURCHASE = "purchase"
    LEASE = "lease"
    SERVICE = "service"


_FORMS = {
    Form.PURCHASE: Text(nl="koop", en="purchase"),
    Form.LEASE: Text(nl="lease", en="lease"),
    Form.SERVICE: Text(nl="als dienst", en="as a service"),
}
_REFURBISHED = Text(nl="{form}, refurbished", en="{form}, refurbished")


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A device is replaced by one at the same price when its life ends before the horizon."""

    price: Quantity  # € per device
    lifetime: Quantity  # whole years of use of one device
    end_of_life: Quantity  # € per device that goes out of use
    buy_back: Quantity | None = None  # € per device, bound to be paid by the bidder

    form: Form = field(default=Form.PURCHASE, init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """Lease, or as a service: the provider owns the devices and replaces them within the fee."""

    form: Form  # LEASE or SERVICE
    at_start: Quantity  # € per device
    fees: tuple[Quantity, ...]  # € per device-year, one for each year of the horizon
    at_end: Quantity  # € per device
    lifetime: Quantity  # whole years before the provider replaces a device


@dataclass(frozen=True, slots=True, kw_only=True)
class Emissions:
    """kg CO2e per device; use follows from the energy."""

    production: Quantity
    transport: Quantity
    end_of_life: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    bid: str
    supply: Purchase | Subscription
    refurbished: bool
    energy: Quantity | None  # kWh per device-year
    yearly: Mapping[CostKind, Quantity]  # € per device-year
    included: frozenset[CostKind]  # what the price or the fee covers
    emissions: Emissions | None

    @property
    def form(self) -> Text:
        words = _FORMS[self.supply.form]
        return _REFURBISHED.format(form=words) if self.refurbished else words
