"""Short constructors, so that tests read like the trade. Amounts are in euros, kg CO2e, kWh and years."""

from collections.abc import Iterable
from typing import Any

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import (
    CarbonPrice,
    CostMethod,
    Estimate,
    RateIs,
    Residual,
    YearlyMoment,
)
from tenders.lifecycle.cost.offer import Emissions, Form, Offer, Purchase, Subscription
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, EURO, KG_CO2E, KWH, NUMBER, YEAR, Unit

LEVEL = 2026


def published(value: str, unit: Unit = NUMBER, title: str = "A number", year: int = LEVEL) -> Published:
    words = Text(nl=title, en=title)
    return Published(title=words, value=quantity(value, unit), source="The tender", year=year)


def euros(amount: str) -> Quantity:
    return quantity(amount, EURO / DEVICE)


def yearly_euros(amount: str) -> Quantity:
    return quantity(amount, EURO / DEVICE_YEAR)


def years(number: str) -> Quantity:
    return quantity(number, YEAR)


def kwh(amount: str) -> Quantity:
    return quantity(amount, KWH / DEVICE_YEAR)


def emissions(production: str = "250", transport: str = "10", end_of_life: str = "5") -> Emissions:
    masses = (quantity(mass, KG_CO2E / DEVICE) for mass in (production, transport, end_of_life))
    return Emissions(**dict(zip(("production", "transport", "end_of_life"), masses, strict=True)))


def carbon(
    low: str = "0.05",
    central: str = "0.13",
    high: str = "0.16",
    counts: Estimate = Estimate.CENTRAL,
    embodied: Embodied = Embodied.BY_YEAR,
) -> CarbonPrice:
    unit = EURO / KG_CO2E
    return CarbonPrice(
        low=published(low, unit),
        central=published(central, unit),
        high=published(high, unit),
        counts=counts,
        embodied=embodied,
    )


def method(
    *,
    devices: str = "1",
    horizon: int = 4,
    rate: str = "0",
    asked: Iterable[CostKind] = (),
    electricity: str = "0.25",
    grid: str = "0.25",
    price: CarbonPrice | None = None,
    residual: Residual = Residual.NOTHING,
    growth: dict[CostKind, str] | None = None,
    **fields: Any,
) -> CostMethod:
    asked = frozenset(asked)
    kinds = {*asked, CostKind.ACQUISITION, CostKind.FEE, CostKind.END_OF_LIFE}
    kinds |= {CostKind.EXTERNAL} if price else set()
    kinds |= {CostKind.RESIDUAL} if residual is Residual.BUY_BACK else set()
    stated = growth or {}
    given: dict[str, Any] = {
        "devices": quantity(devices, DEVICE),
        "horizon": horizon,
        "price_level": LEVEL,
        "rate": published(rate),
        "rate_is": RateIs.NOMINAL,
        "inflation": published("0"),
        "changes": {kind: published(stated.get(kind, "0")) for kind in kinds},
        "yearly_costs_fall": YearlyMoment.END,
        "asked": asked,
        "residual": residual,
        "electricity_price": published(electricity, EURO / KWH) if CostKind.ENERGY in asked else None,
        "grid_factor": published(grid, KG_CO2E / KWH) if price else None,
        "carbon_price": price,
        "places": 2,
    }
    return CostMethod(**{**given, **fields})


def purchase(
    price: str = "900", lifetime: str = "4", end_of_life: str = "0", buy_back: str | None = None
) -> Purchase:
    return Purchase(
        price=euros(price),
        lifetime=years(lifetime),
        end_of_life=euros(end_of_life),
        buy_back=None if buy_back is None else euros(buy_back),
    )


def lease(
    *fees: str, at_start: str = "0", at_end: str = "0", lifetime: str = "4", form: Form = Form.LEASE
) -> Subscription:
    return Subscription(
        form=form,
        at_start=euros(at_start),
        fees=tuple(yearly_euros(fee) for fee in fees),
        at_end=euros(at_end),
        lifetime=years(lifetime),
    )


def offer(
    bid: str = "A",
    supply: Purchase | Subscription | None = None,
    *,
    energy: str | None = None,
    refurbished: bool = False,
    included: Iterable[CostKind] = (),
    mass: Emissions | None = None,
    **yearly: str,
) -> Offer:
    return Offer(
        bid=bid,
        supply=supply or purchase(),
        refurbished=refurbished,
        energy=None if energy is None else kwh(energy),
        yearly={CostKind(kind): yearly_euros(amount) for kind, amount in yearly.items()},
        included=frozenset(included),
        emissions=mass,
    )
