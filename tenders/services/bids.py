"""Registering bids, their values per criterion and the outcome of the knock-outs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import Bid, BidValue, Criterion, Lot, RequirementOutcome
from tenders.procedure.phases import QUALITY, Phase
from tenders.services.phases import Refused, require_phase, require_sealed_prices
from tenders.services.readmitting import require_right_way_back

_NOT_BY_HAND = {
    Criterion.Kind.PRICE: Text(
        nl="‘{criterion}’ komt uit de prijskluis. Een prijs wordt niet ingevuld.",
        en="‘{criterion}’ comes from the price vault. A price is not filled in.",
    ),
    Criterion.Kind.SCALE: Text(
        nl="‘{criterion}’ komt van de beoordelaars. De inkoper vult geen score in.",
        en="‘{criterion}’ comes from the assessors. The officer fills in no score.",
    ),
}
_CALCULATED = Text(
    nl="‘{criterion}’ volgt uit de bekendgemaakte berekening. Deze waarde wordt niet ingevuld.",
    en="‘{criterion}’ follows from the published calculation. This value is not filled in.",
)
_NO_MOTIVATION = Text(
    nl="Bij ‘{criterion}’ van inschrijving {bid} staat niet waarom de waarde verandert. Schrijf dat op.",
    en="‘{criterion}’ of bid {bid} does not say why the value changes. Write that down.",
)


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
    """Save the cells that differ from what is stored, all or none; an empty value removes the cell.

    Raises `Refused` outside the phases in which bids are judged, for a price or a score of the jury, for
    another value than the calculated one, and for a correction without its motivation.
    """
    require_phase(lot, *QUALITY)
    require_sealed_prices(lot)
    entries = list(entries)
    stored = {(row.bid_id, row.criterion_id): row for row in BidValue.objects.filter(bid__lot=lot)}
    _require_by_hand(entries, stored)
    changes = list(_changes(entries, stored))
    unexplained = [change.entry for change in changes if _is_unexplained(change)]
    if unexplained:
        raise Refused(
            _NO_MOTIVATION.format(criterion=each.criterion.title, bid=each.bid.code) for each in unexplained
        )
    for change in changes:
        _store(change.entry, stored.get((change.entry.bid.pk, change.entry.criterion.pk)))
    if changes:
        record(
            organisation=lot.tender.organisation,
            at=at,
            actor=actor,
            action="bids.scored",
            subject=f"{lot.tender.reference} / {lot.number}",
            details={},
            before=[_state(each.entry, each.old_value, each.old_motivation) for each in changes],
            after=[_state(each.entry, each.entry.value, each.entry.motivation) for each in changes],
        )
    return changes


def is_by_hand(criterion: Criterion) -> bool:
    """Does the officer fill in the values of this criterion? Prices, scores of the jury and
    calculated values never."""
    return criterion.kind not in _NOT_BY_HAND and not criterion.figure


def _require_by_hand(entries: Iterable[Entry], stored: Mapping[tuple[int, int], BidValue]) -> None:
    """A calculated value stays as it is; how it was checked may be written with it."""
    refused = {
        entry.criterion.pk: entry.criterion
        for entry in entries
        if not is_by_hand(entry.criterion) and not _keeps_calculated(entry, stored)
    }
    if refused:
        raise Refused(
            _NOT_BY_HAND.get(Criterion.Kind(row.kind), _CALCULATED).format(criterion=row.title)
            for row in refused.values()
        )


def _keeps_calculated(entry: Entry, stored: Mapping[tuple[int, int], BidValue]) -> bool:
    row = stored.get((entry.bid.pk, entry.criterion.pk))
    is_calculated = bool(entry.criterion.figure) and entry.criterion.kind not in _NOT_BY_HAND
    return is_calculated and row is not None and row.value == entry.value


def _changes(entries: Iterable[Entry], stored: Mapping[tuple[int, int], BidValue]) -> Iterable[Change]:
    for entry in entries:
        row = stored.get((entry.bid.pk, entry.criterion.pk))
        old_value, old_motivation = (row.value, row.motivation) if row else ("", "")
        if (entry.value, entry.motivation) != (old_value, old_motivation):
            yield Change(entry, old_value, old_motivation)


def _is_unexplained(change: Change) -> bool:
    """A correction of what the bidder offered says why."""
    entry = change.entry
    corrects = bool(change.old_value and entry.value) and entry.value != change.old_value
    return corrects and not entry.motivation.strip()


def _store(entry: Entry, row: BidValue | None) -> None:
    if not entry.value and row is not None:
        row.delete()
    elif entry.value:
        BidValue.objects.update_or_create(
            bid=entry.bid,
            criterion=entry.criterion,
            defaults={"value": entry.value, "motivation": entry.motivation},
        )


def _state(entry: Entry, value: str, motivation: str) -> dict[str, str]:
    cell = {"bid": entry.bid.code, "criterion": entry.criterion.code}
    return {**cell, "value": value, "motivation": motivation}


@transaction.atomic
def record_outcomes(
    *, bid: Bid, outcomes: Iterable[tuple[int, bool, str]], at: datetime, actor: User | None
) -> None:
    """Save for each (requirement id, met, reason) whether the bid meets it. Raises `Refused`.

    Once the admission was closed one person no longer lets a bid in again: see `services.readmitting`.
    """
    require_phase(bid.lot, Phase.OPENING)
    outcomes = list(outcomes)
    require_right_way_back(bid, outcomes)
    known = RequirementOutcome.objects.filter(bid=bid).values_list("requirement_id", "met", "reason")
    before, saved = [list(row) for row in known.order_by("requirement_id")], []
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
        details={},
        before=before,
        after=saved,
    )
