"""A lot that values the CO2 Performance Ladder, awarded to a bid that promised a level, for the tests."""

from datetime import date, datetime
from typing import Any

from procurement.organisations.models import Role
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.lifecycle.plan import Plan, plan_as_data
from tenders.models import Evidence, LadderProof, LifecycleAnswer, LifecyclePlan, Lot
from tenders.services.ladder_proof import Shown, record_proof
from tests import award, cast, evidence
from tests.tenders.lifecycle import build_plan as build

PROMISED = 4
WORDS = "De reikwijdte noemt deze levering."


def lot(promised: int = PROMISED, discount_in: DiscountIn = DiscountIn.POINTS, reference: str = "T-1") -> Lot:
    """A promised this level and the others nothing; not published."""
    row = cast.lot_with_bids(cast.tender(reference=reference))
    plan = Plan(ladder=build.ladder(discount_in))
    LifecyclePlan.objects.create(lot=row, data=plan_as_data(plan))
    for bid in row.bids.all():
        level = promised if bid.code == "A" else 0
        LifecycleAnswer.objects.create(bid=bid, code="ladder:level", value=str(level), is_price=False)
    return row


def awarded(**other: Any) -> Lot:
    """On `cast.NOW`: 2 November 2026."""
    return award.decided(award.in_verification(award.in_evaluation(lot(**other))))


def piece(of: str = "A", **other: Any) -> Evidence:
    """A certificate of the supplier of this bid that somebody checked."""
    days = {"valid_from": date(2026, 11, 1), "valid_until": date(2029, 10, 31)}
    named = {"kind": "declaration", "title": "CO2-bewust certificaat", "standard": "CO2-Prestatieladder"}
    row = evidence.piece(evidence.supplier(f"Leverancier {of}"), **(named | days | other))
    evidence.checked(row)
    return row


def shown(row: Evidence, level: int, **other: Any) -> Shown:
    usual: dict[str, Any] = {"kind": "certificate", "on": cast.NOW.date(), "words": WORDS}
    return Shown(evidence=row.pk, level=level, **(usual | other))


def proved(
    row: Lot, level: int, of: Evidence | None = None, at: datetime = cast.NOW, **other: Any
) -> LadderProof:
    manager = cast.person(Role.CONTRACT_MANAGER, row.tender.organisation.name)
    return record_proof(lot=row, shown=shown(of or piece(), level, **other), at=at, actor=manager)


def ladder() -> Lot:
    """The winner promised level 4 of the ladder and proved level 2 since the award."""
    lot = awarded()
    proved(lot, 2)
    return lot
