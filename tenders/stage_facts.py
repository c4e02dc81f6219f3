"""The counted facts from which the stage of a tender follows, for any number of tenders in five queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tenders.models import Criterion, Letter, Lot, StandstillWaiver, Tender
from tenders.procedure.facts import Facts
from tenders.procedure.phases import DRAFT, ORDER, Phase
from tenders.services.phases import phases_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LotFacts:
    pk: int
    number: int
    criteria: int
    weight: Decimal  # of the criteria at the top of the tree, in percent
    has_award_rule: bool
    phase: Phase = Phase.PREPARATION
    standstill_until: datetime | None = None

    @property
    def is_described(self) -> bool:
        return self.weight == 100 and self.has_award_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderFacts:
    pk: int
    deadline: datetime | None
    lots: tuple[LotFacts, ...]
    problems: int | None = None  # None: not looked for yet

    @property
    def lot_to_describe(self) -> LotFacts | None:
        return next((lot for lot in self.lots if not lot.is_described), None)

    @property
    def lot_at_work(self) -> LotFacts:
        """The lot that is least far; one that was ended only where all were."""
        going = [lot for lot in self.lots if lot.phase is not Phase.STOPPED]
        return min(going or self.lots, key=lambda lot: ORDER.index(lot.phase))

    @property
    def published(self) -> bool:
        return any(lot.phase not in DRAFT for lot in self.lots)

    def calendar(self, lot: LotFacts, now: datetime) -> Facts:
        """What the guards that look at the calendar alone need."""
        return Facts(
            now=now,
            lot=lot.number,
            phase=lot.phase,
            deadline=self.deadline,
            standstill_until=lot.standstill_until,
        )


def facts_of(tenders: Iterable[Tender]) -> dict[int, TenderFacts]:
    """The facts of each tender by its key; `problems` is left open, because it costs a full check."""
    rows = {tender.pk: tender for tender in tenders}
    lots = _lots_of(rows)
    return {pk: TenderFacts(pk=pk, deadline=row.deadline, lots=tuple(lots[pk])) for pk, row in rows.items()}


def _lots_of(tender_keys: Iterable[int]) -> defaultdict[int, list[LotFacts]]:
    rows = list(Lot.objects.filter(tender__in=list(tender_keys)).order_by("number"))
    weights, phases, standstills = _weights_of(rows), phases_of(rows), _standstills_of(rows)
    lots: defaultdict[int, list[LotFacts]] = defaultdict(list)
    for row in rows:
        lots[row.tender_id].append(
            LotFacts(
                pk=row.pk,
                number=row.number,
                criteria=len(weights[row.pk]),
                weight=sum(weights[row.pk], Decimal(0)),
                has_award_rule=bool(row.award_method),
                phase=phases[row.pk],
                standstill_until=standstills.get(row.pk),
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


def _standstills_of(lots: list[Lot]) -> dict[int, datetime]:
    """From when the contract of a lot may be concluded; see `services.decided.standstill_end`."""
    standing = {"decision__lot__in": lots, "decision__withdrawal": None}
    ends: dict[int, datetime] = {}
    letters = Letter.objects.filter(**standing).values_list("decision__lot", "standstill_until")
    for lot, end in letters.order_by():
        ends[lot] = max(end, ends.get(lot, end))
    waived = StandstillWaiver.objects.filter(**standing).values_list("decision__lot", "at").order_by()
    return ends | {lot: at for lot, at in waived if lot in ends}
