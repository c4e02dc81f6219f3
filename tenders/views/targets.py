"""The targets of an organisation for circular buying, what tenders bring to them, and a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tenders.forms.targets import TargetForm
from tenders.services.phases import Refused
from tenders.services.policy import may_state
from tenders.services.target_contributions import progress_of
from tenders.services.targets import counting, state_target, targets_of
from tenders.views.access import READERS
from tenders.views.award.page import person, tell
from tenders.views.one_organisation import Seat, seat_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: HttpRequest) -> HttpResponse:
    """What bids offer stands here, so an administrator of the organisation does not read it."""
    seat = seat_of(request.user, request.GET.get("organisation", ""), *READERS)
    if request.method != "POST":
        return _page(request, seat, TargetForm())
    if not may_state(request.user, seat.organisation):
        raise PermissionDenied
    form = TargetForm(request.POST)
    return _stated(request, seat, form) if form.is_valid() else _page(request, seat, form, status=422)


def _stated(request: HttpRequest, seat: Seat, form: TargetForm) -> HttpResponse:
    try:
        state_target(
            organisation=seat.organisation, stated=form.stated(), at=timezone.now(), actor=person(request)
        )
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, seat, form, status=409)
    messages.success(request, _("Het doel is vastgelegd."))
    query = urlencode({"organisation": seat.organisation.pk})
    return redirect(f"{reverse('tenders:targets')}?{query}")


def _page(request: HttpRequest, seat: Seat, form: TargetForm, *, status: int = 200) -> HttpResponse:
    rows = targets_of(seat.organisation)
    context = {
        "title": _("Doelen voor circulair inkopen"),
        "seat": seat,
        "organisation": seat.organisation,
        "progress": progress_of(seat.organisation, counting(rows)),
        "rows": rows,
        "form": form,
        "may_state": may_state(request.user, seat.organisation),
    }
    return render(request, "tenders/targets.html", context, status=status)
