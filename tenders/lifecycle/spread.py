"""A value with the range that it was declared with."""

from dataclasses import dataclass
from fractions import Fraction

from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import Unit


@dataclass(frozen=True, slots=True)
class Spread:
    """`value` is what counts; `low` and `high` are shown beside it. All three are in one unit."""

    low: Quantity
    value: Quantity
    high: Quantity

    def __add__(self, other: "Spread") -> "Spread":
        return Spread(self.low + other.low, self.value + other.value, self.high + other.high)

    def times(self, factor: "Quantity | int | Fraction") -> "Spread":
        """`factor` is not below zero, or low and high would change places."""
        return Spread(self.low * factor, self.value * factor, self.high * factor)

    def shared_by(self, divisor: Quantity) -> "Spread":
        return Spread(self.low / divisor, self.value / divisor, self.high / divisor)

    @property
    def unit(self) -> Unit:
        return self.value.unit


def certain(value: Quantity) -> Spread:
    """Without a range: low and high are the value."""
    return Spread(value, value, value)
