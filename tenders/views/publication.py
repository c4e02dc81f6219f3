"""The check before publication, the legal check, and publishing itself."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from procurement.words import words
from tenders.forms.step import ApprovalForm
from tenders.models import Lot, Tender
from tenders.procedure.deadlines import has_passed
from tenders.procedure.phases import Phase
from tenders.procedure.time_limits import too_short
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.check import draft_digest
from tenders.services.frozen import is_amending
from tenders.services.legal_check import approve, judgements_of, reasons_against_approval
from tenders.services.phases import Refused, phase_of
from tenders.services.publish import publish
from tenders.services.signatures import may_take
from tenders.services.steps import possible_steps
from tenders.stages import progress_of_one
from tenders.views.access import may_edit, tender_or_404
from tenders.views.findings import findings_of_tender
from tenders.views.legal_summary import summary
from tenders.views.procedure import with_basis


@login_required
@require_http_methods(["GET", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, tender)
    assert isinstance(request.user, User)
    if "approve" in request.POST:
        return _approval(request, tender, request.user)
    if not may_take(request.user, TRANSITIONS["publish"], tender.organisation):
        raise PermissionDenied
    if request.POST.get("reference", "").strip() != tender.reference:
        messages.error(request, _("Niet gepubliceerd. Typ het kenmerk precies zoals het hier staat."))
        return _page(request, tender, status=422)
    try:
        publish(tender=tender, at=timezone.now(), actor=request.user)
    except Refused as refusal:
        return _refused(request, tender, refusal)
    messages.success(request, _("Gepubliceerd. De criteria en de regels zijn nu bevroren."))
    return redirect("tenders:check", pk=tender.pk)


def _approval(request: HttpRequest, tender: Tender, lawyer: User) -> HttpResponse:
    if lawyer.is_superuser or not has_role(lawyer, tender.organisation, Role.LAWYER):
        raise PermissionDenied
    form = ApprovalForm(request.POST)
    if not form.is_valid():
        return _page(request, tender, approval=form, status=422)
    try:
        approve(
            tender=tender,
            at=timezone.now(),
            actor=lawyer,
            reason=form.cleaned_data["remark"],
            seen=request.POST.get("seen", ""),
        )
    except Refused as refusal:
        return _refused(request, tender, refusal, form)
    messages.success(request, _("Goedgekeurd. Iemand anders kan het concept nu publiceren."))
    return redirect("tenders:check", pk=tender.pk)


def _refused(
    request: HttpRequest, tender: Tender, refusal: Refused, approval: ApprovalForm | None = None
) -> HttpResponse:
    for reason in refusal.reasons:
        messages.error(request, words(reason))
    return _page(request, tender, approval=approval, status=409)


def _page(
    request: HttpRequest, tender: Tender, *, approval: ApprovalForm | None = None, status: int = 200
) -> HttpResponse:
    now = timezone.now()
    lots = list(tender.lots.select_related("tender__organisation").order_by("number"))
    publication = tender.publications.first()
    findings, legal = findings_of_tender(tender), summary(tender, request.user)
    context: dict[str, Any] = {
        "tender": tender,
        "publication": publication,
        "findings": findings,
        "legal": legal,
        "open_points": len(findings) + legal["open_points"],
        "lots": lots,
        "may_edit": may_edit(request.user, tender.organisation),
        "is_late": tender.deadline is not None and tender.deadline < now,
        "time_warning": _time_warning(tender, now),
        "is_amending": is_amending(tender),
        "judgements": judgements_of(tender),
        "approval": approval or ApprovalForm(),
        "stepper": progress_of_one(tender, now=now),
    }
    if lots and publication is None:
        context |= _legal_check(request, tender, lots[0])
    return render(request, "tenders/check.html", context, status=status)


def _legal_check(request: HttpRequest, tender: Tender, lot: Lot) -> dict[str, Any]:
    assert isinstance(request.user, User)
    now = timezone.now()
    steps = {
        step.transition.code: with_basis(step) for step in possible_steps(lot, at=now, actor=request.user)
    }
    checking = phase_of(lot) is Phase.LEGAL_CHECK
    against = reasons_against_approval(tender, at=now, actor=request.user) if checking else []
    return {
        "lot": lot,
        "asking": steps.get("ask-legal-check"),
        "handing_back": steps.get("hand-back"),
        "publishing": steps.get("publish"),
        "is_checking": checking,
        "against_approval": against,
        "draft": draft_digest(tender) if checking and not against else "",
    }


def _time_warning(tender: Tender, now: datetime) -> Text | None:
    """Where publishing now leaves bidders less time than the act asks."""
    if tender.deadline is None or has_passed(tender.deadline, now):
        return None
    urgent = bool(tender.urgency)
    return too_short(tender.procedure, sent_at=now, deadline=tender.deadline, is_urgent=urgent)
