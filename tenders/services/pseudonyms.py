"""Who sits on a panel is known to its secretary, the officer; everybody else knows assessors by a letter."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser, User

from procurement.organisations.models import Membership, Organisation, Role
from tenders.models import Assessor, Lot


def name_of(assessor: Assessor, user: User | AnonymousUser) -> str:
    """The name for the secretary, and the letter for anybody else."""
    return _shown(assessor, named=sees_names(user, assessor.lot.tender.organisation))


def names_of(lot: Lot, user: User | AnonymousUser) -> dict[int, str]:
    """The same for the whole panel of a lot, by the key of the assessor, in two queries."""
    named = sees_names(user, lot.tender.organisation)
    return {each.pk: _shown(each, named=named) for each in _panel(lot)}


def sees_names(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Only an officer of this organisation; who runs the site has no business with it."""
    if user.pk is None or user.is_superuser:
        return False
    officers = Membership.objects.filter(organisation=organisation, role=Role.OFFICER)
    return officers.filter(user_id=user.pk).exists()


def _panel(lot: Lot) -> Iterable[Assessor]:
    return Assessor.objects.filter(lot=lot).select_related("user").order_by("letter")


def _shown(assessor: Assessor, *, named: bool) -> str:
    if not named or assessor.user is None:  # after the retention period nobody knows any more
        return str(assessor)
    return assessor.user.get_full_name() or assessor.user.get_username()
