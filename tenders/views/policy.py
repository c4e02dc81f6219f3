"""The own minimum weight of sustainability of an organisation: what holds now, its history, a new one."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.organisations.access import has_role
from tenders.forms.policy import PolicyForm
from tenders.lint.draft.policy import PROPOSED
from tenders.models import Criterion, WeightPolicy
from tenders.services.phases import Refused
from tenders.services.policy import may_state, state_policy
from tenders.views.access import READERS
from tenders.views.award.page import tell
from tenders.views.one_organisation import POLICY_READERS, Seat, seat_of
from tenders.weight_policies import counting_on, policies_of


@dataclass(frozen=True, slots=True)
class Line:
    """`is_current`: the one that counts today."""

    row: WeightPolicy
    is_current: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: HttpRequest) -> HttpResponse:
    seat = seat_of(request.user, request.GET.get("organisation", ""), *POLICY_READERS)
    if request.method != "POST":
        return _page(request, seat, PolicyForm())
    if not may_state(request.user, seat.organisation):
        raise PermissionDenied
    form = PolicyForm(request.POST)
    return _stated(request, seat, form) if form.is_valid() else _page(request, seat, form, status=422)


def _stated(request: HttpRequest, seat: Seat, form: PolicyForm) -> HttpResponse:
    assert isinstance(request.user, User)
    try:
        row = state_policy(
            organisation=seat.organisation, stated=form.stated(), at=timezone.now(), actor=request.user
        )
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, seat, form, status=409)
    messages.success(
        request,
        _("Het minimum is vastgelegd. Het geldt vanaf %(day)s.") % {"day": f"{row.valid_from:%d-%m-%Y}"},
    )
    query = urlencode({"organisation": seat.organisation.pk})
    return redirect(f"{reverse('tenders:policy')}?{query}")


def _page(request: HttpRequest, seat: Seat, form: PolicyForm, *, status: int = 200) -> HttpResponse:
    rows = policies_of(seat.organisation)
    current = counting_on(rows, timezone.localdate())
    context = {
        "title": _("Beleid"),
        "seat": seat,
        "organisation": seat.organisation,
        "current": current,
        "least": current.least if current else PROPOSED,
        "lines": [Line(row, row == current) for row in reversed(rows)],
        "themes": [theme.label for theme in Criterion.Theme if theme is not Criterion.Theme.VALUE],
        "form": form,
        "may_state": may_state(request.user, seat.organisation),
        "reads_targets": has_role(request.user, seat.organisation, *READERS),
    }
    return render(request, "tenders/policy.html", context, status=status)
