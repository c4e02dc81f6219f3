"""A step in the procedure with everything that goes with it, in one transaction.

The steps that do more than change the phase name their work here; the page of the procedure, the
commands and the tests all come through `take_step`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from tenders.models import Lot, PhaseChange
from tenders.services.award import record_decision, withdraw_standing_decision
from tenders.services.legal_check import disapprove_when_a_lawyer_hands_back
from tenders.services.letters import send_letters
from tenders.services.locked_scores import record_locked_scores
from tenders.services.opening import open_bids, open_prices
from tenders.services.panel import reopen_incomplete
from tenders.services.phases import move
from tenders.services.published import publish_first_version

Work = Callable[[Lot, PhaseChange], None]
"""What goes with a step; the change carries the moment and the people."""

WORK: Mapping[str, Work] = {
    "open-bids": open_bids,
    "open-prices": open_prices,
    "start-assessment": reopen_incomplete,
    "lock-scores": record_locked_scores,
    "decide-award": record_decision,
    "send-letters": send_letters,
    "withdraw-decision": withdraw_standing_decision,
    "stop": withdraw_standing_decision,
}
"""Done for each lot that moved."""

TENDER_WORK: Mapping[str, Work] = {
    "publish": publish_first_version,
    "hand-back": disapprove_when_a_lawyer_hands_back,
}
"""Done once for the tender, with the change of its first lot, after the work of the lots."""


@transaction.atomic
def take_step(*, lot: Lot, code: str, at: datetime, actor: User, reason: str = "") -> list[PhaseChange]:
    """Make the transition `code`; empty when it waits for the second person. Raises `Refused`."""
    changes = move(lot=lot, code=code, at=at, actor=actor, reason=reason)
    for change in changes:
        if code in WORK:
            WORK[code](change.lot, change)
    if changes and code in TENDER_WORK:
        TENDER_WORK[code](changes[0].lot, changes[0])
    return changes
