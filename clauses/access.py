"""Who may see or change what. Another organisation's drafts and texts do not exist: 404."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, QuerySet

from clauses.models import (
    Clause,
    ClauseDeviation,
    ClauseProposal,
    ClauseVersion,
    ContractDraft,
    ContractVersion,
    HouseStyleVersion,
)
from procurement.organisations.access import organisations_of, organisations_with_role
from procurement.organisations.models import Role

READERS = (Role.OFFICER, Role.LAWYER, Role.CONTRACT_MANAGER)
EDITORS = (Role.OFFICER, Role.LAWYER)
# Who may have to approve a deviation, and who reads along.
DEVIATION_READERS = (*READERS, Role.PROJECT_LEAD)
LIBRARY_READERS = (*READERS, Role.PROJECT_LEAD, Role.AUDITOR)
# Whose contracts it concerns, and who looks after the organisation.
HOUSE_STYLE_EDITORS = (Role.LAWYER, Role.ORGANISATION_ADMIN)
HOUSE_STYLE_READERS = (*LIBRARY_READERS, Role.ORGANISATION_ADMIN)


def drafts_for(user: User | AnonymousUser, *roles: Role) -> QuerySet[ContractDraft]:
    mine = organisations_with_role(user, *(roles or READERS))
    return ContractDraft.objects.filter(organisation__in=mine).select_related("organisation")


def contracts_for(user: User | AnonymousUser, *roles: Role) -> QuerySet[ContractVersion]:
    """The final contracts of the drafts that somebody reads."""
    mine = organisations_with_role(user, *(roles or READERS))
    return ContractVersion.objects.filter(draft__organisation__in=mine).select_related("draft__organisation")


def deviations_for(user: User | AnonymousUser) -> QuerySet[ClauseDeviation]:
    mine = organisations_with_role(user, *DEVIATION_READERS)
    return ClauseDeviation.objects.filter(draft__organisation__in=mine).select_related("draft__organisation")


def proposals_for(user: User | AnonymousUser) -> QuerySet[ClauseProposal]:
    """The proposed texts of the organisations in which somebody works with the library."""
    mine = organisations_with_role(user, *LIBRARY_READERS)
    rows = ClauseProposal.objects.filter(organisation__in=mine)
    return rows.select_related("organisation", "author", "clause", "based_on__clause")


def clauses_for(user: User | AnonymousUser) -> QuerySet[Clause]:
    """The library and the clauses of one's own organisations."""
    return Clause.objects.filter(Q(organisation=None) | Q(organisation__in=organisations_of(user)))


def versions_for(user: User | AnonymousUser) -> QuerySet[ClauseVersion]:
    """The texts of the library and those of one's own organisations."""
    return ClauseVersion.objects.filter(Q(organisation=None) | Q(organisation__in=organisations_of(user)))


def house_styles_for(user: User | AnonymousUser) -> QuerySet[HouseStyleVersion]:
    """The house styles of the organisations in which somebody works with contracts or accounts."""
    mine = organisations_with_role(user, *HOUSE_STYLE_READERS)
    return HouseStyleVersion.objects.filter(organisation__in=mine)
