"""What an award criterion scores of a footprint: which axes, per what, and in how many decimals."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.device import Footprint
from tenders.lifecycle.quantity import nothing
from tenders.lifecycle.spread import Spread, certain


class Per(StrEnum):
    DEVICE = "device"
    DEVICE_YEAR = "device_year"
    CONTRACT = "contract"


_MEASURES = {
    Axis.PRODUCTION: Measure.CO2_PRODUCTION,
    Axis.TRANSPORT: Measure.CO2_TRANSPORT,
    Axis.USE: Measure.CO2_USE,
    Axis.END_OF_LIFE: Measure.CO2_END_OF_LIFE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FootprintCriterion:
    """Less is better; the award scores `value` as a quantity, most fairly in a published band."""

    axes: frozenset[Axis]
    per: Per
    places: int

    @property
    def measures(self) -> frozenset[Measure]:
        """What must then stay out of the life-cycle cost."""
        return frozenset(_MEASURES[axis] for axis in self.axes)

    def spread(self, footprint: Footprint) -> Spread:
        """kg CO2e with its range."""
        parts = [self._on(footprint, axis) for axis in Axis if axis in self.axes]
        if not parts:
            raise ValueError("a criterion scores at least one axis")
        found = certain(nothing(parts[0].unit))
        for part in parts:
            found += part
        return found

    def value(self, footprint: Footprint) -> Decimal:
        return self.spread(footprint).value.rounded(self.places)

    def _on(self, footprint: Footprint, axis: Axis) -> Spread:
        if self.per is Per.CONTRACT:
            return footprint.contract_on(axis)
        whole = footprint.on(axis)
        return whole if self.per is Per.DEVICE else whole.shared_by(footprint.stated.lifetime)
