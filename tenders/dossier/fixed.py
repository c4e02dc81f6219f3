"""What stood fast before a ranking: each price since its opening, each score since it was locked.

The log holds a salted SHA-256 of every cell, so that a later change of one value is found and named, while
the log itself tells no value to who reads it without the dossier.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from procurement.numbers import plain
from tenders.dossier.checks import EVALUATED
from tenders.dossier.events import Log, Told
from tenders.dossier.faults import OTHER_VALUE, Rejected
from tenders.dossier.manifest import EVALUATION, File, canonical
from tenders.dossier.reading import Dossier
from tenders.scoring.files import from_json
from tenders.scoring.model import Bid, Kind, Lot

FIXED_BY = {Kind.PRICE: "prices.opened", Kind.SCALE: "consensus.locked"}
"""The event that fixes the values of criteria of this kind."""

Values = Mapping[str, Mapping[str, Sequence[str]]]
"""By code of the bid and of the criterion: the value, or one per assessor. Numbers in plain notation."""


def fixed_cells(values: Values, salt: str) -> dict[str, Any]:
    """What the event records. `salt`: a random text, new at every event."""
    cells = {
        bid: {code: cell_digest(salt, bid, code, given) for code, given in stated.items()}
        for bid, stated in values.items()
    }
    return {"salt": salt, "cells": cells}


def cell_digest(salt: str, bid: str, criterion: str, values: Sequence[str]) -> str:
    """SHA-256 over the canonical JSON of all four."""
    return hashlib.sha256(canonical([salt, bid, criterion, list(values)])).hexdigest()


def values_stood_fast(dossier: Dossier, log: Log) -> None:
    """Every price and score that a ranking was calculated from is the one that the log fixed before it.

    Comes after the check that calculates every ranking again: each snapshot can be read. A ranking without
    such an event before it, from an earlier version of the program, is let through.
    """
    files = {file.digest: file for file in dossier.of_kind(EVALUATION)}
    for event in log.with_action(EVALUATED):
        file = files[str(event.details.get("sha256"))]
        lot = from_json(file.content.decode()).lots[0]
        for kind, action in FIXED_BY.items():
            fixed = _last_before(log, event, action)
            if fixed is not None:
                _require_same(file, lot, kind, fixed)


def _last_before(log: Log, event: Told, action: str) -> Mapping[str, Any] | None:
    """What the newest such event of this lot fixed before the ranking."""
    found = [
        each.details.get("fixed")
        for each in log.with_action(action)
        if each.subject == event.subject and each.sequence < event.sequence
    ]
    return found[-1] if found and isinstance(found[-1], Mapping) else None


def _require_same(file: File, lot: Lot, kind: Kind, fixed: Mapping[str, Any]) -> None:
    leaves = {leaf.code for leaf in lot.leaves() if leaf.kind == kind}
    stated = {bid.code: dict(_stated(bid, leaves)) for bid in lot.bids}
    cells, now = _flat(fixed.get("cells", {})), _flat(fixed_cells(stated, str(fixed.get("salt")))["cells"])
    for bid, criterion in sorted(chain(cells, now)):
        if cells.get((bid, criterion)) != now.get((bid, criterion)):
            raise Rejected(file.path, OTHER_VALUE.format(bid=bid, criterion=criterion))


def _stated(bid: Bid, leaves: set[str]) -> Iterator[tuple[str, list[str]]]:
    for code, value in bid.values.items():
        if code in leaves:
            given = value if isinstance(value, tuple) else (value,)
            yield code, [plain(each) if isinstance(each, Decimal) else str(each) for each in given]


def _flat(cells: object) -> dict[tuple[str, str], str]:
    if not isinstance(cells, Mapping):
        return {}
    return {
        (bid, code): digest
        for bid, found in cells.items()
        if isinstance(found, Mapping)
        for code, digest in found.items()
    }
