"""Tenders as far as the places in them can be said in words: many of them in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tenders.lint.draft import Draft, Legal
from tenders.lint.draft.bidders import Bidders, SuitabilityRequirement
from tenders.models import Lot, Requirement, Tender
from tenders.scoring import model
from tenders.scoring.files import UnreadableTender
from tenders.snapshots import outline, with_tree

_SUITABILITY = Requirement.Kind.SUITABILITY


def outlines(tenders: Iterable[Tender], *, on: date) -> dict[int, Draft]:
    """By key of the tender. One without lots, or with a criterion that is not well-formed, is not there."""
    rows = Lot.objects.filter(tender__in={tender.pk for tender in tenders})
    of_tender: defaultdict[int, list[Lot]] = defaultdict(list)
    for lot in with_tree(rows.select_related("tender__organisation").order_by("tender", "number")):
        of_tender[lot.tender_id].append(lot)
    found = {pk: _outline(lots, on) for pk, lots in of_tender.items()}
    return {pk: draft for pk, draft in found.items() if draft is not None}


def _outline(lots: Sequence[Lot], on: date) -> Draft | None:
    try:
        tender = outline(lots)
    except UnreadableTender:
        return None
    legal = Legal(bidders=Bidders(suitability=tuple(_suitability(lots))))
    kept = tuple(_without_suitability(*pair) for pair in zip(tender.lots, lots, strict=True))
    return Draft(tender=replace(tender, lots=kept), legal=legal, passages=(), on=on)


def _suitability(lots: Sequence[Lot]) -> Iterable[SuitabilityRequirement]:
    for lot in lots:
        for row in lot.requirements.all():
            if row.kind == _SUITABILITY:
                code = f"{lot.number}/{row.code}" if len(lots) > 1 else row.code
                yield SuitabilityRequirement(code=code, text=row.text)


def _without_suitability(lot: model.Lot, row: Lot) -> model.Lot:
    taken = {each.code for each in row.requirements.all() if each.kind == _SUITABILITY}
    return replace(lot, requirements=tuple(each for each in lot.requirements if each.code not in taken))
