"""Who sees the register of evidence and who changes it. To anybody else it does not exist: 404."""

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Organisation
from tenders.models import Evidence, Supplier
from tenders.views.access import EDITORS, READERS


def evidence_for(user: User | AnonymousUser) -> QuerySet[Evidence]:
    """An assessor reads no names of suppliers here."""
    readable = organisations_with_role(user, *READERS)
    rows = Evidence.objects.filter(supplier__organisation__in=readable)
    return rows.select_related("supplier__organisation")


def evidence_or_404(user: User | AnonymousUser, pk: int) -> Evidence:
    return get_object_or_404(evidence_for(user), pk=pk)


def suppliers_to_describe(user: User | AnonymousUser) -> QuerySet[Supplier]:
    """Of the organisations for which this person registers evidence. Somebody else gets a 403."""
    own = _registers_for(user)
    if not own.exists():
        raise PermissionDenied
    return Supplier.objects.filter(organisation__in=own).order_by("name", "pk")


def _registers_for(user: User | AnonymousUser) -> QuerySet[Organisation]:
    """Who runs the site takes no part."""
    if user.is_superuser:
        return Organisation.objects.none()
    return organisations_with_role(user, *EDITORS)
