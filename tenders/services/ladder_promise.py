"""What the winner promised on the ladder, what it proved since the award, and what it owes otherwise."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import OuterRef, Q, QuerySet, Subquery

from procurement.language import Text
from tenders.life_cycle_rows import plans_of
from tenders.lifecycle.ladder.advantage import sanction
from tenders.lifecycle.ladder.proof import Proof, ProofKind, Standing, due_on, proven_level, standing
from tenders.lifecycle.ladder.terms import DiscountIn, LadderTerms
from tenders.lifecycle.ladder.version import Version
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import nothing, quantity
from tenders.lifecycle.unit import EURO
from tenders.lifecycle.working import Working
from tenders.models import AwardDecision, Bid, EvidenceCheck, LadderProof, Lot
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.scoring.problem import Problem
from tenders.scoring.tree import price_of
from tenders.services.calculation import calculation_of
from tenders.services.decided import decision_of
from tenders.services.evaluations import stored_result
from tenders.services.phases import phase_of
from tenders.services.promised_levels import promised_levels

AWARDED = (Phase.AWARD, Phase.STANDSTILL, Phase.CONTRACT)

_ONE_PRICE = Text(
    nl="De korting is een deel van de prijs en dit perceel heeft niet één prijs. Reken de sanctie zelf uit.",
    en="The discount is a part of the price and this lot has not one price. Work out the sanction yourself.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A level above 0 that the awarded bid promised, with the proofs that count; a rejected one does not."""

    lot: Lot
    bid: Bid
    terms: LadderTerms
    version: Version
    level: int
    awarded_on: date
    proofs: tuple[LadderProof, ...]

    @property
    def due_on(self) -> date:
        return due_on(self.awarded_on)

    def proven(self, on: date) -> int:
        return proven_level(self.version, self.awarded_on, self._shown, on)

    def standing(self, on: date) -> Standing:
        return standing(self.version, self.awarded_on, self.level, self._shown, on)

    @property
    def _shown(self) -> list[Proof]:
        return [
            Proof(
                kind=ProofKind(row.kind),
                version=row.version,
                level=row.level,
                issued_on=row.issued_on,
                valid_until=row.valid_until,
                shown_on=row.shown_on,
            )
            for row in self.proofs
        ]


def promised_of(lot: Lot) -> Promised | None:
    """None where no decision stands, nothing of the ladder was published or the winner promised nothing."""
    decision = decision_of(lot) if phase_of(lot) in AWARDED else None
    plan = calculation_of(lot).plan if decision is not None else None
    if decision is None or plan is None or plan.ladder is None:
        return None
    return next(_promises([decision], {lot.pk: plan.ladder}), None)


def proofs_of(lot: Lot) -> QuerySet[LadderProof]:
    """Every proof of the bids of this lot as it was recorded; `newest` is the outcome of its last check."""
    rows = _with_newest(LadderProof.objects.filter(bid__lot=lot))
    return rows.select_related("evidence_check__evidence", "evidence_check__made_by", "made_by").order_by(
        "pk"
    )


def due_soon(organisations: Collection[int], *, today: date, within: timedelta) -> Iterator[Promised]:
    """What is due within this time or too late, the first due first; a fixed number of queries."""
    since = today + within
    decisions = AwardDecision.objects.filter(
        withdrawal=None,
        lot__tender__organisation__in=list(organisations),
        lot__procedure__phase__in=AWARDED,
        lot__life_cycle__data__has_key="ladder",
    )
    near = [
        each
        for each in decisions.select_related("lot__tender").order_by("decided_at", "pk")
        if due_on(sent_on(each.decided_at)) <= since
    ]
    plans = plans_of([each.lot for each in near]) if near else {}
    terms = {pk: plan.ladder for pk, plan in plans.items() if plan.ladder is not None}
    for found in _promises(near, terms):
        if found.standing(today) is not Standing.PROVEN:
            yield found


def sanction_of(found: Promised, proven: int) -> Working:
    """In euros, by the published terms. Raises `NotComputable`."""
    decision = decision_of(found.lot)
    assert decision is not None, "a promise is of a decision that stands"
    winner = stored_result(decision.evaluation)
    leaf = price_of(winner.lot)
    values = {each.code: each.values for each in winner.lot.bids}[found.bid.code]
    price = values.get(leaf.code) if leaf is not None else None
    if isinstance(price, Decimal):
        return sanction(found.terms, quantity(price, EURO), found.level, proven)
    if found.terms.discount_in is DiscountIn.PERCENT:
        raise NotComputable([Problem("price", _ONE_PRICE)])
    return sanction(found.terms, nothing(EURO), found.level, proven)


def _promises(decisions: Sequence[AwardDecision], terms: Mapping[int, LadderTerms]) -> Iterator[Promised]:
    """Three queries, however many decisions."""
    newest = {each.lot_id: each for each in sorted(decisions, key=lambda each: each.number)}
    levels = promised_levels(list(terms))
    bids = Bid.objects.filter(lot__in=list(levels), code__in={each.winner for each in newest.values()})
    winners = {
        (row.lot_id, row.code): row for row in bids.select_related("supplier", "lot__tender__organisation")
    }
    proofs = _counting([row.pk for row in winners.values()])
    for key, decision in newest.items():
        bid = winners.get((key, decision.winner))
        version = terms[key].known if key in terms else None
        level = levels.get(key, {}).get(decision.winner, 0)
        if bid is not None and version is not None and level > 0:
            yield Promised(
                lot=bid.lot,
                bid=bid,
                terms=terms[key],
                version=version,
                level=level,
                awarded_on=sent_on(decision.decided_at),
                proofs=tuple(row for row in proofs if row.bid_id == bid.pk),
            )


def _counting(bids: Sequence[int]) -> list[LadderProof]:
    """A proof stops counting when a later check does not say that the evidence is right."""
    right = Q(newest=EvidenceCheck.Outcome.RIGHT)
    return list(_with_newest(LadderProof.objects.filter(bid__in=bids)).filter(right).order_by("pk"))


def _with_newest(rows: QuerySet[LadderProof]) -> QuerySet[LadderProof]:
    checks = EvidenceCheck.objects.filter(evidence=OuterRef("evidence_check__evidence")).order_by("-pk")
    return rows.annotate(newest=Subquery(checks.values("outcome")[:1]))
