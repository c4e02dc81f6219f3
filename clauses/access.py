"""Which drafts a user may see or change. Another organisation's draft does not exist: 404."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from clauses.models import ContractDraft
from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Role

READERS = (Role.OFFICER, Role.LAWYER, Role.CONTRACT_MANAGER)
EDITORS = (Role.OFFICER, Role.LAWYER)


def drafts_for(user: User | AnonymousUser, *roles: Role) -> QuerySet[ContractDraft]:
    mine = organisations_with_role(user, *(roles or READERS))
    return ContractDraft.objects.filter(organisation__in=mine).select_related("organisation")
