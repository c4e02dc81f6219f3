"""Saving what a lot calculates, and which value a criterion takes from it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.lifecycle.plan import Plan, plan_as_data, plan_from_data
from tenders.lifecycle.statement import read_figure
from tenders.models import Criterion, LifecyclePlan, Lot
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem
from tenders.services.frozen import require_not_frozen
from tenders.services.phases import Refused
from tenders.services.tree import TreeChanged, tree_version

_CHANGED = Text(
    nl="Niet bewaard: iemand anders heeft deze berekening intussen gewijzigd. Lees haar eerst opnieuw.",
    en="Not saved: somebody else changed this calculation meanwhile. Read it again first.",
)


def stored_plan(lot: Lot) -> dict[str, Any]:
    """In the format of `tenders.lifecycle.plan`, as it is kept; empty where nothing is calculated."""
    found = LifecyclePlan.objects.filter(lot=lot.pk).values_list("data", flat=True).first()
    return found or {}


def plan_version(lot: Lot) -> str:
    """Of the calculation as it is kept now; a page sends it back with what was filled in."""
    return _version(stored_plan(lot))


@transaction.atomic
def save_plan(*, lot: Lot, plan: Mapping[str, Any], seen: str, at: datetime, actor: User | None) -> None:
    """Keep this calculation instead of the earlier one; an empty one calculates nothing any more.

    It may be unsound as long as it is readable: the check before publication says what is missing. Raises
    `UnreadableTender` with each place, `FrozenTender` after publication, and `Refused` when `seen` is not
    the version that is kept.
    """
    read = plan_from_data(plan)
    data = {} if read == Plan() else plan_as_data(read)
    require_not_frozen(lot.tender)
    before = stored_plan(lot)
    if seen != _version(before):
        raise Refused([_CHANGED])
    if data == before:
        return
    if data:
        LifecyclePlan.objects.update_or_create(lot=lot, defaults={"data": data})
    else:
        LifecyclePlan.objects.filter(lot=lot).delete()
    _recorded(lot, "life_cycle.plan_saved", at, actor, before, data)


@transaction.atomic
def save_figures(
    *, lot: Lot, figures: Mapping[str, Mapping[str, Any]], seen: str, at: datetime, actor: User | None
) -> None:
    """By criterion code what it takes from the calculation; an empty table: a bid states the value itself.

    A criterion that is not named keeps what it has. `seen` is a `tree_version`. Raises `UnreadableTender`,
    `FrozenTender`, and `TreeChanged` when the tree is no longer the one of that version.
    """
    problems: list[Problem] = []
    rows = {row.code: row for row in Criterion.objects.filter(lot=lot, code__in=list(figures))}
    for code, figure in figures.items():
        read_figure(dict(figure), f"figures.{code}", problems)
    if problems:
        raise UnreadableTender(problems)
    require_not_frozen(lot.tender)
    if tree_version(lot) != seen or rows.keys() != figures.keys():
        raise TreeChanged(str(lot))
    changed = [code for code, figure in figures.items() if rows[code].figure != figure]
    before = {code: rows[code].figure for code in changed}
    for code in changed:
        rows[code].figure = dict(figures[code])
        rows[code].save(update_fields=["figure"])
    if changed:
        after = {code: dict(figures[code]) for code in changed}
        _recorded(lot, "life_cycle.figures_saved", at, actor, before, after)


def _recorded(lot: Lot, action: str, at: datetime, actor: User | None, before: Any, after: Any) -> None:
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number}",
        details={},
        before=before,
        after=after,
    )


def _version(data: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
