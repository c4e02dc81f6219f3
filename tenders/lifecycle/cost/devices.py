"""When devices are delivered and go out of use, so that all bids serve the same device-years."""

from collections.abc import Iterator
from typing import NamedTuple


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
