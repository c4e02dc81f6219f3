"""A plan in which everything is calculated, and any plan that a tender could publish."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as some

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band, Steps
from tenders.lifecycle.circularity.score import CircularityMethod, Weighed
from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CarbonPrice, Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.ladder.terms import POINT, UNITS, DiscountIn, LadderTerms
from tenders.lifecycle.plan import (
    CostTerms,
    DataCentreTerms,
    DeviceKind,
    FootprintTerms,
    Plan,
    SoftwareTerms,
    titles,
)
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import EURO, KG, KG_CO2E, KM, KWH, NUMBER, YEAR, Unit, functional_unit
from tenders.scoring.model import Step

Draw = Callable[[Any], Any]
LAPTOP = DeviceKind(code="laptop", title="Laptop van 14 inch", number=100, longest_life=12)
MONITOR = DeviceKind(code="monitor", title="Beeldscherm van 27 inch", number=50, longest_life=12)
FOOTING = Footing(boundary="cradle-to-gate", standards=("ISO 14067", "PAIA"), earliest_year=2023)
TYPICAL = Footing(boundary="E_TEC", standards=("IEC 62623",), earliest_year=2024)
COST_KINDS = (CostKind.ACQUISITION, CostKind.FEE, CostKind.END_OF_LIFE)


def stated(title: Any, value: str, unit: Unit = NUMBER, year: int = 2026) -> Published:
    return Published(title=title, value=quantity(value, unit), source="De aanbesteding", year=year)


def carbon(counts: Estimate = Estimate.CENTRAL) -> CarbonPrice:
    unit = EURO / KG_CO2E
    return CarbonPrice(
        low=stated(titles.LOW, "0.05", unit),
        central=stated(titles.CENTRAL, "0.13", unit),
        high=stated(titles.HIGH, "0.16", unit),
        counts=counts,
        embodied=Embodied.BY_YEAR,
    )


def cost_terms(**fields: Any) -> CostTerms:
    """Energy and maintenance over six years, without a price for CO2e."""
    asked = fields.get("asked", frozenset({CostKind.ENERGY, CostKind.MAINTENANCE}))
    price, residual = fields.get("carbon_price"), fields.get("residual", Residual.NOTHING)
    kinds = {*asked, *COST_KINDS} | ({CostKind.EXTERNAL} if price else set())
    kinds |= {CostKind.RESIDUAL} if residual is Residual.BUY_BACK else set()
    energy = CostKind.ENERGY in asked
    given: dict[str, Any] = {
        "price_level": 2026,
        "rate": stated(titles.RATE, "0.03"),
        "rate_is": RateIs.NOMINAL,
        "inflation": stated(titles.INFLATION, "0.02"),
        "changes": {kind: stated(titles.change_of(kind), "0.02") for kind in kinds},
        "yearly_costs_fall": YearlyMoment.END,
        "asked": asked,
        "residual": residual,
        "electricity_price": stated(titles.ELECTRICITY, "0.25", EURO / KWH) if energy else None,
        "carbon_price": None,
        "places": 2,
    }
    return CostTerms(**(given | fields))


def footprint_terms(**fields: Any) -> FootprintTerms:
    given: dict[str, Any] = {
        "embodied": Embodied.BY_YEAR,
        "footings": dict.fromkeys((Axis.PRODUCTION, Axis.TRANSPORT, Axis.END_OF_LIFE), FOOTING),
        "transport_factors": {},
    }
    return FootprintTerms(**(given | fields))


def factors(**modes: str) -> dict[str, Published]:
    unit = KG_CO2E / KG / KM
    return {mode: stated(titles.factor_of(mode), value, unit) for mode, value in modes.items()}


def circularity(places: int = 2) -> CircularityMethod:
    steps = Steps((Step(None, Decimal(3), Decimal(0)), Step(Decimal(3), None, Decimal(1))))
    return CircularityMethod(
        parts=(
            Weighed(
                indicator=Indicator.REFURBISHED,
                weight=Decimal(60),
                scale=Band(floor=Decimal(0), ceiling=Decimal("0.6")),
            ),
            Weighed(indicator=Indicator.SPARE_PARTS, weight=Decimal(40), scale=steps),
        ),
        places=places,
    )


def software(volume: str = "20000") -> SoftwareTerms:
    unit = functional_unit("1.000 transacties")
    return SoftwareTerms(unit="1.000 transacties", volume=stated(titles.VOLUME, volume, unit / YEAR))


def ladder(discount_in: DiscountIn = DiscountIn.POINTS) -> LadderTerms:
    in_points = discount_in is DiscountIn.POINTS
    return LadderTerms(
        version="3.1",
        published_on=date(2026, 11, 20),
        discount_in=discount_in,
        advantages={level: quantity(f"0.0{level}", UNITS[discount_in]) for level in range(1, 6)},
        sanction=stated(titles.SANCTION, "1.5"),
        point_worth=stated(titles.POINT_WORTH, "1000", EURO / POINT) if in_points else None,
    )


def plan(**fields: Any) -> Plan:
    """Laptops and monitors with everything that can be calculated."""
    given: dict[str, Any] = {
        "kinds": (LAPTOP, MONITOR),
        "horizon": 6,
        "grid_factor": stated(titles.GRID, "0.253", KG_CO2E / KWH),
        "energy": TYPICAL,
        "cost": cost_terms(),
        "footprint": footprint_terms(),
        "circularity": circularity(),
        "software": software(),
        "data_centre": DataCentreTerms(period="kalenderjaar 2026"),
        "ladder": ladder(),
    }
    return Plan(**(given | fields))


def shares(**modes: str) -> dict[str, Published]:
    return {mode: stated(titles.share_of(mode), value) for mode, value in modes.items()}


numbers = some.decimals("0", "99999", places=4).map(str)
rates = some.decimals("-0.5", "0.5", places=4).map(str)


@some.composite
def plans(draw: Draw) -> Plan:
    """Any sound plan: each part is there or not, and what no part uses is left out."""
    footprint = draw(some.none() | some.just(footprint_terms()) | _journeys())
    cost = draw(some.none() | _costs(has_footprint=footprint is not None))
    software_terms = draw(some.none() | some.builds(software, numbers.filter(lambda text: float(text) > 0)))
    priced = cost is not None and (CostKind.ENERGY in cost.asked or cost.carbon_price is not None)
    energy = TYPICAL if footprint or priced else draw(some.none() | some.just(TYPICAL))
    kinds = draw(some.sampled_from([(LAPTOP,), (LAPTOP, MONITOR)])) if energy or cost else ()
    if not (cost or footprint):
        kinds = tuple(replace(kind, longest_life=None) for kind in kinds)
    grid = footprint or software_terms or (cost is not None and cost.carbon_price)
    return Plan(
        kinds=kinds,
        horizon=draw(some.integers(1, 12)) if cost or footprint else None,
        grid_factor=stated(titles.GRID, draw(numbers), KG_CO2E / KWH) if grid else None,
        energy=energy,
        time_shares=draw(some.just({}) | _shares()) if energy else {},
        cost=cost,
        footprint=footprint,
        circularity=draw(some.none() | some.just(circularity())),
        software=software_terms,
        data_centre=draw(some.none() | some.just(DataCentreTerms(period="2026"))),
        ladder=draw(some.none() | some.sampled_from(DiscountIn).map(ladder)),
    )


@some.composite
def _shares(draw: Draw) -> dict[str, Published]:
    part = draw(some.decimals("0", "1", places=3))
    return shares(off=str(part), idle=str(1 - part))


@some.composite
def _journeys(draw: Draw) -> FootprintTerms:
    footings = dict.fromkeys((Axis.PRODUCTION, Axis.END_OF_LIFE), FOOTING)
    modes = draw(some.dictionaries(some.sampled_from(["sea", "road", "air"]), numbers, min_size=1))
    return footprint_terms(footings=footings, transport_factors=factors(**modes))


@some.composite
def _costs(draw: Draw, *, has_footprint: bool) -> CostTerms:
    price = draw(some.none() | some.builds(carbon, some.sampled_from(Estimate))) if has_footprint else None
    return cost_terms(
        asked=draw(some.frozensets(some.sampled_from(sorted(YEARLY)))),
        residual=draw(some.sampled_from(Residual)),
        carbon_price=price,
        rate=stated(titles.RATE, draw(rates)),
        rate_is=draw(some.sampled_from(RateIs)),
        yearly_costs_fall=draw(some.sampled_from(YearlyMoment)),
        places=draw(some.integers(0, 4)),
    )
