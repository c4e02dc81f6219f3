"""The counted facts from which the stage of a tender follows, for any number of tenders in seven queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count

from tenders.models import AwardDecision, Bid, Criterion, Lot, Publication, Tender


@dataclass(frozen=True, slots=True, kw_only=True)
class LotFacts:
    pk: int
    number: int
    criteria: int
    weight: Decimal  # of the criteria at the top of the tree, in percent
    has_award_rule: bool
    bids: int
    open_bids: int  # those that no requirement knocks out
    evaluations: int
    is_decided: bool = False

    @property
    def is_described(self) -> bool:
        return self.weight == 100 and self.has_award_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderFacts:
    pk: int
    deadline: datetime | None
    lots: tuple[LotFacts, ...]
    published: bool
    problems: int | None = None  # None: not looked for yet

    @property
    def lot_to_describe(self) -> LotFacts | None:
        return next((lot for lot in self.lots if not lot.is_described), None)

    @property
    def lot_to_award(self) -> LotFacts | None:
        """A lot on which every bid was knocked out is not awarded."""
        return next((lot for lot in self.lots if lot.open_bids and not lot.is_decided), None)

    @property
    def is_awarded(self) -> bool:
        return any(lot.is_decided for lot in self.lots) and self.lot_to_award is None

    @property
    def lot_to_assess(self) -> LotFacts | None:
        return next((lot for lot in self.lots if not lot.evaluations), None)


def facts_of(tenders: Iterable[Tender]) -> dict[int, TenderFacts]:
    """The facts of each tender by its key; `problems` is left open, because it costs a full check."""
    rows = {tender.pk: tender for tender in tenders}
    lots = _lots_of(rows)
    published = set(Publication.objects.filter(tender__in=rows).values_list("tender", flat=True))
    return {
        pk: TenderFacts(pk=pk, deadline=row.deadline, lots=tuple(lots[pk]), published=pk in published)
        for pk, row in rows.items()
    }


def _lots_of(tender_keys: Iterable[int]) -> defaultdict[int, list[LotFacts]]:
    rows = Lot.objects.filter(tender__in=list(tender_keys)).order_by("number")
    weights = _weights_of(rows)
    bids = _counted(rows, "bids")
    open_bids = Counter(_open_bids_of(rows))
    evaluations = _counted(rows, "evaluations")
    decided = set(AwardDecision.objects.filter(lot__in=rows).values_list("lot", flat=True).order_by())
    lots: defaultdict[int, list[LotFacts]] = defaultdict(list)
    for row in rows:
        lots[row.tender_id].append(
            LotFacts(
                pk=row.pk,
                number=row.number,
                criteria=len(weights[row.pk]),
                weight=sum(weights[row.pk], Decimal(0)),
                has_award_rule=bool(row.award_method),
                bids=bids[row.pk],
                open_bids=open_bids[row.pk],
                evaluations=evaluations[row.pk],
                is_decided=row.pk in decided,
            )
        )
    return lots


def _weights_of(lots: Iterable[Lot]) -> defaultdict[int, list[Decimal]]:
    """Added up here and not in the database: SQLite adds decimals as floats."""
    weights: defaultdict[int, list[Decimal]] = defaultdict(list)
    roots = Criterion.objects.filter(lot__in=lots, parent=None).values_list("lot", "weight")
    for lot, weight in roots.order_by():
        weights[lot].append(weight)
    return weights


def _open_bids_of(lots: Iterable[Lot]) -> Iterable[int]:
    """The lot of each bid that no requirement knocks out."""
    return Bid.objects.filter(lot__in=lots).exclude(outcomes__met=False).values_list("lot", flat=True)


def _counted(lots: Iterable[Lot], relation: str) -> dict[int, int]:
    keys = [lot.pk for lot in lots]
    counted = Lot.objects.filter(pk__in=keys).order_by().annotate(found=Count(relation))
    return dict(counted.values_list("pk", "found"))
