"""The only crossing from rows to frozen values: a tender as the pure core knows it.

A snapshot is built as plain data in the format of the tender file (see docs/score.md) and read by
the same reader, so that a stored evaluation, an exported file and a calculation can never differ.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from procurement.numbers import plain
from tenders.assessment.panel import CellKey, JuryValue
from tenders.models import Bid, Criterion, Lot, Tender, falls_of_bids
from tenders.scoring import model
from tenders.scoring.files import canonical, from_data, from_json
from tenders.services.jury_values import ONE_EACH, locked_jury_values

Data = dict[str, Any]
Stated = dict[str, tuple[str | list[str], str]]
"""By criterion code: the value, or one per assessor, and the motivation."""
Judged = Mapping[CellKey, JuryValue]

STAND_IN_RULE = {"method": "weighted-points", "points": "100", "rounding": {"places": 2, "at": "criterion"}}


def tender_snapshot(tender: Tender, *, with_bids: bool = True) -> model.Tender:
    """The tender with all its lots. Raises `UnreadableTender` naming each place that is not well-formed."""
    lots = tender.lots.order_by("number").prefetch_related(*_prefetches(with_bids=with_bids))
    return from_data(_tender_data(tender, lots, with_bids=with_bids))


def lot_snapshot(lot: Lot, *, with_bids: bool = True) -> model.Tender:
    """The tender with this lot alone: what one evaluation is calculated from."""
    rows = Lot.objects.filter(pk=lot.pk).select_related("tender__organisation")
    row = rows.prefetch_related(*_prefetches(with_bids=with_bids)).get()
    return from_data(_tender_data(row.tender, [row], with_bids=with_bids))


def with_tree(lots: QuerySet[Lot]) -> QuerySet[Lot]:
    """With what `outline` reads, in a fixed number of queries."""
    return lots.prefetch_related(*_prefetches(with_bids=False))


def outline(lots: Sequence[Lot]) -> model.Tender:
    """The tender of these lots with their criteria as they are, under a rule that stands in for their own.

    Raises `UnreadableTender` when a criterion is not well-formed.
    """
    data = _tender_data(lots[0].tender, lots, with_bids=False)
    for lot in data["lots"]:
        lot["award"] = STAND_IN_RULE
    return from_data(data)


def tree_snapshot(lot: Lot) -> model.Lot:
    """The lot with its criteria as they are, under a rule that stands in for one that is not complete yet.

    Only good for looking at the tree. Raises `UnreadableTender` when a criterion is not well-formed.
    """
    return outline([lot]).lots[0]


def evaluation_input(lot: Lot) -> model.Tender:
    """What a ranking is calculated from: the criteria as published, if they were, and today's bids.

    Criteria and rules come out of the publication and not out of the rows, so that no later change of
    a row, by whatever way, can change a ranking.
    """
    today = lot_snapshot(lot)
    publication = lot.tender.publications.order_by("-version").first()
    if publication is None:
        return today
    published = from_json(publication.snapshot)
    [frozen] = [each for each in published.lots if each.code == str(lot.number)]
    [current] = today.lots
    with_today = replace(frozen, bids=current.bids, draw=current.draw, later_draws=current.later_draws)
    return replace(published, lots=(with_today,))


def digest(tender: model.Tender) -> str:
    """SHA-256 over the canonical form."""
    return hashlib.sha256(canonical(tender)).hexdigest()


def _prefetches(*, with_bids: bool) -> list["str | Prefetch[str, QuerySet[Any], str]"]:
    criteria: list[str | Prefetch[str, QuerySet[Any], str]] = ["criteria__levels", "requirements"]
    if not with_bids:
        return criteria
    bids = Bid.objects.select_related("supplier").prefetch_related(
        "values__criterion", "outcomes__requirement", falls_of_bids()
    )
    return [*criteria, "draws", Prefetch("bids", queryset=bids)]


def _tender_data(tender: Tender, lots: Iterable[Lot], *, with_bids: bool) -> Data:
    lots = list(lots)
    judged = locked_jury_values(lots) if with_bids else {}
    return {
        "reference": tender.reference,
        "title": tender.title,
        "authority": tender.organisation.name,
        "subject": tender.subject,
        "lots": [_lot_data(lot, judged.get(lot.pk), with_bids=with_bids) for lot in lots],
    }


def _lot_data(lot: Lot, judged: Judged | None, *, with_bids: bool) -> Data:
    return {
        "code": str(lot.number),
        "title": lot.title,
        "award": _award_data(lot),
        "requirements": [_requirement_data(requirement) for requirement in lot.requirements.all()],
        "criteria": _tree_data(lot),
        "bids": [_bid_data(lot, bid, judged) for bid in lot.bids.all()] if with_bids else [],
        **(_draws(lot) if with_bids else {}),
    }


def _draws(lot: Lot) -> Data:
    first, *later = [draw.order for draw in lot.draws.all()] or [[]]
    return {"draw": first, "later_draws": later}


def _award_data(lot: Lot) -> Data:
    award: Data = {
        "method": lot.award_method,
        "parameters": lot.award_parameters,
        "points": _number(lot.points),
        "rounding": _filled({"places": lot.rounding_places, "at": lot.rounding_at}),
        "ties": lot.ties,
        "combination": lot.combination,
        "falling_away": lot.falling_away,
    }
    if lot.zero_price:
        award["zero_price"] = _filled({"rule": lot.zero_price, "amount": _number(lot.zero_price_amount)})
    return _filled(award)


def _requirement_data(requirement: Any) -> Data:
    names = ("code", "title", "text", "proof", "basis")
    return _filled({name: getattr(requirement, name) for name in names})


def _tree_data(lot: Lot) -> list[Data]:
    children: defaultdict[int | None, list[Criterion]] = defaultdict(list)
    for criterion in lot.criteria.all():
        children[criterion.parent_id].append(criterion)

    def branch(parent: int | None) -> list[Data]:
        return [_criterion_data(node, branch(node.pk)) for node in children[parent]]

    return branch(None)


def _criterion_data(criterion: Criterion, children: list[Data]) -> Data:
    data: Data = {
        "code": criterion.code,
        "title": criterion.title,
        "weight": plain(criterion.weight),
        "minimum": _number(criterion.minimum),
        "account": _account_data(criterion),
        "children": children,
    }
    return _filled(data if children else data | _leaf_data(criterion))


def _leaf_data(criterion: Criterion) -> Data:
    return {
        "kind": criterion.kind,
        "method": criterion.method,
        "parameters": criterion.parameters,
        "direction": criterion.direction,
        "unit": criterion.unit,
        "accepted_labels": criterion.accepted_labels,
        "levels": [_level_data(level) for level in criterion.levels.all()],
    }


def _level_data(level: Any) -> Data:
    share = plain(level.share.scaleb(-2))  # rows hold percentages, the core holds fractions
    return _filled(
        {"code": level.code, "title": level.title, "share": share, "description": level.description}
    )


def _account_data(criterion: Criterion) -> Data:
    names = ("description", "proof", "verification", "link", "basis")
    return _filled({name: getattr(criterion, name) for name in names})


def _bid_data(lot: Lot, bid: Bid, judged: Judged | None) -> Data:
    stated = _stated(bid) if judged is None else _stated_and_judged(lot, bid, judged)
    return _filled(
        {
            "code": bid.code,
            "name": bid.supplier.name,
            "values": {code: value for code, (value, _) in stated.items()},
            "failed": {o.requirement.code: o.reason for o in bid.outcomes.all() if not o.met},
            "motivations": {code: motivation for code, (_, motivation) in stated.items() if motivation},
            "fallen": fall.reason or fall.cause if (fall := bid.fallen) else "",
        }
    )


def _stated(bid: Bid) -> Stated:
    return {row.criterion.code: (row.value, row.motivation) for row in bid.values.all()}


def _stated_and_judged(lot: Lot, bid: Bid, judged: Judged) -> Stated:
    """What people judge comes from the panel alone; everything else is what the bid stated."""
    stated: Stated = {}
    for row in bid.values.all():
        if row.criterion.kind != Criterion.Kind.SCALE:
            stated[row.criterion.code] = row.value, row.motivation
    for criterion in lot.criteria.all():
        value = judged.get((bid.pk, criterion.pk))
        if value is not None:
            given = list(value.values) if lot.combination in ONE_EACH else value.values[0]
            stated[criterion.code] = given, value.motivation
    return stated


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _filled(data: Mapping[str, Any]) -> Data:
    """Only what was stated: an empty entry is left out, so that the reader can say what is missing."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}
