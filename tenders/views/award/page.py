"""What the pages between the ranking and the contract share."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from procurement.words import words
from tenders.models import LifecyclePlan, Lot
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused, why_not_in
from tenders.stages import progress_of_one

OFFICE = (Role.OFFICER, Role.PROJECT_LEAD)


def page_of(request: HttpRequest, lot: Lot, title: str, current: str, *phases: Phase) -> dict[str, Any]:
    """`closed`: why nothing can be done here in this phase, or None; `current`: the name of the page."""
    closed = why_not_in(lot, *phases)
    return {
        "title": title,
        "lot": lot,
        "tender": lot.tender,
        "current": current,
        "has_ladder": LifecyclePlan.objects.filter(lot=lot.pk, data__has_key="ladder").exists(),
        "closed": closed,
        "may_write": closed is None and may_act(request, lot),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }


def may_act(request: HttpRequest, lot: Lot, *roles: Role) -> bool:
    """By role alone: a superuser runs the site and decides nothing."""
    allowed = has_role(request.user, lot.tender.organisation, *(roles or OFFICE))
    return allowed and not request.user.is_superuser


def require_actor(request: HttpRequest, lot: Lot, *roles: Role) -> None:
    if not may_act(request, lot, *roles):
        raise PermissionDenied


def person(request: HttpRequest) -> User:
    """Behind `login_required` nobody else comes."""
    assert isinstance(request.user, User)
    return request.user


def tell(form: forms.Form, refusal: Refused) -> None:
    """What was typed stays on the page, with everything that stands in the way."""
    for reason in refusal.reasons:
        form.add_error(None, words(reason))
