"""Calculating the ranking of a lot from a frozen snapshot that is kept with it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Evaluation, Lot
from tenders.procedure.phases import Phase
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import canonical
from tenders.scoring.result import LotResult
from tenders.services.calculation import require_fresh_values
from tenders.services.ladder_level import require_promised_levels
from tenders.services.phases import require_phase
from tenders.snapshots import digest, evaluation_input


@transaction.atomic
def evaluate_lot(*, lot: Lot, at: datetime, actor: User | None) -> Evaluation:
    """Store one evaluation. Raises `NotEvaluable`, `UnreadableTender` or `Refused` and stores nothing.

    The same input as last time adds no new evaluation: the earlier one is returned.
    """
    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    require_fresh_values(lot)
    snapshot = evaluation_input(lot)
    require_promised_levels(lot, snapshot.lots[0])
    result = evaluate(snapshot.lots[0])
    last = lot.evaluations.order_by("-number").first()
    if last is not None and last.digest == digest(snapshot):
        return last
    require_phase(lot, Phase.EVALUATION)
    evaluation = Evaluation.objects.create(
        lot=lot,
        number=last.number + 1 if last else 1,
        snapshot=canonical(snapshot).decode(),
        digest=digest(snapshot),
        made_at=at,
        made_by=actor,
    )
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.evaluated",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"number": evaluation.number, "sha256": evaluation.digest, "ranking": _ranking(result)},
        before=last.digest if last else "",
        after=evaluation.digest,
    )
    return evaluation


def _ranking(result: LotResult) -> list[list[str | int]]:
    return [[bid_result.rank, bid_result.bid.code, str(bid_result.total)] for bid_result in result.ranking]
