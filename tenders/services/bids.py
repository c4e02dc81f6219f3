"""Registering bids, their values per criterion and the outcome of the knock-outs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Bid, BidValue, Criterion, Lot, RequirementOutcome
from tenders.services.decided import hold_undecided


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell of the scoring grid: the canonical value and why."""

    bid: Bid
    criterion: Criterion
    value: str
    motivation: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one saved cell changed."""

    entry: Entry
    old_value: str
    old_motivation: str


@transaction.atomic
def record_values(*, lot: Lot, entries: Iterable[Entry], at: datetime, actor: User | None) -> list[Change]:
    """Save the cells that differ from what is stored, all or none; an empty value removes the cell."""
    hold_undecided(lot)
    stored = {(row.bid_id, row.criterion_id): row for row in BidValue.objects.filter(bid__lot=lot)}
    changes = list(_changes(entries, stored))
    for change in changes:
        _store(change.entry, stored.get((change.entry.bid.pk, change.entry.criterion.pk)))
    if changes:
        record(
            organisation=lot.tender.organisation,
            at=at,
            actor=actor,
            action="bids.scored",
            subject=f"{lot.tender.reference} / {lot.number}",
            details={"changes": [_described(change) for change in changes]},
        )
    return changes


def _changes(entries: Iterable[Entry], stored: Mapping[tuple[int, int], BidValue]) -> Iterable[Change]:
    for entry in entries:
        row = stored.get((entry.bid.pk, entry.criterion.pk))
        old_value, old_motivation = (row.value, row.motivation) if row else ("", "")
        if (entry.value, entry.motivation) != (old_value, old_motivation):
            yield Change(entry, old_value, old_motivation)


def _store(entry: Entry, row: BidValue | None) -> None:
    if not entry.value and row is not None:
        row.delete()
    elif entry.value:
        BidValue.objects.update_or_create(
            bid=entry.bid,
            criterion=entry.criterion,
            defaults={"value": entry.value, "motivation": entry.motivation},
        )


def _described(change: Change) -> dict[str, str]:
    return {
        "bid": change.entry.bid.code,
        "criterion": change.entry.criterion.code,
        "old": change.old_value,
        "new": change.entry.value,
        "old_motivation": change.old_motivation,
        "new_motivation": change.entry.motivation,
    }


@transaction.atomic
def record_outcomes(
    *, bid: Bid, outcomes: Iterable[tuple[int, bool, str]], at: datetime, actor: User | None
) -> None:
    """Save for each (requirement id, met, reason) whether the bid meets it."""
    hold_undecided(bid.lot)  # a ranking sees all of it or none
    saved = []
    for requirement_id, met, reason in outcomes:
        RequirementOutcome.objects.update_or_create(
            bid=bid, requirement_id=requirement_id, defaults={"met": met, "reason": reason}
        )
        saved.append([requirement_id, met, reason])
    record(
        organisation=bid.lot.tender.organisation,
        at=at,
        actor=actor,
        action="bid.requirements_checked",
        subject=f"{bid.lot.tender.reference} / {bid.lot.number} / {bid.code}",
        details={"outcomes": saved},
    )
