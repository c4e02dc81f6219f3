"""The notas van inlichtingen of a tender: the list, and the page of one."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.forms.clarifications import ClarificationText
from tenders.models import Clarification, Tender
from tenders.services.amending import start_amending, stop_amending
from tenders.services.clarification_publishing import approve_changes, publish_clarification
from tenders.services.clarification_rules import why_none_can_start
from tenders.services.clarifications import (
    discard_clarification,
    save_clarification,
    start_clarification,
    version_of,
)
from tenders.services.phases import Refused
from tenders.stages import progress_of_one
from tenders.views.access import tender_or_404
from tenders.views.clarification_page import closed_context, open_context

OFFICE = (Role.OFFICER, Role.PROJECT_LEAD)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def clarifications(request: HttpRequest, pk: int) -> HttpResponse:
    """The list; posting starts the next one."""
    tender = tender_or_404(request.user, pk)
    if request.method != "POST":
        return _list(request, tender)
    _require(request, tender, OFFICE)
    try:
        row = start_clarification(tender=tender, at=timezone.now(), actor=_user(request))
    except Refused as refusal:
        return _list(request, tender, refusal=refusal, status=409)
    messages.success(request, _("Nota %(number)s is begonnen.") % {"number": row.number})
    return redirect("tenders:clarification", tender.pk, row.number)


def _list(
    request: HttpRequest, tender: Tender, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "title": _("Nota’s van inlichtingen: %(tender)s") % {"tender": tender.title},
        "tender": tender,
        "rows": list(tender.clarifications.select_related("opened_by", "publication").order_by("-number")),
        "reason": why_none_can_start(tender),
        "may_write": has_role(request.user, tender.organisation, *OFFICE),
        "refusal": refusal,
        "stepper": progress_of_one(tender, now=timezone.now()),
    }
    return render(request, "tenders/clarifications.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def clarification(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    rows = tender.clarifications.select_related("tender__organisation", "opened_by")
    row = get_object_or_404(rows, number=number)
    if request.method != "POST":
        return _page(request, row)
    act = request.POST.get("act", "")
    if act not in (*STEPS, "save"):
        raise BadRequest(act)
    _require(request, tender, (Role.LAWYER,) if act == "approve" else OFFICE)
    return _save(request, row) if act == "save" else _step(request, row, act)


def _save(request: HttpRequest, row: Clarification) -> HttpResponse:
    text = ClarificationText(row, request.POST)
    if not text.is_valid():
        messages.error(request, _("Niet opgeslagen. Herstel de velden met een rode rand en sla opnieuw op."))
        return _page(request, row, text=text, status=422)
    try:
        save_clarification(
            clarification=row,
            questions=text.asked(),
            grounds=text.grounds.grounds(),
            seen=request.POST.get("seen", ""),
            at=timezone.now(),
            actor=_user(request),
        )
    except Refused as refusal:
        return _page(request, row, text=text, refusal=refusal, status=409)
    messages.success(request, _("De nota is opgeslagen. Zij is nog niet gepubliceerd."))
    return redirect("tenders:clarification", row.tender_id, row.number)


def _discard(*, clarification: Clarification, at: datetime, actor: User, reason: str) -> object:
    return discard_clarification(clarification=clarification, reason=reason, at=at, actor=actor)


def _approve(*, clarification: Clarification, at: datetime, actor: User, reason: str, seen: str) -> object:
    return approve_changes(clarification=clarification, reason=reason, at=at, actor=actor, seen=seen)


def _publish(*, clarification: Clarification, at: datetime, actor: User, reason: str, seen: str) -> object:
    return publish_clarification(clarification=clarification, at=at, actor=actor, seen=seen)


def _without_reason(step: Callable[..., object]) -> Callable[..., object]:
    return lambda reason, **given: step(**given)


STEPS: dict[str, tuple[Callable[..., object], str | Promise]] = {
    "amend": (
        _without_reason(start_amending),
        gettext_lazy("De stukken staan open. Wijzig ze op de gewone pagina’s."),
    ),
    "restore": (
        _without_reason(stop_amending),
        gettext_lazy("De stukken zijn weer zoals ze zijn gepubliceerd."),
    ),
    "approve": (_approve, gettext_lazy("Goedgekeurd: precies deze gewijzigde versie.")),
    "publish": (_publish, gettext_lazy("De nota is gepubliceerd.")),
    "discard": (_discard, gettext_lazy("De nota is verworpen. De stukken zijn zoals ze waren.")),
}


SHOWN = {"approve": "coming", "publish": "shown"}  # the field that says what the page showed


def _step(request: HttpRequest, row: Clarification, act: str) -> HttpResponse:
    step, done = STEPS[act]
    reason = request.POST.get("reason", "")
    seen = {"seen": request.POST.get(SHOWN[act], "")} if act in SHOWN else {}
    try:
        step(clarification=row, at=timezone.now(), actor=_user(request), reason=reason, **seen)
    except Refused as refusal:
        return _page(request, row, refusal=refusal, typed=reason, status=409)
    messages.success(request, str(done))
    return redirect("tenders:clarification", row.tender_id, row.number)


def _page(
    request: HttpRequest,
    row: Clarification,
    *,
    text: ClarificationText | None = None,
    refusal: Refused | None = None,
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    organisation, now = row.tender.organisation, timezone.now()
    context: dict[str, Any] = {
        "title": _("Nota van inlichtingen %(number)s") % {"number": row.number},
        "tender": row.tender,
        "row": row,
        "refusal": refusal,
        "typed": typed,
        "may_write": has_role(request.user, organisation, *OFFICE),
        "may_approve": has_role(request.user, organisation, Role.LAWYER),
        "stepper": progress_of_one(row.tender, now=now),
    }
    if row.is_open:
        context |= open_context(row, text or ClarificationText(row), at=now, actor=_user(request))
        context["seen"] = request.POST.get("seen") or version_of(row)
    else:
        context |= closed_context(row)
    return render(request, "tenders/clarification.html", context, status=status)


def _require(request: HttpRequest, tender: Tender, roles: tuple[Role, ...]) -> None:
    if not has_role(request.user, tender.organisation, *roles):
        raise PermissionDenied


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # login_required
    return request.user
