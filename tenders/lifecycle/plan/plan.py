"""The published calculation of one lot, as frozen values. What stands here counts the same for every bid.

A part that is None is not calculated. The horizon and the CO2e of a kWh stand once: cost, footprint and
software use the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tenders.lifecycle.circularity.score import CircularityMethod
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CarbonPrice, CostMethod, RateIs, Residual, YearlyMoment
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.footprint.device import FootprintMethod
from tenders.lifecycle.footprint.software import SoftwareMethod
from tenders.lifecycle.ladder.terms import LadderTerms
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import DEVICE, functional_unit
from tenders.scoring.price_lines import PriceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceKind:
    """`code` stands before what a bid states about it: "laptop:supply.price".

    `longest_life`: the longest lifetime that counts, in whole years. A longer one would lower every cost and
    footprint at no price to who states it. None only in a plan from before it was asked.
    """

    code: str
    title: str
    number: int
    longest_life: int | None = None

    @property
    def devices(self) -> Quantity:
        return Quantity(Fraction(self.number), DEVICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTerms:
    """A `CostMethod` without what stands elsewhere in the plan: devices, horizon and grid factor."""

    price_level: int
    rate: Published
    rate_is: RateIs
    inflation: Published
    changes: Mapping[CostKind, Published]
    yearly_costs_fall: YearlyMoment
    asked: frozenset[CostKind]
    residual: Residual
    electricity_price: Published | None
    carbon_price: CarbonPrice | None
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FootprintTerms:
    """`footings` of production, transport and end of life. With transport factors every bid states a journey
    and transport needs no footing."""

    embodied: Embodied
    footings: Mapping[Axis, Footing]
    transport_factors: Mapping[str, Published]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareTerms:
    """`unit`: the name of the functional unit; `volume`: how many of them a year the tender expects."""

    unit: str
    volume: Published


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCentreTerms:
    """`period`: the twelve months that every bid measures."""

    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    kinds: tuple[DeviceKind, ...] = ()
    horizon: int | None = None  # whole years
    grid_factor: Published | None = None  # kg CO2e per kWh
    energy: Footing | None = None  # how the energy of a device in a year is declared
    time_shares: Mapping[str, Published] = field(default_factory=dict)
    """By mode, parts of one. With them a bid states the power in each mode and not its kWh (E_TEC)."""
    cost: CostTerms | None = None
    footprint: FootprintTerms | None = None
    circularity: CircularityMethod | None = None
    software: SoftwareTerms | None = None
    data_centre: DataCentreTerms | None = None
    ladder: LadderTerms | None = None
    price_lines: tuple[PriceLine, ...] = ()  # of the price sheet; their sum is the price

    @property
    def besides_price_lines(self) -> "Plan":
        """What is calculated over the life cycle: everything but the price sheet."""
        return replace(self, price_lines=())

    def cost_method(self, kind: DeviceKind) -> CostMethod:
        """The same for every kind but for the number of devices."""
        terms = self.cost
        assert terms is not None, "the plan calculates a cost"
        return CostMethod(
            devices=kind.devices,
            horizon=self.horizon or 0,
            price_level=terms.price_level,
            rate=terms.rate,
            rate_is=terms.rate_is,
            inflation=terms.inflation,
            changes=terms.changes,
            yearly_costs_fall=terms.yearly_costs_fall,
            asked=terms.asked,
            residual=terms.residual,
            electricity_price=terms.electricity_price,
            grid_factor=self.grid_factor if terms.carbon_price else None,
            carbon_price=terms.carbon_price,
            places=terms.places,
        )

    def footprint_method(self, kind: DeviceKind) -> FootprintMethod:
        terms, factor = self.footprint, self.grid_factor
        assert terms is not None, "the plan calculates a footprint"
        assert factor is not None, "a footprint counts the CO2e of a kWh"
        energy = {Axis.USE: self.energy} if self.energy else {}
        return FootprintMethod(
            devices=kind.devices,
            horizon=self.horizon or 0,
            grid_factor=factor,
            transport_factors=terms.transport_factors,
            embodied=terms.embodied,
            footings={**terms.footings, **energy},
        )

    def software_method(self) -> SoftwareMethod:
        terms, factor = self.software, self.grid_factor
        assert terms is not None, "the plan calculates software"
        assert factor is not None, "software counts the CO2e of a kWh"
        return SoftwareMethod(unit=functional_unit(terms.unit), volume=terms.volume, grid_factor=factor)
