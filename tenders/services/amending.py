"""Opening what was published for change in a clarification, and putting it back exactly as it was."""

import json
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core import serializers
from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from procurement.audit.log import record
from tenders.models import (
    Clarification,
    Criterion,
    CriterionLevel,
    LegalAnswers,
    LegalReason,
    LifecyclePlan,
    Lot,
    PriceLine,
    Requirement,
    Tender,
)
from tenders.services.clarification_rules import hold_open_to
from tenders.services.tree import remove_criteria

Rows = list[dict[str, Any]]
PUBLISHED_COLUMNS = (
    "reference", "title", "subject", "nature", "procedure", "urgency", "deadline", "contract_start",
    "contract_end",
)  # fmt: skip


@transaction.atomic
def start_amending(*, clarification: Clarification, at: datetime, actor: User) -> Clarification:
    """From now until it is published or discarded the criteria can be changed. Raises `Refused`."""
    row = hold_open_to(actor, clarification)
    if not row.is_amending:
        row.before, row.is_amending = rows_of(row.tender), True
        row.save(update_fields=["before", "is_amending"])
        _recorded(row, "clarification.amending", at, actor, before="closed", after="open")
    return row


@transaction.atomic
def stop_amending(*, clarification: Clarification, at: datetime, actor: User) -> Clarification:
    """Undo every change of the documents; the questions stay. Raises `Refused`."""
    row = hold_open_to(actor, clarification)
    if row.is_amending:
        restore(row)
        row.before, row.is_amending = [], False
        row.save(update_fields=["before", "is_amending"])
        _recorded(row, "clarification.restored", at, actor, before="open", after="closed")
    return row


def rows_of(tender: Tender) -> Rows:
    """Every row that was published, with all its columns, as texts that read back to equal values."""
    lots = list(tender.lots.order_by("pk"))
    rows = [
        tender,
        *lots,
        *Criterion.objects.filter(lot__in=lots).order_by("pk"),
        *CriterionLevel.objects.filter(criterion__lot__in=lots).order_by("pk"),
        *Requirement.objects.filter(lot__in=lots).order_by("pk"),
        *LegalAnswers.objects.filter(tender=tender),
        *LifecyclePlan.objects.filter(lot__in=lots).order_by("pk"),
        *PriceLine.objects.filter(lot__in=lots).order_by("pk"),
    ]
    found: Rows = json.loads(json.dumps(serializers.serialize("python", rows), default=str))
    return found


def restore(clarification: Clarification) -> None:
    """Make the published rows those of `before`: the same keys, the same values, nothing beside them."""
    tender, before = clarification.tender, clarification.before
    kept = {
        model: [row["pk"] for row in before if row["model"] == model._meta.label_lower] for model in _PARTS
    }
    aside = Concat(Value("#"), Cast("pk", CharField()))  # codes are unique: two rows may have swapped theirs
    CriterionLevel.objects.filter(criterion__lot__tender=tender).delete()
    criteria = Criterion.objects.filter(lot__tender=tender)
    criteria.update(code=aside, parent=None)
    remove_criteria(criteria.exclude(pk__in=kept[Criterion]))
    requirements = Requirement.objects.filter(lot__tender=tender)
    requirements.update(code=aside)
    requirements.exclude(pk__in=kept[Requirement]).delete()
    LegalAnswers.objects.filter(tender=tender).delete()
    LifecyclePlan.objects.filter(lot__tender=tender).delete()
    PriceLine.objects.filter(lot__tender=tender).delete()
    LegalReason.objects.filter(tender=tender, given_at__gte=clarification.opened_at).delete()
    for found in serializers.deserialize("python", before):
        if isinstance(found.object, Tender):
            columns = {name: getattr(found.object, name) for name in PUBLISHED_COLUMNS}
            Tender.objects.filter(pk=tender.pk).update(**columns)
        else:
            found.save()


_PARTS: tuple[type[Lot] | type[Criterion] | type[Requirement], ...] = (Lot, Criterion, Requirement)


def _recorded(row: Clarification, action: str, at: datetime, actor: User, *, before: str, after: str) -> None:
    """`before` and `after`: whether the documents are open for change."""
    record(
        organisation=row.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=row.tender.reference,
        details={"number": row.number},
        before=before,
        after=after,
    )
