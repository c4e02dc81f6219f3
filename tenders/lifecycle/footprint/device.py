"""The footprint of a device on four axes: per device, per device-year and for the whole contract."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared, Footing
from tenders.lifecycle.footprint.transport import Journey, transported
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.service_life import Embodied, deliveries
from tenders.lifecycle.spread import Spread, certain
from tenders.lifecycle.unit import YEAR
from tenders.lifecycle.working import Input, Working, parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class FootprintMethod:
    """What the tender publishes; the same for all bids."""

    devices: Quantity
    horizon: int  # whole years
    grid_factor: Published  # kg CO2e per kWh
    transport_factors: Mapping[str, Published]  # kg CO2e per kg of goods and km, by mode
    embodied: Embodied
    footings: Mapping[Axis, Footing]  # of the energy under use; a calculated transport needs none


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a bid states. Energy in kWh per device-year, from E_TEC or measured."""

    bid: str
    production: Declared
    transport: Declared | Journey
    energy: Declared
    end_of_life: Declared
    lifetime: Quantity  # whole years
    typical: Working | None = None  # of the energy, where it follows from the power in each mode


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisFigure:
    """kg CO2e per device over its life; `working` where it was calculated and not declared."""

    axis: Axis
    per_device: Spread
    working: Working | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    stated: Stated
    method: FootprintMethod
    figures: tuple[AxisFigure, ...]  # one for each axis, in that order

    def on(self, axis: Axis) -> Spread:
        return next(each.per_device for each in self.figures if each.axis is axis)

    @property
    def per_device(self) -> Spread:
        production, transport, use, end_of_life = (each.per_device for each in self.figures)
        return production + transport + use + end_of_life

    @property
    def per_device_year(self) -> Spread:
        return self.per_device.shared_by(self.stated.lifetime)

    def contract_on(self, axis: Axis) -> Spread:
        """kg CO2e of all device-years of the contract."""
        devices, horizon = self.method.devices, Quantity(Fraction(self.method.horizon), YEAR)
        if axis is Axis.USE or self.method.embodied is Embodied.BY_YEAR:
            return self.on(axis).shared_by(self.stated.lifetime).times(devices * horizon)
        times = len(list(deliveries(int(self.stated.lifetime.amount), self.method.horizon)))
        return self.on(axis).times(devices).times(times)

    @property
    def contract(self) -> Spread:
        production, transport, use, end_of_life = (self.contract_on(axis) for axis in Axis)
        return production + transport + use + end_of_life


_ENERGY = Text(nl="het energiegebruik per apparaat per jaar", en="the energy use of a device in a year")
_LIFE = Text(nl="levensduur in jaren", en="lifetime in years")


def footprint(method: FootprintMethod, stated: Stated) -> Footprint:
    return Footprint(stated=stated, method=method, figures=tuple(_figures(method, stated)))


def _figures(method: FootprintMethod, stated: Stated) -> Iterator[AxisFigure]:
    yield AxisFigure(axis=Axis.PRODUCTION, per_device=stated.production.spread, working=None)
    yield _transport(method, stated.transport)
    yield _use(method, stated)
    yield AxisFigure(axis=Axis.END_OF_LIFE, per_device=stated.end_of_life.spread, working=None)


def _transport(method: FootprintMethod, transport: Declared | Journey) -> AxisFigure:
    if isinstance(transport, Declared):
        return AxisFigure(axis=Axis.TRANSPORT, per_device=transport.spread, working=None)
    working = transported(transport, method.transport_factors)
    return AxisFigure(axis=Axis.TRANSPORT, per_device=certain(working.exact), working=working)


def _use(method: FootprintMethod, stated: Stated) -> AxisFigure:
    energy = stated.energy.spread
    per_device = energy.times(stated.lifetime).times(method.grid_factor.value)
    working = Working(
        formula="E × L × e",
        inputs=(
            Input("E", _ENERGY, energy.value),
            Input("L", _LIFE, stated.lifetime),
            parameter("e", method.grid_factor),
        ),
        exact=per_device.value,
    )
    return AxisFigure(axis=Axis.USE, per_device=per_device, working=working)
