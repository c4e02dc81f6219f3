"""Saving the tree of award criteria of a lot as the editor shows it: all or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from procurement.audit.log import record
from procurement.numbers import plain
from tenders.models import Assignment, Criterion, CriterionLevel, Lot, Sample
from tenders.services.frozen import require_not_frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeValues:
    """One node: `key` is "c" and the primary key of a stored criterion, or "n" and a number for a new one."""

    key: str
    parent: str  # the key of the group, or ""
    columns: Mapping[str, Any]
    levels: tuple[Mapping[str, Any], ...] = ()


class TreeChanged(Exception):
    """Somebody else saved the criteria since this editor was opened; nothing was saved."""


def tree_version(lot: Lot) -> str:
    """A hash of the stored tree: two editors that opened the same tree carry the same version."""
    rows = lot.criteria.order_by("pk").values_list(
        "pk", "parent", "position", "code", "title", "weight", "kind", "method", "parameters", "minimum",
        "direction", "unit", "accepted_labels", "evidence_kind", "figure", "theme",
        "description", "proof", "verification", "link", "basis",
    )  # fmt: skip
    levels = CriterionLevel.objects.filter(criterion__lot=lot).order_by("pk").values_list()
    text = repr([[_stable(value) for value in row] for table in (rows, levels) for row in table])
    return hashlib.sha256(text.encode()).hexdigest()


def _stable(value: Any) -> Any:
    return plain(value) if isinstance(value, Decimal) else value


@transaction.atomic
def save_tree(
    *, lot: Lot, nodes: Sequence[NodeValues], seen: str, at: datetime, actor: User | None
) -> list[Criterion]:
    """Make the stored tree equal to `nodes`, parents before children. Criteria not listed are removed.

    Raises `TreeChanged` when the tree is no longer the one of version `seen`, and `FrozenTender`.
    """
    require_not_frozen(lot.tender)
    if tree_version(lot) != seen:
        raise TreeChanged(str(lot))
    stored = {f"c{row.pk}": row for row in lot.criteria.all()}
    kept = {node.key for node in nodes}
    removed = [row for key, row in stored.items() if key not in kept]
    _free_codes(lot)
    saved = _save(lot, nodes, stored)
    remove_criteria(lot.criteria.filter(pk__in=[row.pk for row in removed]))
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="criteria.saved",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"criteria": [_described(row) for row in saved], "removed": [row.code for row in removed]},
        before=seen,
        after=tree_version(lot),
    )
    return saved


def remove_criteria(criteria: QuerySet[Criterion]) -> None:
    """With who would have scored them and what was tried on them: no bid has been scored yet."""
    keys = list(criteria.values_list("pk", flat=True))
    Assignment.objects.filter(criterion__in=keys).delete()
    Sample.objects.filter(criterion__in=keys).delete()
    Criterion.objects.filter(pk__in=keys).delete()


def _free_codes(lot: Lot) -> None:
    """Codes are unique per lot: setting them aside lets two criteria swap theirs. Loose rows delete alone."""
    aside = Concat(Value("#"), Cast("pk", CharField()))
    lot.criteria.update(code=aside, parent=None)


def _save(lot: Lot, nodes: Sequence[NodeValues], stored: Mapping[str, Criterion]) -> list[Criterion]:
    saved: dict[str, Criterion] = {}
    for position, node in enumerate(nodes, 1):
        row = stored.get(node.key) or Criterion(lot=lot)
        row.parent, row.position = saved.get(node.parent), position
        for name, value in node.columns.items():
            setattr(row, name, value)
        row.save()
        row.levels.all().delete()
        levels = enumerate(node.levels, 1)
        CriterionLevel.objects.bulk_create(
            CriterionLevel(criterion=row, position=place, **level) for place, level in levels
        )
        saved[node.key] = row
    return list(saved.values())


def _described(row: Criterion) -> list[str]:
    return [row.code, plain(Decimal(row.weight)), row.parent.code if row.parent else "", row.method]
