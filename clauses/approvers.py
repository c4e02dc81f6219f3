"""Who may approve what: the people that a clause names, as roles of this program."""

from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser, User

from clauses.assembly.clause import APPROVERS
from procurement.organisations.access import has_role
from procurement.organisations.models import Organisation, Role
from procurement.words import words

LAWYER = "lawyer"
ROLES: Mapping[str, tuple[Role, ...]] = {
    "procurement-officer": (Role.OFFICER, Role.LAWYER),
    LAWYER: (Role.LAWYER,),
    # No roles of their own in this program: who leads the project answers for what they said.
    "sustainability-adviser": (Role.PROJECT_LEAD, Role.LAWYER),
    "head-of-procurement": (Role.PROJECT_LEAD,),
}
TEXTS = (Role.LAWYER,)
"""Who may approve that a text becomes one of the own library; its ladder says who may approve its use."""


def may_approve_use(user: User | AnonymousUser, organisation: Organisation, approver: str) -> bool:
    """Whoever runs the site reads everything and decides about nothing."""
    return not user.is_superuser and has_role(user, organisation, *ROLES[approver])


def may_approve_text(user: User | AnonymousUser, organisation: Organisation) -> bool:
    return not user.is_superuser and has_role(user, organisation, *TEXTS)


def approver_words(approver: str) -> str:
    return words(APPROVERS[approver].label)
