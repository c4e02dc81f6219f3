"""What another value may not be, and how far a horizon may change."""

import pytest

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH, NUMBER, YEAR
from tenders.lifecycle.what_if import Changes
from tenders.lifecycle.what_if.changes import LONGEST_HORIZON
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.lifecycle.build_what_if import PLAN, bids, found_for, grid, line, refused


def test_a_lease_is_not_stretched_beyond_what_was_offered() -> None:
    lease, service = answers(PLAN, form="lease"), answers(PLAN, form="service")

    problems = refused(Changes(horizon=8), among=bids(A=answers(PLAN), B=lease, C=service))

    assert problems == [
        (
            "horizon",
            (
                f"Inschrijving {bid} is lease of een dienst, met vergoedingen voor 6 jaar. Voor 8 jaar is "
                "niets geboden. Kies een looptijd van hooguit 6 jaar."
            ),
        )
        for bid in "BC"
    ]


def test_bought_devices_may_be_looked_at_for_longer() -> None:
    assert line(found_for(Changes(horizon=10)), "cost", "A").changed is not None


def test_a_shorter_horizon_counts_the_first_fees_and_says_so() -> None:
    lease = answers(PLAN, form="lease")

    found = found_for(Changes(horizon=4), among=bids(A=answers(PLAN), B=lease))

    assert [remark.nl for remark in found.remarks] == [
        "Inschrijving B is lease of een dienst: alleen de vergoedingen van de eerste 4 jaar tellen."
    ]
    assert line(found, "cost", "B").changed < line(found, "cost", "B").published


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (Changes(horizon=0), "horizon"),
        (Changes(horizon=LONGEST_HORIZON + 1), "horizon"),
        (grid("2.01"), "grid_factor"),
        (grid("-0.01"), "grid_factor"),
        (Changes(grid_factor=quantity("1", KWH)), "grid_factor"),
        (Changes(carbon_price=quantity("10.01", EURO / KG_CO2E)), "carbon_price"),
        (Changes(rate=quantity("0.31", NUMBER)), "rate"),
        (Changes(rate=quantity("3", YEAR)), "rate"),
        (Changes(electricity_price=quantity("5.01", EURO / KWH)), "electricity_price"),
    ],
)
def test_a_value_out_of_bounds_is_refused_at_its_place(changes: Changes, place: str) -> None:
    assert [found for found, _ in refused(changes)] == [place]


def test_the_bounds_are_named() -> None:
    assert refused(grid("3")) == [
        ("grid_factor", "Kies een waarde van 0,00 kg CO2e per kWh tot en met 2,00 kg CO2e per kWh.")
    ]


@pytest.mark.parametrize(
    "changes",
    [
        Changes(carbon_price=Estimate.LOW),
        Changes(electricity_price=quantity("1", EURO / KWH)),
    ],
)
def test_what_plays_no_part_cannot_be_changed(changes: Changes) -> None:
    plan = build.plan(cost=build.cost_terms(asked=frozenset({CostKind.MAINTENANCE})))

    assert [message for _, message in refused(changes, plan, bids(A=answers(plan)))] == [
        "Dit doet in de bekendgemaakte berekening niet mee. Laat het leeg."
    ]
