"""The page of the suppliers of a lot, and what they bring."""

from datetime import date

from django.urls import reverse

from tenders.models import Evidence, Lot
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.stored import rules_data


def address(lot: Lot) -> str:
    return reverse("tenders:scorecard", args=[lot.pk])


def with_points(lot: Lot) -> Lot:
    lot.scorecard_rules = rules_data(STARTING_RULES)
    lot.save()
    return lot


def certificate(lot: Lot, code: str, until: date) -> None:
    bid = lot.bids.get(code=code)
    piece = Evidence.objects.create(
        supplier=bid.supplier,
        kind="iso_14001",
        title="ISO 14001",
        accredited=True,
        covers_performance=True,
        valid_until=until,
    )
    bid.evidence.add(piece)
