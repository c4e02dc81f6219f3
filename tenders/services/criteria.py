"""Adding criteria to a lot: from a ready-made set, the catalogue, another lot or an earlier tender."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from procurement.audit.log import record
from tenders.catalogue.model import CatalogueItem
from tenders.models import Criterion, CriterionLevel, Lot
from tenders.scoring import model
from tenders.scoring.files import parameters_data
from tenders.scoring.price_lines import PriceLine
from tenders.services.frozen import require_not_frozen
from tenders.services.price_lines import add_lines, stored_lines
from tenders.services.tree import tree_version
from tenders.snapshots import lot_snapshot

CODE_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Backing:
    """What a criterion carries besides what is published: the catalogue item it was copied from, the
    kind of evidence behind its value and its theme, as codes of the rows, and the figure that it takes."""

    catalogue_code: str = ""
    evidence_kind: str = ""
    theme: str = ""
    figure: Mapping[str, Any] = field(default_factory=dict)


def backing_of(item: CatalogueItem) -> Backing:
    evidence = item.scoring.evidence if item.scoring else None
    return Backing(item.code, evidence.value if evidence else "", item.theme.value)


@transaction.atomic
def add_criteria(
    *,
    lot: Lot,
    criteria: Sequence[model.Criterion],
    source: str,
    at: datetime,
    actor: User | None,
    parent: Criterion | None = None,
    backing: Mapping[str, Backing] | None = None,
    price_lines: Sequence[PriceLine] = (),
) -> list[Criterion]:
    """Append `criteria` with everything under them; a code that is taken gets a number behind it.

    `backing`: by criterion code. `price_lines` become the price sheet of a lot that has none.
    """
    require_not_frozen(lot.tender)
    lines = () if stored_lines(lot) else tuple(price_lines)
    add_lines(lot, lines)
    before = tree_version(lot)
    taken = set(lot.criteria.values_list("code", flat=True))
    last = lot.criteria.filter(parent=parent).aggregate(last=Max("position"))["last"] or 0
    rows = [
        _add(lot, node, parent, last + place, taken, backing or {}) for place, node in enumerate(criteria, 1)
    ]
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="criteria.added",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"source": source, "codes": [row.code for row in rows], "price_lines": len(lines)},
        before=before,
        after=tree_version(lot),
    )
    return rows


def copy_criteria(*, source: Lot, target: Lot, at: datetime, actor: User | None) -> list[Criterion]:
    """Copy the whole tree of another lot, with its price sheet where this lot has none."""
    criteria = lot_snapshot(source, with_bids=False).lots[0].criteria
    backing = {
        row.code: Backing(row.catalogue_code, row.evidence_kind, row.theme, row.figure)
        for row in source.criteria.all()
    }
    return add_criteria(
        lot=target,
        criteria=criteria,
        source=str(source),
        at=at,
        actor=actor,
        backing=backing,
        price_lines=stored_lines(source),
    )


def _add(
    lot: Lot,
    node: model.Criterion,
    parent: Criterion | None,
    position: int,
    taken: set[str],
    backing: Mapping[str, Backing],
) -> Criterion:
    behind = backing.get(node.code, Backing())
    row = Criterion.objects.create(
        lot=lot,
        parent=parent,
        position=position,
        code=_free_code(node.code, taken),
        catalogue_code=behind.catalogue_code,
        evidence_kind=behind.evidence_kind,
        theme=behind.theme,
        figure=dict(behind.figure),
        **_fields(node),
    )
    CriterionLevel.objects.bulk_create(
        _level(row, place, level) for place, level in enumerate(node.levels, 1)
    )
    for place, child in enumerate(node.children, 1):
        _add(lot, child, row, place, taken, backing)
    return row


def _fields(node: model.Criterion) -> dict[str, object]:
    account = node.account
    return {
        "title": node.title,
        "weight": node.weight,
        "kind": node.kind or "",
        "method": node.method,
        "parameters": parameters_data(node.parameters),
        "direction": node.direction or "",
        "unit": node.unit,
        "accepted_labels": list(node.accepted_labels),
        "minimum": node.minimum,
        "description": account.description,
        "proof": account.proof,
        "verification": account.verification,
        "link": account.link,
        "basis": list(account.basis),
    }


def _level(row: Criterion, position: int, level: model.Level) -> CriterionLevel:
    return CriterionLevel(
        criterion=row,
        position=position,
        code=level.code,
        title=level.title,
        share=level.share.scaleb(2),
        description=level.description,
    )


def _free_code(code: str, taken: set[str]) -> str:
    free, number = code, 1
    while free in taken:
        number += 1
        tail = f"-{number}"
        free = f"{code[: CODE_LENGTH - len(tail)]}{tail}"
    taken.add(free)
    return free
