"""Who may see what of which organisation. Decided where rows are fetched, never in a template."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet

from procurement.organisations.models import Membership, Organisation, Role


def organisations_of(user: AbstractBaseUser | AnonymousUser) -> QuerySet[Organisation]:
    """The organisations whose tenders `user` may see; a superuser runs the site and sees all."""
    if getattr(user, "is_superuser", False):
        return Organisation.objects.all()
    return Organisation.objects.filter(memberships__user_id=user.pk).distinct()


def has_role(user: AbstractBaseUser | AnonymousUser, organisation: Organisation, *roles: Role) -> bool:
    """Does `user` hold one of `roles` in `organisation`?"""
    if getattr(user, "is_superuser", False):
        return True
    return Membership.objects.filter(user_id=user.pk, organisation=organisation, role__in=roles).exists()
