"""Recording the outcome of a drawing of lots, held where the published tie-break ends in one."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from tenders.models import Draw, Lot
from tenders.services.decided import hold_undecided


class WrongDraw(ValueError):
    """The order does not name two or more bids of the lot, each once, or a draw was recorded before."""


@transaction.atomic
def record_draw(*, lot: Lot, order: Sequence[str], held_by: str, at: datetime, actor: User | None) -> Draw:
    """Store the order in which the tied bids were drawn. It is recorded once and never changed."""
    hold_undecided(lot)
    codes = set(lot.bids.values_list("code", flat=True))
    names_tied_bids = len(order) >= 2 and len(order) == len(set(order)) and set(order) <= codes
    if not names_tied_bids or Draw.objects.filter(lot=lot).exists():
        raise WrongDraw(", ".join(order))
    draw = Draw.objects.create(lot=lot, order=list(order), held_at=at, held_by=held_by)
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.drawn",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"order": list(order), "held_by": held_by},
    )
    return draw
