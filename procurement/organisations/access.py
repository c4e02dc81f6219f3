"""Who may see what of which organisation. Decided where rows are fetched, never in a template."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from procurement.organisations.models import Membership, Organisation, Role


def organisations_of(user: User | AnonymousUser) -> QuerySet[Organisation]:
    """The organisations whose tenders `user` may see; a superuser runs the site and sees all."""
    if user.is_superuser:
        return Organisation.objects.all()
    if user.pk is None:
        return Organisation.objects.none()
    return Organisation.objects.filter(memberships__user_id=user.pk).distinct()


def organisations_with_role(user: User | AnonymousUser, *roles: Role) -> QuerySet[Organisation]:
    """The organisations in which `user` holds one of `roles`; all of them for a superuser."""
    if user.is_superuser or user.pk is None:
        return organisations_of(user)
    memberships = Membership.objects.filter(user_id=user.pk, role__in=roles)
    return Organisation.objects.filter(pk__in=memberships.values("organisation"))


def administered_by(user: User | AnonymousUser) -> QuerySet[Organisation]:
    """The organisations whose accounts and roles `user` manages."""
    return organisations_with_role(user, Role.ORGANISATION_ADMIN)


def only_one(organisations: QuerySet[Organisation]) -> Organisation | None:
    """The organisation itself when there is nothing to choose; a form fills it in beforehand."""
    found = list(organisations[:2])
    return found[0] if len(found) == 1 else None


def has_role(user: User | AnonymousUser, organisation: Organisation, *roles: Role) -> bool:
    """Does `user` hold one of `roles` in `organisation`?"""
    if user.is_superuser:
        return True
    memberships = Membership.objects.filter(organisation=organisation, role__in=roles)
    return user.pk is not None and memberships.filter(user_id=user.pk).exists()
