"""From rows to what the record of an award says: course, conflicts, low bids, revised scores, decisions."""

from collections import Counter
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.timezone import localtime

from procurement.audit.log import head
from procurement.language import Text
from tenders.models import (
    AwardDecision,
    Clarification,
    ConsensusScore,
    DecisionWithdrawal,
    Declaration,
    Evaluation,
    Inquiry,
    Lot,
    PhaseChange,
    Proceedings,
)
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.record.model import Case, Conflict, Decided, LowBid, Record, Taken, Version
from tenders.services.decided import decision_of, standstill_end
from tenders.services.editions import calculated
from tenders.services.evaluations import newest_evaluation

_UNKNOWN = "–"
_OUTCOMES = {
    Inquiry.Outcome.ACCEPTED: Text(nl="voldoende onderbouwd", en="substantiated"),
    Inquiry.Outcome.REJECTED: Text(nl="niet onderbouwd, afgewezen", en="not substantiated, rejected"),
    Inquiry.Outcome.BREACH: Text(
        nl="laag door schending van milieu-, sociaal of arbeidsrecht, afgewezen",
        en="low through a breach of environmental, social or labour law, rejected",
    ),
    Inquiry.Outcome.STATE_AID: Text(
        nl="laag door ongeoorloofde staatssteun, afgewezen", en="low through unlawful state aid, rejected"
    ),
}


def award_record(lot: Lot) -> Record:
    """Of a lot that was decided or ended."""
    course = list(lot.phase_changes.select_related("made_by", "seconded_by").order_by("number"))
    evaluation = _evaluation(lot)
    stopped = [change.reason for change in course if change.target == Phase.STOPPED]
    declarations = Declaration.objects.filter(assessor__lot=lot).count()
    clarifications = Clarification.objects.filter(tender=lot.tender, published_at__isnull=False).count()
    return Record(
        lot=str(lot.number),
        lot_title=lot.title,
        procedure=lot.tender.procedure,
        cpv=lot.cpv,
        estimate=lot.estimated_value,
        assessment=calculated(evaluation) if evaluation is not None else None,
        decisions=tuple(_decided(lot)),
        stopped=stopped[-1] if stopped else "",
        course=tuple(_taken(change) for change in course),
        declarations=declarations,
        conflicts=tuple(_conflicts(lot)),
        low_bids=tuple(_low_bids(lot)),
        versions=tuple(_versions(lot)),
        clarifications=clarifications,
        cases=tuple(_cases(lot)),
        made_at=localtime(course[-1].at) if course else localtime(),
        head=head(lot.tender.organisation),
    )


def named(person: User | None) -> str:
    """The full name, else the name with which somebody signs in."""
    return (person.get_full_name() or person.get_username()) if person is not None else _UNKNOWN


def _evaluation(lot: Lot) -> Evaluation | None:
    """Of the decision that stands, else the newest."""
    decision = decision_of(lot)
    return decision.evaluation if decision is not None else newest_evaluation(lot)


def _taken(change: PhaseChange) -> Taken:
    people = [named(person) for person in (change.made_by, change.seconded_by) if person is not None]
    return Taken(
        title=TRANSITIONS[change.transition].title,
        at=localtime(change.at),
        people=tuple(people),
        reason=change.reason,
    )


def _decided(lot: Lot) -> Iterator[Decided]:
    names = dict(lot.bids.values_list("code", "supplier__name"))
    withdrawals = {row.decision_id: row for row in DecisionWithdrawal.objects.filter(decision__lot=lot)}
    for row in AwardDecision.objects.filter(lot=lot).select_related("made_by").order_by("number"):
        letter, end = row.letters.order_by("pk").only("sent_at").first(), standstill_end(row)
        withdrawal = withdrawals.get(row.pk)
        yield Decided(
            number=row.number,
            winner=names.get(row.winner, row.winner),
            at=localtime(row.decided_at),
            by=named(row.made_by),
            reason=row.reason,
            sent_at=localtime(letter.sent_at) if letter else None,
            free_from=localtime(end) if end else None,
            withdrawn_at=localtime(withdrawal.at) if withdrawal else None,
            withdrawal=withdrawal.reason if withdrawal else "",
        )


def _conflicts(lot: Lot) -> Iterator[Conflict]:
    """Every declared conflict, also one that was declared and later taken back."""
    rows = Declaration.objects.filter(assessor__lot=lot, has_conflict=True)
    for row in rows.select_related("assessor", "bid__supplier").order_by("pk"):
        yield Conflict(
            assessor=row.assessor.letter,
            bidder=row.bid.supplier.name,
            at=localtime(row.at),
            reason=row.reason,
        )


def _low_bids(lot: Lot) -> Iterator[LowBid]:
    for row in Inquiry.objects.filter(bid__lot=lot).select_related("bid__supplier").order_by("pk"):
        yield LowBid(
            bidder=row.bid.supplier.name,
            question=row.question,
            asked_at=localtime(row.asked_at),
            answer=row.answer,
            outcome=_OUTCOMES[Inquiry.Outcome(row.outcome)] if row.outcome else None,
            reason=row.reason,
        )


def _versions(lot: Lot) -> Iterator[Version]:
    """All versions of the scores that have more than one."""
    rows = ConsensusScore.objects.filter(bid__lot=lot).select_related("bid", "criterion")
    scores = list(rows.order_by("bid__code", "criterion__code", "number"))
    counted = Counter((row.bid_id, row.criterion_id) for row in scores)
    for row in scores:
        if counted[row.bid_id, row.criterion_id] > 1:
            yield Version(
                bid=row.bid.code,
                criterion=f"{row.criterion.code} {row.criterion.title}",
                number=row.number,
                level=row.value,
                reason=row.reason,
                at=localtime(row.at),
            )


def _cases(lot: Lot) -> Iterator[Case]:
    for row in Proceedings.objects.filter(lot=lot).order_by("pk"):
        yield Case(
            started_on=row.started_on, reference=row.reference, ended_on=row.ended_on, outcome=row.outcome
        )
