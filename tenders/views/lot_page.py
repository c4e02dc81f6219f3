"""What every page of one lot shows: the stepper, its sister lots, its open points, why it is closed."""

from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from tenders.models import Lot, Tender
from tenders.services.frozen import is_frozen
from tenders.stages import progress_of_one
from tenders.views.access import may_edit
from tenders.views.findings import findings_of


def lot_context(lot: Lot) -> dict[str, Any]:
    return {
        "lot": lot,
        "tender": lot.tender,
        "lots": lot.tender.lots.all(),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
        "findings": findings_of(lot),
    }


def why_closed(user: User | AnonymousUser, tender: Tender) -> str:
    """Why the criteria cannot be changed by this user; empty when they can."""
    if is_frozen(tender):
        return _("Deze aanbesteding is gepubliceerd. De criteria en de regels zijn bevroren.")
    if not may_edit(user, tender.organisation):
        return _("U kunt dit lezen. Alleen een inkoper van deze organisatie kan het wijzigen.")
    return ""


def refuse_frozen(closed: str) -> None:
    if closed:
        raise PermissionDenied(closed)
