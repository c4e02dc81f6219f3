"""Which tender or lot a user may see or change. Another organisation's rows answer 404, never 403."""

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from procurement.organisations.access import has_role, organisations_with_role
from procurement.organisations.models import Organisation, Role
from tenders.models import Lot, Tender

READERS = (
    Role.OFFICER,
    Role.LAWYER,
    Role.PROJECT_LEAD,
    Role.CONTRACT_MANAGER,
    Role.AUDITOR,
)  # an assessor never sees a price here
LOG_READERS = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD, Role.AUDITOR)  # of the log and the dossier
EDITORS = (Role.OFFICER,)
CHECKLIST_READERS = (Role.OFFICER, Role.LAWYER, Role.AUDITOR)  # of the legality check on paper: two sign it


def tenders_for(user: User | AnonymousUser) -> QuerySet[Tender]:
    readable = organisations_with_role(user, *READERS)
    return Tender.objects.filter(organisation__in=readable).select_related("organisation")


def lots_for(user: User | AnonymousUser) -> QuerySet[Lot]:
    readable = organisations_with_role(user, *READERS)
    return Lot.objects.filter(tender__organisation__in=readable).select_related("tender__organisation")


def tender_or_404(user: User | AnonymousUser, pk: int) -> Tender:
    return get_object_or_404(tenders_for(user), pk=pk)


def lot_or_404(user: User | AnonymousUser, pk: int) -> Lot:
    return get_object_or_404(lots_for(user), pk=pk)


def may_edit(user: User | AnonymousUser, organisation: Organisation) -> bool:
    return has_role(user, organisation, *EDITORS)


def reads_checklist(user: User | AnonymousUser, organisation: Organisation) -> bool:
    return has_role(user, organisation, *CHECKLIST_READERS)


def require_editor(user: User | AnonymousUser, organisation: Organisation) -> None:
    """Somebody who may read but not change gets a 403."""
    if not may_edit(user, organisation):
        raise PermissionDenied


def takes_part(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Who runs the site takes no part in a procedure."""
    return may_edit(user, organisation) and not user.is_superuser


def require_part(user: User | AnonymousUser, organisation: Organisation) -> None:
    if not takes_part(user, organisation):
        raise PermissionDenied(
            _("Alleen een inkoper van deze organisatie doet dit. Wie de site beheert, neemt niet deel.")
        )
