"""Adding a knock-out requirement to a lot from the catalogue."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from procurement.audit.log import record
from tenders.catalogue.model import CatalogueItem, ItemKind
from tenders.models import Lot, Requirement
from tenders.services.frozen import require_not_frozen

KINDS = {
    ItemKind.SUITABILITY: Requirement.Kind.SUITABILITY,
    ItemKind.REQUIREMENT: Requirement.Kind.REQUIREMENT,
}


@transaction.atomic
def add_requirement(
    *, lot: Lot, item: CatalogueItem, language: str, at: datetime, actor: User | None
) -> Requirement:
    """Append the item with a code of its own. Raises KeyError for an item that is no knock-out."""
    kind = KINDS[item.kind]
    require_not_frozen(lot.tender)
    row = Requirement.objects.create(
        lot=lot,
        position=(lot.requirements.aggregate(last=Max("position"))["last"] or 0) + 1,
        kind=kind,
        code=_free_code(lot),
        title=item.title.to(language)[:200],
        text=item.text.to(language),
        proof=item.proof.to(language),
        basis=list(item.basis),
        catalogue_code=item.code,
    )
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="requirement.added",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"source": f"catalogue:{item.code}", "code": row.code},
    )
    return row


def _free_code(lot: Lot) -> str:
    taken = set(lot.requirements.values_list("code", flat=True))
    number = len(taken) + 1
    while f"E{number}" in taken:
        number += 1
    return f"E{number}"
