"""Saving what a lot publishes about the supplier scorecard."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Lot
from tenders.scorecard.model import CardRules
from tenders.scorecard.stored import rules_data
from tenders.services.frozen import require_not_frozen


@transaction.atomic
def save_card_rules(*, lot: Lot, rules: CardRules, at: datetime, actor: User | None) -> Lot:
    """Raises `FrozenTender` after publication."""
    require_not_frozen(lot.tender)
    row = Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    stated = {
        "scorecard_rules": rules_data(rules.parts),
        "suitability_parts": sorted(part.value for part in rules.required),
        "shortlist_places": rules.places,
    }
    before = {name: getattr(row, name) for name in stated}
    for name, value in stated.items():
        setattr(row, name, value)
    row.save(update_fields=sorted(stated))
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.scorecard_rules_saved",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={},
        before=before,
        after=stated,
    )
    return row
