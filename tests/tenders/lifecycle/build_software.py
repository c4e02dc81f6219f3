"""A small method for software, and what a bid states under it."""

from tenders.lifecycle.footprint.data_centre import Measured
from tenders.lifecycle.footprint.software import (
    SoftwareMethod,
    Workload,
)
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import KG_CO2E, KWH, LITRE, NUMBER, RUN, YEAR, functional_unit
from tests.tenders.lifecycle.build import published

UNIT = functional_unit("1.000 transacties")
METHOD = SoftwareMethod(
    unit=UNIT,
    volume=published("20000", UNIT / YEAR),
    grid_factor=published("0.25", KG_CO2E / KWH),
)


def workload(
    use: str = "0.4", training: str = "1000", runs: str = "3", hardware: str = "0.02", pue: str = "1.25"
) -> Workload:
    return Workload(
        bid="A",
        use=quantity(use, KWH / UNIT),
        training=quantity(training, KWH / RUN),
        runs=quantity(runs, RUN / YEAR),
        hardware=quantity(hardware, KG_CO2E / UNIT),
        pue=quantity(pue, NUMBER),
    )


MEASURED = Measured(
    site="Groningen",
    total_energy=quantity("1200000", KWH),
    it_energy=quantity("1000000", KWH),
    water=quantity("300000", LITRE),
    renewable=quantity("900000", KWH),
    reused=quantity("120000", KWH),
)
