"""The conflicts of interest that assessors declared, and what each of them had seen and scored by then."""

from collections.abc import Iterator

from django.utils.timezone import localtime

from tenders.models import Declaration, IndividualScore, Lot
from tenders.reports.record.model import Conflict

Pair = tuple[int, int]
"""The keys of an assessor and a bid."""


def conflicts_declared(lot: Lot) -> Iterator[Conflict]:
    """Every declared conflict, also one that was declared and later taken back."""
    rows = Declaration.objects.filter(assessor__lot=lot).select_related("assessor", "bid__supplier")
    declared, scored = list(rows.order_by("pk")), _scored(lot)
    for place, row in enumerate(declared):
        if row.has_conflict:
            earlier = [each for each in declared[:place] if _pair(each) == _pair(row)]
            later = [each for each in declared[place + 1 :] if _pair(each) == _pair(row)]
            yield _conflict(row, earlier, later, scored.get(_pair(row), []))


def _conflict(
    row: Declaration, earlier: list[Declaration], later: list[Declaration], scored: list[str]
) -> Conflict:
    taken_back = next((each.at for each in later if not each.has_conflict), None)
    return Conflict(
        assessor=row.assessor.letter,
        bidder=row.bid.supplier.name,
        at=localtime(row.at),
        reason=row.reason,
        is_late=any(not each.has_conflict for each in earlier),
        scored=tuple(scored),
        taken_back=localtime(taken_back) if taken_back else None,
    )


def _pair(row: Declaration) -> Pair:
    return row.assessor_id, row.bid_id


def _scored(lot: Lot) -> dict[Pair, list[str]]:
    """By assessor and bid, the criteria on which the assessor gave a score."""
    found: dict[Pair, list[str]] = {}
    rows = IndividualScore.objects.filter(assessor__lot=lot).exclude(value="").select_related("criterion")
    for row in rows.order_by("criterion__code"):
        found.setdefault((row.assessor_id, row.bid_id), []).append(row.criterion.title)
    return found
