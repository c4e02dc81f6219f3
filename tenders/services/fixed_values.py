"""The prices and the scores of a lot as they are fixed in the log: a salted SHA-256 of each."""

import secrets
from collections import defaultdict
from typing import Any

from procurement.numbers import NotANumber, parse, plain
from tenders.dossier.fixed import fixed_cells
from tenders.models import Bid, BidValue, Criterion, Lot
from tenders.services.jury_values import jury_values

SALT_BYTES = 16

Given = dict[str, dict[str, list[str]]]


def fixed_prices(lot: Lot) -> dict[str, Any]:
    """Once the prices were opened; those that were not opened have none."""
    return fixed_cells(_stated(lot, Criterion.Kind.PRICE), secrets.token_hex(SALT_BYTES))


def fixed_scores(lot: Lot) -> dict[str, Any]:
    """What the panel settled, also on bids that fell away since; without a panel what the bids state."""
    judged = _judged(lot) if lot.assessors.exists() else _stated(lot, Criterion.Kind.SCALE)
    return fixed_cells(judged, secrets.token_hex(SALT_BYTES))


def _judged(lot: Lot) -> Given:
    bids = dict(Bid.objects.filter(lot=lot).values_list("pk", "code"))
    criteria = dict(lot.criteria.values_list("pk", "code"))
    found: Given = defaultdict(dict)
    for (bid, criterion), value in jury_values(lot).items():
        found[bids[bid]][criteria[criterion]] = list(value.values)
    return found


def _stated(lot: Lot, kind: Criterion.Kind) -> Given:
    rows = BidValue.objects.filter(bid__lot=lot, criterion__kind=kind)
    found: Given = defaultdict(dict)
    for bid, criterion, value in rows.values_list("bid__code", "criterion__code", "value"):
        found[bid][criterion] = [_as_stored(value)]
    return found


def _as_stored(value: str) -> str:
    """As the snapshot of a ranking writes it: 900 for 900.00."""
    try:
        return plain(parse(value))
    except NotANumber:
        return value
