"""Recording the outcome of a drawing of lots, held where the published tie-break ends in one."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Draw, Lot
from tenders.procedure.phases import Phase
from tenders.scoring.model import TieBreak
from tenders.scoring.result import LotResult
from tenders.services.evaluations import is_current, newest_evaluation, stored_result
from tenders.services.phases import require_phase


class WrongDraw(ValueError):
    """The order does not name exactly the bids that stand equal now, each once."""


def tied_bids(result: LotResult) -> list[str]:
    """The bids between which lots must be drawn; empty where no draw was published or none is needed."""
    if not any(rule.by is TieBreak.DRAW for rule in result.lot.award.ties):
        return []
    return [code for group in result.undecided for code in group.bids]


@transaction.atomic
def record_draw(*, lot: Lot, order: Sequence[str], held_by: str, at: datetime, actor: User | None) -> Draw:
    """Store the order in which the tied bids were drawn. It never changes; another tie gets its own draw.

    Raises `Refused` outside the evaluation, and `WrongDraw`.
    """
    require_phase(lot, Phase.EVALUATION)
    evaluation = newest_evaluation(lot)
    current = evaluation is not None and is_current(lot, evaluation)
    tied = tied_bids(stored_result(evaluation)) if evaluation is not None and current else []
    if not tied or sorted(order) != sorted(tied):
        raise WrongDraw(", ".join(order))
    last = lot.draws.order_by("number").last()
    number = last.number + 1 if last else 1
    draw = Draw.objects.create(lot=lot, number=number, order=list(order), held_at=at, held_by=held_by)
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.drawn",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"number": number, "held_by": held_by},
        before=last.order if last else [],
        after=list(order),
    )
    return draw
