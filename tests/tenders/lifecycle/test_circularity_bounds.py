"""A published band or table of steps stays within what its measure can be."""

from decimal import Decimal

import pytest

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band, Scale, Steps
from tenders.lifecycle.circularity.score import CircularityMethod, Weighed
from tenders.lifecycle.plan import problems_of_plan
from tenders.scoring.model import Step
from tests.tenders.lifecycle import build_plan as build


def band(floor: str, ceiling: str) -> Band:
    return Band(floor=Decimal(floor), ceiling=Decimal(ceiling))


def steps(at: str) -> Steps:
    return Steps((Step(None, Decimal(at), Decimal(0)), Step(Decimal(at), None, Decimal(1))))


def messages(indicator: Indicator, scale: Scale) -> list[str]:
    part = Weighed(indicator=indicator, weight=Decimal(100), scale=scale)
    plan = build.plan(circularity=CircularityMethod(parts=(part,), places=2))
    found = list(problems_of_plan(plan))
    assert {each.place for each in found} <= {f"circularity.parts[{indicator}].scale"}
    return [each.message.nl for each in found]


@pytest.mark.parametrize(
    ("indicator", "scale"),
    [
        (Indicator.REFURBISHED, band("0", "60")),
        (Indicator.REFURBISHED, band("-5", "1")),
        (Indicator.RECYCLED_CONTENT, steps("1.01")),
        (Indicator.REPAIRABILITY, band("0", "11")),
        (Indicator.SPARE_PARTS, steps("61")),
        (Indicator.LIFETIME, band("-1", "6")),
    ],
)
def test_a_limit_that_no_bid_can_reach_is_refused(indicator: Indicator, scale: Scale) -> None:
    [message] = messages(indicator, scale)

    assert message.startswith("Deze waarde is ")


def test_a_percentage_is_written_as_a_part() -> None:
    assert messages(Indicator.REFURBISHED, band("0", "60")) == [
        "Deze waarde is een deel en nooit 60: zij loopt van 0 tot en met 1. Schrijf 60% als 0,6."
    ]


@pytest.mark.parametrize(
    ("indicator", "scale"),
    [
        (Indicator.REFURBISHED, band("0", "1")),
        (Indicator.REFURBISHED, steps("1")),
        (Indicator.REPAIRABILITY, band("0", "10")),
        (Indicator.SPARE_PARTS, steps("60")),
    ],
)
def test_the_bounds_themselves_are_limits(indicator: Indicator, scale: Scale) -> None:
    assert messages(indicator, scale) == []
