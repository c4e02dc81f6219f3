"""What a calculated circularity brings to a target: the shares that bids state in the calculation."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band
from tenders.lifecycle.circularity.score import CircularityMethod, Weighed
from tenders.lifecycle.plan import Plan, plan_as_data
from tenders.models import LifecycleAnswer, LifecyclePlan, Lot, OrganisationTarget
from tenders.services.target_contributions import progress_of
from tests import cast, evidence
from tests.queries import queries
from tests.tenders.lifecycle import build_plan as build

pytestmark = pytest.mark.django_db

ALL = (Indicator.REFURBISHED, Indicator.TAKE_BACK, Indicator.SECOND_LIFE)


def method(*indicators: Indicator) -> CircularityMethod:
    weight = Decimal(100) / len(indicators) if len(indicators) != 3 else None
    weights = [weight] * len(indicators) if weight else [Decimal(50), Decimal(25), Decimal(25)]
    scale = Band(floor=Decimal(0), ceiling=Decimal(1))
    parts = [
        Weighed(indicator=each, weight=part or Decimal(0), scale=scale)
        for each, part in zip(indicators, weights, strict=True)
    ]
    return CircularityMethod(parts=tuple(parts), places=2)


def calculated(*indicators: Indicator, reference: str = "T-1", **stated: dict[str, str]) -> Lot:
    """A lot of 400 laptops whose bids, by code, state these percentages in the calculation."""
    lot = cast.lot_with_bids(cast.tender(reference=reference))
    kinds = (build.DeviceKind(code="laptop", title="Laptop", number=400),)
    plan = Plan(kinds=kinds, energy=build.TYPICAL, circularity=method(*(indicators or ALL)))
    LifecyclePlan.objects.create(lot=lot, data=plan_as_data(plan))
    for code, shares in stated.items():
        for indicator, share in shares.items():
            given = {f"circularity:{indicator}": share, f"circularity:{indicator}.evidence": "Rapport 1"}
            for name, value in given.items():
                LifecycleAnswer.objects.create(
                    bid=lot.bids.get(code=code), code=name, value=value, is_price=False
                )
    return lot


def parts(**other: Any) -> list[tuple[str, Decimal | None, Decimal | None, Decimal | None]]:
    evidence.targeted(**other)
    [progress] = progress_of(cast.organisation(), [OrganisationTarget.objects.latest("pk")])
    return [(each.basis.value, each.lowest, each.highest, each.brought_percent) for each in progress.parts]


WHOLE = {"refurbished": "20", "take_back": "80", "second_life": "50"}
MORE = {"refurbished": "45.5", "take_back": "90", "second_life": "100"}


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("refurbished_share", ("bids", Decimal(20), Decimal("45.5"), Decimal("8.00"))),
        ("take_back", ("bids", Decimal(80), Decimal(90), Decimal("32.00"))),
        ("second_life", ("bids", Decimal(40), Decimal(90), Decimal("16.00"))),
    ],
)
def test_the_shares_that_bids_state_in_the_calculation_count(
    indicator: str, expected: tuple[Any, ...]
) -> None:
    """400 of 1000 devices at the lowest share; half of the 80% that A takes back lives on."""
    calculated(A=WHOLE, B=MORE, C={"refurbished": "1", "take_back": "1", "second_life": "1"})

    assert parts(indicator=indicator) == [expected]


def test_before_bids_are_opened_the_lot_stands_there_without_a_share() -> None:
    calculated()

    assert parts() == [("nothing", None, None, None)]


def test_a_second_life_of_an_unknown_part_brings_nothing() -> None:
    calculated(Indicator.REFURBISHED, Indicator.SECOND_LIFE, A={"refurbished": "20", "second_life": "50"})

    assert parts(indicator="second_life") == []
    assert parts() == [("bids", Decimal(20), Decimal(20), Decimal("8.00"))]


def test_a_statement_that_earns_no_score_promises_nothing() -> None:
    calculated(A=WHOLE, B={"refurbished": "5"})

    assert parts() == [("bids", Decimal(20), Decimal(20), Decimal("8.00"))]


def test_a_criterion_that_bids_state_a_share_for_goes_before_the_calculation() -> None:
    lot = calculated(A=WHOLE)
    lot.criteria.filter(code="D1").update(evidence_kind="refurbished_share", unit="%")
    lot.bids.get(code="A").values.filter(criterion__code="D1").update(value="30")
    lot.bids.get(code="B").values.filter(criterion__code="D1").update(value="30")

    assert parts() == [("bids", Decimal(30), Decimal(30), Decimal("12.00"))]


def test_more_lots_that_calculate_cost_no_more_queries() -> None:
    client, page = Client(), reverse("tenders:targets")
    client.force_login(cast.person(Role.OFFICER))
    calculated(A=WHOLE)
    evidence.targeted()
    one = queries(client, page)

    for number in range(2, 5):
        calculated(reference=f"T-{number}", A=WHOLE, B=MORE)

    assert queries(client, page) == one
