"""Saving the rules of the award of a lot."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.numbers import plain
from tenders.models import Lot
from tenders.services.frozen import require_not_frozen

RULE_COLUMNS = (
    "award_method",
    "award_parameters",
    "points",
    "rounding_places",
    "rounding_at",
    "ties",
    "zero_price",
    "zero_price_amount",
    "combination",
    "falling_away",
)


@transaction.atomic
def save_rule(*, lot: Lot, rule: Mapping[str, Any], at: datetime, actor: User | None) -> Lot:
    """Store the given columns of the rule; raises `FrozenTender` after publication."""
    require_not_frozen(lot.tender)
    row = Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    stated = {name: value for name, value in rule.items() if name in RULE_COLUMNS}
    before = {name: _as_json(getattr(row, name)) for name in stated}
    for name, value in stated.items():
        setattr(row, name, value)
    row.save(update_fields=sorted(stated))
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.rule_saved",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={},
        before=before,
        after={name: _as_json(value) for name, value in stated.items()},
    )
    return row


def _as_json(value: Any) -> Any:
    return plain(value) if isinstance(value, Decimal) else value
