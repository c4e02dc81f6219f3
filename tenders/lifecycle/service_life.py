"""When devices are delivered and go out of use, so that all bids serve the same device-years."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Embodied(StrEnum):
    """How the emissions of making, moving and discarding a device are counted."""

    WHOLE = "whole"  # of each device delivered, also of the life left at the horizon
    BY_YEAR = "by_year"  # in each year of use one part of its life


class Delivery(NamedTuple):
    """A full set of devices; moments in years since the start."""

    at: int
    until: int  # out of use: its life ends, or the horizon comes first
    unused: int  # years of life left then


def deliveries(lifetime: int, horizon: int) -> Iterator[Delivery]:
    """One after the other, without a gap, until the horizon."""
    for at in range(0, horizon, lifetime):
        until = min(at + lifetime, horizon)
        yield Delivery(at, until, at + lifetime - until)
