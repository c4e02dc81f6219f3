"""Acts of two people that are no step of the procedure: a late price, a later bid, a rejection undone.

The first signs for a code of its own, such as "late-price 7F2A"; the second acts within ten minutes.
"""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import User

from tenders.models import FirstSignature, Lot
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.services.phases import Refused
from tenders.services.signatures import reasons_against_signing


def first_of_two(
    lot_id: int, code: str, *, at: datetime, may_sign: Callable[[User, Lot], bool]
) -> FirstSignature | None:
    """The signature on which the second may follow, as long as who gave it may still sign."""
    signatures = FirstSignature.objects.filter(
        lot=lot_id, transition=code, at__gt=at - PEOPLE_WITHIN, at__lte=at
    )
    first = signatures.select_related("made_by", "lot__tender__organisation").order_by("-pk").first()
    if first is None or first.made_by is None or not may_sign(first.made_by, first.lot):
        return None
    return first


def require_two_people(actor: User, first: FirstSignature | None, *, at: datetime) -> None:
    """May `actor` be one of the two, or the other one beside `first`? Raises `Refused`."""
    reasons = reasons_against_signing(actor, first, at=at)
    if reasons:
        raise Refused(reasons)
