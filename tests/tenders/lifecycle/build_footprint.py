"""Short constructors for footprints. Masses in kg CO2e per device, energy in kWh per device-year."""

from typing import Any

from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared, Footing
from tenders.lifecycle.footprint.device import FootprintMethod, Stated
from tenders.lifecycle.footprint.transport import Journey, Leg
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG, KG_CO2E, KM, KWH, YEAR, Unit
from tests.tenders.lifecycle.build import published

FOOTING = Footing(boundary="cradle-to-gate", standards=("ISO 14067", "PAIA"), earliest_year=2023)
ROAD, SEA, AIR = "road", "sea", "air"


def factors(**per_tonne_km: str) -> dict[str, Any]:
    unit = KG_CO2E / KG / KM
    found = {mode: published(value, KG_CO2E / KG / KM) for mode, value in per_tonne_km.items()}
    assert all(each.value.unit == unit for each in found.values())
    return found


FACTORS = factors(road="0.0001", sea="0.00001", air="0.001")  # kg per kg and km: 100, 10 and 1.000 g per tkm


def footprint_method(**fields: Any) -> FootprintMethod:
    given: dict[str, Any] = {
        "devices": quantity("100", DEVICE),
        "horizon": 6,
        "grid_factor": published("0.25", KG_CO2E / KWH),
        "transport_factors": FACTORS,
        "embodied": Embodied.BY_YEAR,
        "footings": dict.fromkeys(Axis, FOOTING),
    }
    return FootprintMethod(**{**given, **fields})


def declared(
    value: str, low: str | None = None, high: str | None = None, unit: Unit = KG_CO2E / DEVICE, **fields: Any
) -> Declared:
    given: dict[str, Any] = {
        "boundary": "cradle-to-gate",
        "standard": "ISO 14067",
        "year": 2025,
        "evidence": "Report 1",
    }
    spread = Spread(
        quantity(value if low is None else low, unit),
        quantity(value, unit),
        quantity(value if high is None else high, unit),
    )
    return Declared(spread=spread, **{**given, **fields})


def journey(mass: str, *legs: tuple[str, str]) -> Journey:
    stated = tuple(Leg(mode, quantity(distance, KM)) for mode, distance in legs)
    return Journey(quantity(mass, KG / DEVICE), stated)


def stated(
    bid: str = "A",
    *,
    production: str | Declared = "200",
    transport: Declared | Journey | None = None,
    energy: str | Declared = "40",
    end_of_life: str = "4",
    lifetime: str = "4",
) -> Stated:
    return Stated(
        bid=bid,
        production=declared(production) if isinstance(production, str) else production,
        transport=transport or declared("8"),
        energy=declared(energy, unit=KWH / DEVICE_YEAR) if isinstance(energy, str) else energy,
        end_of_life=declared(end_of_life),
        lifetime=quantity(lifetime, YEAR),
    )
