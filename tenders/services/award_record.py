"""From rows to what the record of an award says: course, conflicts, low bids, revised scores, decisions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, time

from django.utils.timezone import localtime, make_aware

from procurement.audit.log import head
from tenders.models import (
    AwardDecision,
    Clarification,
    ConsensusScore,
    DecisionWithdrawal,
    Declaration,
    Evaluation,
    Lot,
    Proceedings,
    StandstillWaiver,
)
from tenders.procedure.phases import Phase
from tenders.reports.record.model import Case, Decided, Record, Taken, Version, Waived
from tenders.services.decided import decision_of, standstill_end
from tenders.services.editions import calculated
from tenders.services.evaluations import newest_evaluation
from tenders.services.letters import WAIVED
from tenders.services.record_bidders import bidders_of
from tenders.services.record_conflicts import conflicts_declared
from tenders.services.record_course import course_of, named
from tenders.services.record_prices import later_prices, low_bids


def award_record(lot: Lot) -> Record:
    """Of a lot that was decided or ended."""
    course, evaluation, decisions, cases = course_of(lot), _evaluation(lot), _decisions(lot), _cases(lot)
    stopped = lot.phase_changes.filter(target=Phase.STOPPED).order_by("-number").first()
    declarations = Declaration.objects.filter(assessor__lot=lot).count()
    clarifications = Clarification.objects.filter(tender=lot.tender, published_at__isnull=False).count()
    return Record(
        lot=str(lot.number),
        lot_title=lot.title,
        procedure=lot.tender.procedure,
        cpv=lot.cpv,
        estimate=lot.estimated_value,
        assessment=calculated(evaluation) if evaluation is not None else None,
        bidders=tuple(bidders_of(lot)),
        decisions=decisions,
        stopped=stopped.reason if stopped else "",
        course=course,
        declarations=declarations,
        conflicts=tuple(conflicts_declared(lot)),
        low_bids=tuple(low_bids(lot)),
        later_prices=tuple(later_prices(lot)),
        versions=tuple(_versions(lot)),
        clarifications=clarifications,
        cases=cases,
        made_at=_newest(course, decisions, cases),
        head=head(lot.tender.organisation),
    )


def _evaluation(lot: Lot) -> Evaluation | None:
    """Of the decision that stands, else the newest."""
    decision = decision_of(lot)
    return decision.evaluation if decision is not None else newest_evaluation(lot)


def _newest(course: Sequence[Taken], decisions: Sequence[Decided], cases: Sequence[Case]) -> datetime:
    """The moment of the newest fact in the record; a day of proceedings counts from its beginning."""
    moments = [each.at for each in course]
    moments += [each.waiver.at for each in decisions if each.waiver is not None]
    days = [day for each in cases for day in (each.started_on, each.ended_on) if day is not None]
    moments += [make_aware(datetime.combine(day, time.min)) for day in days]
    return max(moments, default=localtime())


def _decisions(lot: Lot) -> tuple[Decided, ...]:
    return tuple(_decided(lot))


def _decided(lot: Lot) -> Iterator[Decided]:
    names = dict(lot.bids.values_list("code", "supplier__name"))
    withdrawals = {row.decision_id: row for row in DecisionWithdrawal.objects.filter(decision__lot=lot)}
    waivers = StandstillWaiver.objects.filter(decision__lot=lot).select_related("made_by")
    waived = {row.decision_id: _waived(row) for row in waivers}
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
            waiver=waived.get(row.pk),
        )


def _waived(row: StandstillWaiver) -> Waived:
    ground = WAIVED[StandstillWaiver.Ground(row.ground)]
    return Waived(at=localtime(row.at), by=named(row.made_by), ground=ground, reason=row.reason)


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


def _cases(lot: Lot) -> tuple[Case, ...]:
    return tuple(_case(row) for row in Proceedings.objects.filter(lot=lot).order_by("pk"))


def _case(row: Proceedings) -> Case:
    return Case(
        started_on=row.started_on, reference=row.reference, ended_on=row.ended_on, outcome=row.outcome
    )
