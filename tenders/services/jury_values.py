"""What the panel of a lot gives each bid: the values of the criteria that people judge.

Reads rows and nothing else, so that the snapshots can stand on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from tenders.assessment.panel import CellKey, Judgement, JuryValue, one_value_each
from tenders.models import (
    Assessor,
    Bid,
    ConsensusScore,
    Criterion,
    Declaration,
    FallenBid,
    IndividualScore,
    Lot,
    Procedure,
)
from tenders.procedure.phases import QUALITY

ONE_EACH = (Lot.Combination.MEAN, Lot.Combination.MEDIAN)
"""With these every assessor has a value of their own; otherwise the panel agrees on one."""


def jury_values(lot: Lot) -> dict[CellKey, JuryValue]:
    """What counts for each bid and jury criterion of the lot; a cell that has nothing yet is not there."""
    return jury_values_of([lot])


def locked_jury_values(lots: Sequence[Lot]) -> dict[int, dict[CellKey, JuryValue]]:
    """For each lot with assessors, by its key. Empty until the scores are locked."""
    judged = set(Assessor.objects.filter(lot__in=lots).values_list("lot", flat=True))
    if not judged:
        return {}
    open_lots = set(Procedure.objects.filter(lot__in=judged, phase__in=QUALITY).values_list("lot", flat=True))
    values = jury_values_of([lot for lot in lots if lot.pk in judged - open_lots])
    lot_of = dict(Bid.objects.filter(lot__in=judged).values_list("pk", "lot"))
    found: dict[int, dict[CellKey, JuryValue]] = {lot: {} for lot in judged}
    for cell, value in values.items():
        found[lot_of[cell[0]]][cell] = value
    return found


def jury_values_of(lots: Sequence[Lot]) -> dict[CellKey, JuryValue]:
    """Of all these lots, in as many queries as of one."""
    agreed = newest_agreed(lots)
    alone = [lot for lot in lots if lot.combination in ONE_EACH]
    found = {cell: JuryValue((score.value,), score.reason) for cell, score in agreed.items() if score.value}
    for cell, value in _one_each(alone).items():
        joint = agreed[cell].reason if cell in agreed else ""
        found[cell] = replace(value, motivation=joint) if joint else value
    return found


def _one_each(lots: Sequence[Lot]) -> dict[CellKey, JuryValue]:
    if not lots:
        return {}
    judgements, bids = judgements_that_count(lots), scored_bids(lots)
    found: dict[CellKey, JuryValue] = {}
    for lot in lots:
        own = set(bids[lot.pk])
        found |= one_value_each((each for each in judgements if each.bid in own), bids[lot.pk])
    return found


def newest_agreed(lots: Iterable[Lot]) -> dict[CellKey, ConsensusScore]:
    """What the panels agreed on last."""
    rows = ConsensusScore.objects.filter(bid__lot__in=list(lots)).order_by("number")
    return {(row.bid_id, row.criterion_id): row for row in rows}


def judgements_that_count(lots: Iterable[Lot]) -> list[Judgement]:
    """The final scores of assessors who take part and have no conflict with that bid."""
    lots = list(lots)
    conflicts = conflicted(lots)
    rows = _final_scores(lots).values_list(
        "assessor", "assessor__letter", "bid", "criterion", "value", "motivation"
    )
    return [
        Judgement(letter=letter, bid=bid, criterion=criterion, value=value, motivation=motivation)
        for assessor, letter, bid, criterion, value, motivation in rows
        if (assessor, bid) not in conflicts
    ]


def _final_scores(lots: Sequence[Lot]) -> QuerySet[IndividualScore]:
    """Those of assessors who take part and are ready."""
    return IndividualScore.objects.filter(
        assessor__lot__in=lots, assessor__is_active=True, assessor__ready_at__isnull=False
    ).exclude(value="")


def conflicted(lots: Iterable[Lot]) -> Mapping[tuple[int, int], datetime]:
    """The pairs of assessor and bid with a conflict of interest now, and since when."""
    newest: dict[tuple[int, int], datetime | None] = {}
    rows = Declaration.objects.filter(assessor__lot__in=list(lots)).order_by("pk")
    for assessor, bid, has_conflict, at in rows.values_list("assessor", "bid", "has_conflict", "at"):
        newest[assessor, bid] = at if has_conflict else None
    return {pair: at for pair, at in newest.items() if at is not None}


def scored_bids(lots: Iterable[Lot]) -> dict[int, list[int]]:
    """By lot, the bids that no requirement knocks out, in the order of their codes.

    One that fell away after it was scored stays: the figures of the others do not change by it. One that
    fell away before, or came too late, was never laid before the panel and is left out.
    """
    lots = list(lots)
    standing = FallenBid.objects.filter(bid=OuterRef("pk"), reinstatement=None)
    rows = Bid.objects.filter(lot__in=lots).exclude(outcomes__met=False)
    bids = sorted(rows.values_list("code", "pk", "lot", Exists(standing)))
    unscored = _unscored({bid: lot for _, bid, lot, has_fallen in bids if has_fallen}, lots)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for _, bid, lot, _ in bids:
        if bid not in unscored:
            found[lot].append(bid)
    return found


def _unscored(fallen: Mapping[int, int], lots: Sequence[Lot]) -> set[int]:
    """Of the fallen bids, by key with their lot: those that somebody whose scores count did not score."""
    if not fallen:
        return set()
    conflicts = conflicted(lots)
    rows = list(_final_scores(lots).values_list("assessor__lot", "assessor", "criterion", "bid"))
    given = {(assessor, criterion, bid) for _, assessor, criterion, bid in rows}
    judging = {(lot, assessor, criterion) for lot, assessor, criterion, _ in rows}
    return {
        bid
        for lot, assessor, criterion in judging
        for bid in fallen
        if fallen[bid] == lot and (assessor, bid) not in conflicts and (assessor, criterion, bid) not in given
    }


def jury_criteria(lot: Lot) -> QuerySet[Criterion]:
    """The leaves of the lot that people judge, in published order."""
    return lot.criteria.filter(kind=Criterion.Kind.SCALE, children__isnull=True)
