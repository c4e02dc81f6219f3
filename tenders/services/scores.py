"""Saving the scoring grid without overwriting what a colleague saved in the meantime."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from tenders.models import BidValue, Lot
from tenders.procedure.phases import QUALITY
from tenders.services.bids import Change, Entry, record_values
from tenders.services.phases import require_phase, require_sealed_prices

CellKey = tuple[int, int]  # bid, criterion
NOTHING = ("", "")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that somebody else changed since it was shown: mine, and what is stored now."""

    entry: Entry
    stored_value: str
    stored_motivation: str


class StaleCells(Exception):
    """Nothing was saved: `conflicts` holds each cell that two people changed."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(f"{len(conflicts)} cells")
        self.conflicts = tuple(conflicts)


def fingerprint(value: str, motivation: str) -> str:
    """Tells whether a cell is still as it was shown; empty for an empty cell."""
    if (value, motivation) == NOTHING:
        return ""
    return hashlib.sha256(f"{value}\0{motivation}".encode()).hexdigest()[:16]


def stored_cells(lot: Lot) -> dict[CellKey, tuple[str, str]]:
    rows = BidValue.objects.filter(bid__lot=lot).values_list("bid", "criterion", "value", "motivation")
    return {(bid, criterion): (value, motivation) for bid, criterion, value, motivation in rows}


@transaction.atomic
def save_scores(
    *, lot: Lot, entries: Iterable[Entry], seen: Mapping[CellKey, str], at: datetime, actor: User
) -> list[Change]:
    """Save the cells that differ from what was shown (`seen`: the fingerprint of each filled cell).

    A cell that was not touched is left alone, so that an old page never undoes newer work. Raises
    `StaleCells` when somebody else changed a touched cell to something else, and `Refused`; then nothing
    is saved.
    """
    require_phase(lot, *QUALITY)
    require_sealed_prices(lot)
    stored = stored_cells(lot)
    touched = [entry for entry in entries if _print(entry) != seen.get(_key(entry), "")]
    conflicts = [_conflict(entry, stored) for entry in touched if _is_stale(entry, stored, seen)]
    if conflicts:
        raise StaleCells(conflicts)
    return record_values(lot=lot, entries=touched, at=at, actor=actor)


def _key(entry: Entry) -> CellKey:
    return entry.bid.pk, entry.criterion.pk


def _print(entry: Entry) -> str:
    return fingerprint(entry.value, entry.motivation)


def _is_stale(entry: Entry, stored: Mapping[CellKey, tuple[str, str]], seen: Mapping[CellKey, str]) -> bool:
    now = fingerprint(*stored.get(_key(entry), NOTHING))
    return now != seen.get(_key(entry), "") and now != _print(entry)


def _conflict(entry: Entry, stored: Mapping[CellKey, tuple[str, str]]) -> Conflict:
    return Conflict(entry, *stored.get(_key(entry), NOTHING))
