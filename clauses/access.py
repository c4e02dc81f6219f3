"""Which drafts a user may see or change. Another organisation's draft does not exist: 404."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from clauses.models import ContractDraft
from procurement.organisations.access import organisations_of
from procurement.organisations.models import Membership, Organisation, Role

READERS = (Role.OFFICER, Role.LAWYER, Role.CONTRACT_MANAGER)
EDITORS = (Role.OFFICER, Role.LAWYER)


def organisations_for(user: User | AnonymousUser, *roles: Role) -> QuerySet[Organisation]:
    """The organisations in which `user` holds one of `roles`; all of them for a superuser."""
    if user.is_superuser or user.pk is None:
        return organisations_of(user)
    memberships = Membership.objects.filter(user_id=user.pk, role__in=roles)
    return Organisation.objects.filter(pk__in=memberships.values("organisation"))


def drafts_for(user: User | AnonymousUser, *roles: Role) -> QuerySet[ContractDraft]:
    mine = organisations_for(user, *(roles or READERS))
    return ContractDraft.objects.filter(organisation__in=mine).select_related("organisation")
