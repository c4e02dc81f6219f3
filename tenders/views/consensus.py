"""The consensus meeting for the secretary: the criteria with the largest spread first, and the minutes."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.assessment.meeting import Meeting
from tenders.forms.consensus import MinutesForm
from tenders.models import Assessor, Lot, Minutes
from tenders.procedure.phases import TITLES, Phase
from tenders.services.jury import active_assessors
from tenders.services.meeting import LOCKED, MET, meeting_of
from tenders.services.minutes import StaleMinutes, minutes_of, write_minutes
from tenders.services.phase_records import phase_reached
from tenders.services.phases import Refused, phase_of
from tenders.services.pseudonyms import sees_names
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404
from tenders.views.consensus_topic import topic_page

SECRETARIES = (Role.OFFICER, Role.PROJECT_LEAD)


def may_record(user: User | AnonymousUser, lot: Lot) -> bool:
    """Who runs the site takes no part in a procedure."""
    return has_role(user, lot.tender.organisation, *SECRETARIES) and not user.is_superuser


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consensus(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    phase = phase_of(lot)
    if request.method == "POST" and not may_record(request.user, lot):
        raise PermissionDenied
    reached = phase_reached(lot)
    meeting = meeting_of(lot, shows_all=reached in LOCKED) if reached in MET else None
    if "criterion" in request.GET:
        return topic_page(request, _context(request, lot, phase, meeting))
    form = _minutes_form(request, lot)
    if request.method != "POST":
        return _page(request, lot, phase, meeting, form)
    if request.POST.get("do") != "minutes":
        raise BadRequest("nothing to do")
    return _minutes(request, lot, phase, meeting, form)


def _minutes_form(request: HttpRequest, lot: Lot) -> MinutesForm:
    data = request.POST if request.method == "POST" else None
    return MinutesForm(data, minutes=minutes_of(lot), assessors=active_assessors(lot))


def _minutes(
    request: HttpRequest, lot: Lot, phase: Phase, meeting: Meeting | None, form: MinutesForm
) -> HttpResponse:
    assert isinstance(request.user, User)
    if not form.is_valid():
        return _page(request, lot, phase, meeting, form, status=422)
    try:
        write_minutes(lot=lot, written=form.written(), at=timezone.now(), actor=request.user)
    except Refused as refused:
        return _page(request, lot, phase, meeting, form, reasons=refused.reasons, status=409)
    except StaleMinutes as stale:
        form.take_over(stale.stored.version)
        return _page(request, lot, phase, meeting, form, stale=stale.stored, status=409)
    messages.success(request, _("Het verslag is opgeslagen."))
    return redirect(request.path)


def _page(
    request: HttpRequest,
    lot: Lot,
    phase: Phase,
    meeting: Meeting | None,
    form: MinutesForm,
    *,
    reasons: Sequence[Text] = (),
    stale: Minutes | None = None,
    status: int = 200,
) -> HttpResponse:
    context = _context(request, lot, phase, meeting) | {
        "form": form,
        "reasons": reasons,
        "stale": stale,
        "stale_present": _names(form.assessors, stale.present) if stale else "",
    }
    return render(request, "tenders/consensus.html", context, status=status)


def _context(request: HttpRequest, lot: Lot, phase: Phase, meeting: Meeting | None) -> dict[str, Any]:
    """What the overview and the page of one criterion share."""
    recorder = may_record(request.user, lot)
    return {
        "title": _("Consensusoverleg: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "phase": phase,
        "phase_title": TITLES[phase],
        "meeting": meeting,
        "is_open": phase is Phase.CONSENSUS,
        "is_ended": phase is Phase.STOPPED,
        "is_locked": phase_reached(lot) in LOCKED,
        "may_record": recorder,
        "may_write": recorder and phase is Phase.CONSENSUS,
        "sees_names": sees_names(request.user, lot.tender.organisation),
        "has_panel": lot.assessors.exists(),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }


def _names(assessors: Sequence[Assessor], keys: Sequence[int]) -> str:
    return ", ".join(str(each) for each in assessors if each.pk in keys)
