"""The legality check in short, for the pages on which a tender is written: rechecked on every save."""

from itertools import islice
from typing import Any

from django.contrib.auth.models import AnonymousUser, User

from tenders.models import Tender
from tenders.scoring.files import UnreadableTender
from tenders.services.frozen import is_frozen
from tenders.views.legal_findings import findings_now

_MOST = 3  # findings


def summary(tender: Tender, user: User | AnonymousUser) -> dict[str, Any]:
    """The counts and the heaviest findings of the rows as they are now. Nothing while the tender is frozen.

    `open_points` is what publishing waits for: all that blocks or needs a reason.
    """
    if is_frozen(tender):
        return {"open_points": 0}
    try:
        found = findings_now(tender, user)
    except UnreadableTender:
        return {"tender": tender, "is_unread": True, "open_points": 0}
    return {
        "tender": tender,
        "found": found,
        "heaviest": list(islice(found.open, _MOST)),
        "open_points": sum(group.count for group in found.weighed[:2]),
    }
