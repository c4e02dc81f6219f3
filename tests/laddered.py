"""A lot that values the CO2 Performance Ladder, awarded to a bid that promised a level, for the tests."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from procurement.organisations.models import Role
from tenders.lifecycle.ladder.terms import DiscountIn, LadderTerms
from tenders.lifecycle.plan import Plan, plan_as_data
from tenders.lifecycle.quantity import nothing
from tenders.lifecycle.unit import NUMBER
from tenders.models import BidValue, Evidence, LadderProof, LifecycleAnswer, LifecyclePlan, Lot
from tenders.services.ladder_proof import Shown, record_proof
from tests import award, cast, evidence
from tests.tenders.lifecycle import build_plan as build

PROMISED = 4
WORDS = "De reikwijdte noemt deze levering."


def lot(promised: int = PROMISED, discount_in: DiscountIn = DiscountIn.POINTS, reference: str = "T-1") -> Lot:
    """A promised this level and the others nothing; not published."""
    row = cast.lot_with_bids(cast.tender(reference=reference))
    terms = build.ladder(discount_in)
    LifecyclePlan.objects.create(lot=row, data=plan_as_data(Plan(ladder=terms)))
    for bid in row.bids.all():
        level = promised if bid.code == "A" else 0
        LifecycleAnswer.objects.create(bid=bid, code="ladder:level", value=str(level), is_price=False)
    if discount_in is DiscountIn.POINTS:
        _by_points(row, promised)
    else:
        _by_discount(row, terms, promised)
    return row


def _by_points(row: Lot, promised: int) -> None:
    """D1 takes the points of the ladder."""
    row.criteria.filter(code="D1").update(
        direction="higher",
        unit="punten",
        figure={"of": "ladder", "places": 2},
        parameters={"floor": "0", "ceiling": "0.05", "outside": "clip"},
    )
    BidValue.objects.filter(bid__lot=row, criterion__code="D1").update(value="0")
    if promised:
        BidValue.objects.filter(bid__lot=row, bid__code="A", criterion__code="D1").update(
            value=f"0.0{promised}"
        )


def _by_discount(row: Lot, terms: LadderTerms, promised: int) -> None:
    """K is the ladder, and beside the price nothing else counts."""
    BidValue.objects.filter(bid__lot=row, criterion__code="D1").delete()
    row.criteria.filter(code="D1").delete()
    row.criteria.filter(code="D").delete()
    ladder = row.criteria.get(code="K")
    ladder.levels.all().delete()
    table = {0: nothing(NUMBER), **terms.advantages}
    for level in table:
        share = Decimal(20 * level)
        ladder.levels.create(
            position=9 - level, code=str(level), title=str(level), share=share, description=f"Is {level}."
        )
    row.criteria.filter(code="P").update(weight=Decimal(75))
    row.criteria.filter(code="K").update(weight=Decimal(25), theme="climate")
    row.criteria.update(method="", parameters={})
    stated = row.tender.legal_answers
    notice = stated.answers["notice"]
    notice["criteria"] = [each for each in notice["criteria"] if not each.startswith("D")]
    stated.save()
    row.ties = [{"by": "draw"}]
    row.award_method = "co2-ladder-discount"
    row.award_parameters = {
        "ladder": "K",
        "discount_in": "euros" if terms.discount_in is DiscountIn.EUROS else "fraction",
        "discounts": [
            {"level": str(level), "amount": str(worth.rounded(2))} for level, worth in table.items()
        ],
    }
    row.save()
    BidValue.objects.filter(bid__lot=row, criterion__code="K").update(value="0")
    BidValue.objects.filter(bid__lot=row, bid__code="A", criterion__code="K").update(value=str(promised))


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
