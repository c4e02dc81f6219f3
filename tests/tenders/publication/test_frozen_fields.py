"""Whatever is frozen is under the hash: change any of it, and the digest is another."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from tenders.migrations._guards_of_the_procedure import PUBLISHED_COLUMNS
from tenders.models import Criterion, CriterionLevel, Lot, Requirement, Tender
from tenders.publication.differences import differences
from tenders.publication.form import digest
from tenders.published_form import form_digest, published_form, stored_form
from tests import cast

pytestmark = pytest.mark.django_db

RULES = [{"part": "take-back", "points": "10", "accepted": {"take_back": "1"},
          "grades": [{"at_least": "70", "share": "0.6"}]}]  # fmt: skip
CHANGES: dict[type[models.Model], dict[str, Any]] = {
    Tender: {
        "reference": "T-9", "title": "Schermen", "subject": "Levering van schermen", "nature": "services",
        "procedure": "restricted",
        "urgency": "De levering ligt stil.", "deadline": cast.DEADLINE + timedelta(days=1),
        "contract_start": date(2027, 2, 1), "contract_end": date(2031, 1, 31),
    },
    Lot: {
        "number": 7, "title": "Schermen", "description": "Met voet.", "cpv": "30213100-6",
        "estimated_value": Decimal("500001"), "award_method": "lowest-price",
        "points": Decimal(1000), "rounding_places": 3, "rounding_at": "total", "ties": [{"by": "draw"}],
        "zero_price": "", "combination": "mean", "falling_away": "keep", "scorecard_rules": RULES,
        "suitability_parts": ["take-back"], "shortlist_places": 6,
    },
    Criterion: {
        "code": "D9", "title": "Voetafdruk", "weight": Decimal("24"), "kind": "yes_no",
        "parameters": {"floor": "150", "ceiling": "360", "outside": "clip"}, "direction": "higher",
        "unit": "kg", "accepted_labels": ["EPEAT"], "evidence_kind": "product_footprint", "theme": "energy",
        "minimum": Decimal(10), "description": "Wat wij vragen.", "proof": "Een rapport.",
        "verification": "Wij rekenen na.", "link": "Het gaat om de laptops.", "basis": ["aw2012:1.9"],
        "catalogue_code": "hw-award-co2-production-transport", "parent_id": None,
        "figure": {"of": "energy", "places": 1},
    },
    CriterionLevel: {
        "code": "prima", "title": "Prima", "share": Decimal(90), "description": "Is prima.", "position": 9,
    },
    Requirement: {
        "kind": "suitability", "code": "E9", "title": "Onderhoud", "text": "Vijf jaar garantie.",
        "proof": "Een verklaring.", "basis": ["aw2012:1.9"], "catalogue_code": "gen-req-warranty",
    },
}  # fmt: skip
# Each with the reason that it does not show on its own.
NOT_ALONE = {
    "tenders_lot.award_parameters": "read with the method: see below",
    "tenders_lot.zero_price_amount": "goes with a rule: see below",
    "tenders_criterion.method": "read with its parameters: see below",
    "tenders_criterion.position": "the order is under the hash, the number is not",
    "tenders_requirement.position": "the order is under the hash, the number is not",
    "tenders_tender.organisation_id": "its name is under the hash: see below",
}
LINKS = {"id", "tender_id", "lot_id", "criterion_id"}  # which row it is a part of


@pytest.mark.parametrize(("model", "column"), [(m, column) for m, all_ in CHANGES.items() for column in all_])
def test_a_change_is_another_digest(model: type[models.Model], column: str) -> None:
    before = published_form(_tender())

    _row(model).update(**{column: CHANGES[model][column]})

    after = published_form(Tender.objects.get())
    assert digest(after) != digest(before)
    assert differences(before, after) != ()
    assert differences(before, before) == ()


def test_no_column_is_forgotten() -> None:
    columns = {
        (model, field.attname)
        for model in (Lot, Criterion, CriterionLevel, Requirement)
        for field in model._meta.concrete_fields
        if field.attname not in LINKS
    } | {(Tender, column) for column in PUBLISHED_COLUMNS}

    covered = {(model, column) for model, changed in CHANGES.items() for column in changed}

    assert sorted(f"{model._meta.db_table}.{column}" for model, column in columns - covered) == sorted(
        NOT_ALONE
    )


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Lot, {"award_method": "award-on-value", "award_parameters": {"value_per_percent": "5000"}}),
        (Lot, {"award_method": "award-on-value", "award_parameters": {"value_per_percent": "5001"}}),
        (Lot, {"zero_price": "treat_as", "zero_price_amount": Decimal("0.01")}),
        (Lot, {"zero_price": "treat_as", "zero_price_amount": Decimal("0.02")}),
        (Criterion, {"method": "relative-inverse", "parameters": {}}),
    ],
)
def test_what_goes_together_is_another_digest(model: type[models.Model], columns: dict[str, Any]) -> None:
    tender = _tender()
    digests = {form_digest(tender)}

    _row(model).update(**columns)
    digests.add(form_digest(Tender.objects.get()))

    assert len(digests) == 2


def test_the_order_of_criteria_is_under_the_hash() -> None:
    tender = _tender()
    before = published_form(tender)

    Criterion.objects.filter(code="P").update(position=9)

    [moved] = differences(before, published_form(tender))
    assert (moved.place.nl, moved.old.nl, moved.new.nl) == (
        "Perceel 1 › criteria › volgorde",
        "P, K, D",
        "K, D, P",
    )


def test_the_name_of_the_authority_is_under_the_hash() -> None:
    tender = _tender()
    before = form_digest(tender)

    tender.organisation.name = "Anemoon"

    assert form_digest(tender) != before


def test_what_is_stored_reads_back_as_it_was() -> None:
    tender = _tender()
    Lot.objects.update(scorecard_rules=RULES, suitability_parts=["take-back"], shortlist_places=6)
    form = published_form(tender)

    publication = cast.published(tender)

    assert stored_form(publication) == form
    assert publication.digest == form_digest(tender)


def _tender() -> Tender:
    return cast.lot().tender


def _row(model: type[models.Model]) -> Any:
    rows = model._default_manager.all()
    if model is Criterion:
        return rows.filter(code="D1")
    return rows.filter(code="goed") if model is CriterionLevel else rows
