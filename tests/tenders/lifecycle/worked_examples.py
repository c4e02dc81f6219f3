"""The worked examples of docs/lifecycle.md. Amounts of bids are made up; the page says what is not."""

from collections.abc import Iterator

from procurement.numbers import english
from tenders.lifecycle.cost.compare import LifeCycleCost, Sums, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.cost.offer import Form, Offer
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.device import Footprint
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.reference import FIGURES
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.unit import KWH, YEAR
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, published, purchase
from tests.tenders.lifecycle.build_footprint import (
    ROAD,
    SEA,
    declared,
    footprint_method,
    journey,
    stated,
)

GRID = next(each for each in FIGURES if each.code == "grid-nl-electricity-maps-2025").published()
ASKED = {CostKind.ENERGY, CostKind.MAINTENANCE}


def cost_method() -> CostMethod:
    return method(
        devices="100",
        horizon=6,
        rate="0.03",
        inflation=published("0.02"),
        asked=ASKED,
        electricity="0.25",
        grid_factor=GRID,
        price=carbon(central="0.15"),
        residual=Residual.STRAIGHT_LINE,
        growth={CostKind.ENERGY: "0.02", CostKind.MAINTENANCE: "0.02", CostKind.ACQUISITION: "0.01"},
    )


def cost_offers() -> list[Offer]:
    new, used = emissions("220", "8", "4"), emissions("30", "3", "4")
    return [
        offer("new", purchase("950", "5", "5"), energy="30", maintenance="15", mass=new),
        offer(
            "refurbished",
            purchase("420", "3", "5"),
            energy="36",
            maintenance="25",
            mass=used,
            refurbished=True,
        ),
        offer("lease", lease(*["215"] * 6, lifetime="4"), energy="30", maintenance="15", mass=new),
        offer(
            "service",
            lease(*["260"] * 6, at_start="40", lifetime="5", form=Form.SERVICE),
            energy="30",
            included={CostKind.ENERGY, CostKind.MAINTENANCE},
            mass=new,
        ),
    ]


def costs() -> tuple[LifeCycleCost, ...]:
    return compare(cost_method(), cost_offers(), {})


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def cents(amount: Quantity) -> str:
    return english(amount.rounded(2), 2)


def cost_table() -> Iterator[str]:
    found = costs()
    yield row("present value in €", *(each.bid for each in found))
    for kind in CostKind:
        sums = [each.of_kind(kind).present for each in found]
        if any(each.amount for each in sums):
            yield row(kind.label.en, *map(cents, sums))
    yield row("**total**", *(f"**{english(each.rounded, 2)}**" for each in found))
    yield row("per device-year", *(cents(each.per_device_year) for each in found))


def year_table() -> Iterator[str]:
    first = costs()[0]
    for moment in range(7):
        yield _years(str(moment), first.in_year(moment))
    yield _years("**total**", first.sums)


def _years(name: str, sums: Sums) -> str:
    return row(name, cents(sums.nominal), cents(sums.real), cents(sums.present))


def device() -> Footprint:
    energy = declared("30", "27", "33", unit=KWH / (footprint_method().devices.unit * YEAR))
    return footprints(
        footprint_method(grid_factor=GRID),
        [
            stated(
                production=declared("220", "180", "270"),
                transport=journey("2.5", (SEA, "18000"), (ROAD, "500")),
                energy=energy,
                end_of_life="4",
                lifetime="5",
            )
        ],
    )[0]


def axis_table() -> Iterator[str]:
    found = device()
    for axis in Axis:
        yield row(axis.label.en, *_spread(found.on(axis)))
    yield row("**per device**", *_spread(found.per_device))
    yield row("per device-year", *_spread(found.per_device_year))
    yield row("contract", *_spread(found.contract))


def _spread(spread: Spread) -> list[str]:
    return [english(each.rounded(3), 3) for each in (spread.low, spread.value, spread.high)]
