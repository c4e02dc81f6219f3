"""Pages about an organisation as a whole: which ones somebody reads, and which one was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404

from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Organisation, Role
from tenders.views.access import READERS

POLICY_READERS = (*READERS, Role.ORGANISATION_ADMIN)  # of the policy and of what deviates from it


@dataclass(frozen=True, slots=True)
class Seat:
    """`every`: the organisations that somebody may choose from, by name."""

    every: Sequence[Organisation]
    organisation: Organisation


def seat_of(user: User | AnonymousUser, key: str, *roles: Role) -> Seat:
    """The organisation with this key, else the first. Raises Http404 where there is none for this reader."""
    every = list(organisations_with_role(user, *roles).order_by("name", "pk"))
    for each in every:
        if key in ("", str(each.pk)):
            return Seat(every, each)
    raise Http404
