"""A step in the procedure with everything that goes with it, in one transaction.

The steps that do more than change the phase name their work here; the page of the procedure, the
commands and the tests all come through `take_step`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from tenders.models import Lot, PhaseChange
from tenders.services.phases import move

Work = Callable[[Lot, PhaseChange], None]
"""What goes with a step, for each lot that moved; the change carries the moment and the people."""

WORK: Mapping[str, Work] = {}


@transaction.atomic
def take_step(*, lot: Lot, code: str, at: datetime, actor: User, reason: str = "") -> list[PhaseChange]:
    """Make the transition `code`; empty when it waits for the second person. Raises `Refused`."""
    changes = move(lot=lot, code=code, at=at, actor=actor, reason=reason)
    for change in changes:
        if code in WORK:
            WORK[code](change.lot, change)
    return changes
