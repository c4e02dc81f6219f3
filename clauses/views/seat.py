"""Pages about the library of one organisation: which ones somebody reads, and which one was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from clauses.access import EDITORS, LIBRARY_READERS
from procurement.organisations.access import has_role, organisations_with_role
from procurement.organisations.models import Organisation, Role


@dataclass(frozen=True, slots=True)
class Seat:
    """`every`: the organisations that somebody may choose from, by name."""

    every: Sequence[Organisation]
    organisation: Organisation

    def may_propose(self, request: HttpRequest) -> bool:
        return has_role(request.user, self.organisation, *EDITORS)


def seat_of(request: HttpRequest, *roles: Role) -> Seat:
    """The organisation that was asked for, else the first. Raises PermissionDenied where there is none."""
    key = request.GET.get("organisation", "") or request.POST.get("organisation", "")
    every = list(organisations_with_role(request.user, *(roles or LIBRARY_READERS)).order_by("name", "pk"))
    for each in every:
        if key in ("", str(each.pk)):
            return Seat(every, each)
    raise PermissionDenied


def reader(request: HttpRequest) -> User:
    """Who asks; call it behind `login_required`."""
    assert isinstance(request.user, User)
    return request.user
