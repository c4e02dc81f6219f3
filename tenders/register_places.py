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
    """By key of the tender. One with a criterion that is not well-formed has no lots here."""
    wanted = {tender.pk: tender for tender in tenders}
    rows = Lot.objects.filter(tender__in=wanted).select_related("tender__organisation")
    lots: defaultdict[int, list[Lot]] = defaultdict(list)
    for lot in with_tree(rows.order_by("tender", "number")):
        lots[lot.tender_id].append(lot)
    return {pk: _draft(tender, lots[pk], on) for pk, tender in wanted.items()}


def _draft(tender: Tender, lots: Sequence[Lot], on: date) -> Draft:
    legal = Legal(bidders=Bidders(suitability=tuple(_suitability(lots))))
    bare = model.Tender(reference=tender.reference, title=tender.title, authority="", lots=_lots(lots))
    return Draft(tender=bare, legal=legal, passages=(), on=on)


def _lots(rows: Sequence[Lot]) -> tuple[model.Lot, ...]:
    try:
        found = outline(rows).lots if rows else ()
    except UnreadableTender:
        return ()
    return tuple(_without_suitability(*pair) for pair in zip(found, rows, strict=True))


def _suitability(lots: Sequence[Lot]) -> Iterable[SuitabilityRequirement]:
    for lot in lots:
        for row in lot.requirements.all():
            if row.kind == _SUITABILITY:
                code = f"{lot.number}/{row.code}" if len(lots) > 1 else row.code
                yield SuitabilityRequirement(code=code, text=row.text)


def _without_suitability(lot: model.Lot, row: Lot) -> model.Lot:
    taken = {each.code for each in row.requirements.all() if each.kind == _SUITABILITY}
    return replace(lot, requirements=tuple(each for each in lot.requirements if each.code not in taken))
