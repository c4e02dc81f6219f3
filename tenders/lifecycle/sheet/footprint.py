"""The footprint of one kind of device in one bid, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared
from tenders.lifecycle.footprint.device import AxisFigure, Footprint, Stated
from tenders.lifecycle.sheet.row import Row, single

PLACES = 3  # decimals of a mass per device
CONTRACT_PLACES = 1

_ENERGY = Text(nl="Energiegebruik", en="Energy use")
_LIFETIME = Text(nl="Levensduur", en="Lifetime")
_DEVICE = Text(nl="Samen, per apparaat", en="Together, per device")
_DEVICE_YEAR = Text(nl="Samen, per apparaat per jaar", en="Together, per device-year")
_CONTRACT = Text(nl="Samen, hele opdracht", en="Together, whole contract")


@dataclass(frozen=True, slots=True)
class FootprintSheet:
    """Rows of what counts for the footprint: what was stated, the four axes, and the three totals."""

    footprint: Footprint
    rows: tuple[Row, ...]

    @property
    def bid(self) -> str:
        return self.footprint.stated.bid


def footprint_sheet(footprint: Footprint) -> FootprintSheet:
    return FootprintSheet(footprint, tuple(_rows(footprint)))


def _rows(footprint: Footprint) -> Iterator[Row]:
    stated = footprint.stated
    yield single("lifetime", _LIFETIME, stated.lifetime, 0)
    yield Row(
        code="energy",
        title=_ENERGY,
        spread=stated.energy.spread,
        places=PLACES,
        declared=stated.energy,
        working=stated.typical,
    )
    for figure in footprint.figures:
        yield _axis(figure, stated)
    yield Row(code="device", title=_DEVICE, spread=footprint.per_device, places=PLACES, is_total=True)
    yield Row(
        code="device_year", title=_DEVICE_YEAR, spread=footprint.per_device_year, places=PLACES, is_total=True
    )
    yield Row(
        code="contract", title=_CONTRACT, spread=footprint.contract, places=CONTRACT_PLACES, is_total=True
    )


def _axis(figure: AxisFigure, stated: Stated) -> Row:
    return Row(
        code=figure.axis.value,
        title=figure.axis.label,
        spread=figure.per_device,
        places=PLACES,
        declared=_declared(figure.axis, stated),
        working=figure.working,
    )


def _declared(axis: Axis, stated: Stated) -> Declared | None:
    """What the axis rests on: of use the energy, of a calculated transport nothing that was declared."""
    declared = {
        Axis.PRODUCTION: stated.production,
        Axis.TRANSPORT: stated.transport,
        Axis.USE: stated.energy,
        Axis.END_OF_LIFE: stated.end_of_life,
    }[axis]
    return declared if isinstance(declared, Declared) else None
