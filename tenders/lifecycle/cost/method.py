"""The published method: what every bid is calculated with. It holds no default, so nothing is left unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tenders.lifecycle.cost.kind import CARBON, CostKind, Measure
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import YEAR


class YearlyMoment(StrEnum):
    """When in a year its costs fall."""

    START = "start"
    END = "end"


class RateIs(StrEnum):
    NOMINAL = "nominal"  # the rate holds price rises
    REAL = "real"  # price rises come on top of it


class Residual(StrEnum):
    """What a device is worth to the buyer when it goes out of use."""

    NOTHING = "nothing"
    STRAIGHT_LINE = "straight_line"  # at the horizon: the unused part of its life, of the price paid
    BUY_BACK = "buy_back"  # what the bidder is bound to pay for it


class Estimate(StrEnum):
    LOW = "low"
    CENTRAL = "central"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarbonPrice:
    """€ per kg CO2e, three published estimates and the one that counts."""

    low: Published
    central: Published
    high: Published
    counts: Estimate
    embodied: Embodied

    @property
    def counted(self) -> Published:
        return {Estimate.LOW: self.low, Estimate.CENTRAL: self.central, Estimate.HIGH: self.high}[self.counts]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostMethod:
    """Amounts of bids and parameters are in prices of `price_level`; rates are parts of one, per year.

    The function is the same for all: `devices` in use, all through `horizon` years.
    """

    devices: Quantity
    horizon: int  # whole years
    price_level: int  # a year
    rate: Published
    rate_is: RateIs
    inflation: Published
    changes: Mapping[CostKind, Published]  # the rise of prices of each kind, nominal
    yearly_costs_fall: YearlyMoment
    asked: frozenset[CostKind]  # the yearly costs that each bid states
    residual: Residual
    electricity_price: Published | None
    grid_factor: Published | None
    carbon_price: CarbonPrice | None
    places: int  # decimals of the total in euros

    @property
    def years(self) -> Quantity:
        return Quantity(Fraction(self.horizon), YEAR)

    @property
    def device_years(self) -> Quantity:
        return self.devices * self.years

    @property
    def nominal_rate(self) -> Fraction:
        rate = self.rate.value.amount
        if self.rate_is is RateIs.NOMINAL:
            return rate
        return (1 + rate) * (1 + self.inflation.value.amount) - 1

    @property
    def kinds(self) -> frozenset[CostKind]:
        """Every kind of cost that this method counts."""
        always = {CostKind.ACQUISITION, CostKind.FEE, CostKind.END_OF_LIFE}
        bought_back = {CostKind.RESIDUAL} if self.residual is Residual.BUY_BACK else set()
        external = {CostKind.EXTERNAL} if self.carbon_price else set()
        return self.asked | always | bought_back | external

    @property
    def priced(self) -> frozenset[Measure]:
        """What already counts in euros."""
        energy = frozenset({Measure.USE_KWH}) if CostKind.ENERGY in self.asked else frozenset()
        return energy | CARBON if self.carbon_price else energy
