"""What goes with deciding an award, withdrawing the decision and ending a lot without one.

The guards of the procedure have checked before that the ranking is current, that one bid stands first and
that its proof was verified; see `tenders.services.transitions`.
"""

from django.contrib.auth.models import User

from procurement.audit.log import record
from tenders.models import AwardDecision, DecisionWithdrawal, Lot, PhaseChange
from tenders.services.decided import decision_of
from tenders.services.evaluations import newest_evaluation, stored_result


def record_decision(lot: Lot, change: PhaseChange) -> None:
    """Award the lot to the bid that stands alone at rank 1 of the newest calculation."""
    evaluation = newest_evaluation(lot)
    winner = stored_result(evaluation).winner if evaluation is not None else None
    if evaluation is None or winner is None:
        raise LookupError(
            f"{lot} has no winner: the guards of the procedure let through what they should not"
        )
    last = AwardDecision.objects.filter(lot=lot).order_by("number").values_list("number", flat=True).last()
    decision = AwardDecision.objects.create(
        lot=lot,
        number=(last or 0) + 1,
        evaluation=evaluation,
        winner=winner.bid.code,
        reason=change.reason,
        decided_at=change.at,
        made_by=change.made_by,
    )
    record(
        organisation=lot.tender.organisation,
        at=change.at,
        actor=change.made_by,
        action="lot.awarded",
        subject=_subject(lot),
        details={
            "decision": decision.number,
            "number": evaluation.number,
            "sha256": evaluation.digest,
            "winner": decision.winner,
        },
        before="",
        after=evaluation.digest,
    )


def withdraw_standing_decision(lot: Lot, change: PhaseChange) -> None:
    """The decision lapses and stays in the file. Without a standing decision there is nothing to do."""
    decision = decision_of(lot)
    if decision is None:
        return
    DecisionWithdrawal.objects.create(
        decision=decision, at=change.at, made_by=change.made_by, reason=change.reason
    )
    record(
        organisation=lot.tender.organisation,
        at=change.at,
        actor=_last_of(change),
        action="award.withdrawn",
        subject=_subject(lot),
        details={"decision": decision.number, "winner": decision.winner, "reason": change.reason},
        before=decision.evaluation.digest,
        after="",
    )


def _last_of(change: PhaseChange) -> User | None:
    return change.seconded_by or change.made_by


def _subject(lot: Lot) -> str:
    return f"{lot.tender.reference} / {lot.number}"
