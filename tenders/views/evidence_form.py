"""Describing a new piece of evidence, or one that is in the register already."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tenders.forms.evidence_register import DescriptionForm, NewEvidenceForm
from tenders.models import Evidence
from tenders.services.evidence import register_evidence, revise_evidence, why_frozen
from tenders.services.phases import Refused
from tenders.views.access import READERS, require_part
from tenders.views.award.page import person, tell
from tenders.views.evidence_access import evidence_for, evidence_or_404, suppliers_to_describe
from tenders.views.one_organisation import seat_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`supplier` chooses one beforehand; `like` starts from the description of another piece."""
    seat_of(request.user, "", *READERS)
    suppliers = suppliers_to_describe(request.user)
    if request.method != "POST":
        return _add_page(request, NewEvidenceForm(suppliers=suppliers, initial=_start(request)))
    form = NewEvidenceForm(request.POST, suppliers=suppliers)
    if not form.is_valid():
        return _add_page(request, form, status=422)
    try:
        row = register_evidence(
            supplier=form.cleaned_data["supplier"],
            described=form.described(),
            at=timezone.now(),
            actor=person(request),
        )
    except Refused as refusal:
        tell(form, refusal)
        return _add_page(request, form, status=409)
    messages.success(request, _("Het bewijsmiddel is vastgelegd."))
    return _back(request, row)


def _start(request: HttpRequest) -> dict[str, Any]:
    asked, supplier = request.GET.get("like", ""), request.GET.get("supplier", "")
    like = evidence_for(request.user).filter(pk=asked).first() if _is_key(asked) else None
    if like is None:
        return {"supplier": supplier}
    described = DescriptionForm.of(like).initial
    return {**described, "supplier": like.supplier_id, "valid_from": None, "valid_until": None}


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _back(request: HttpRequest, row: Evidence) -> HttpResponse:
    """To the page that asked for this piece, when it said so."""
    asked = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
        return redirect(asked)
    return redirect("tenders:evidence", pk=row.pk)


def _add_page(request: HttpRequest, form: NewEvidenceForm, *, status: int = 200) -> HttpResponse:
    title = _("Nieuw bewijsmiddel")
    context = {"title": title, "form": form, "row": None, "frozen": None}
    return render(request, "tenders/evidence_form.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = evidence_or_404(request.user, pk)
    require_part(request.user, row.supplier.organisation)
    if request.method != "POST":
        return _change_page(request, row, DescriptionForm.of(row))
    form = DescriptionForm(request.POST)
    if not form.is_valid():
        return _change_page(request, row, form, status=422)
    try:
        revise_evidence(
            evidence=row,
            described=form.described(),
            seen=form.cleaned_data["seen"],
            at=timezone.now(),
            actor=person(request),
        )
    except Refused as refusal:
        tell(form, refusal)
        return _change_page(request, row, form, status=409)
    messages.success(request, _("De beschrijving is opgeslagen. Wat er stond, staat in het logboek."))
    return redirect("tenders:evidence", pk=row.pk)


def _change_page(
    request: HttpRequest, row: Evidence, form: DescriptionForm, *, status: int = 200
) -> HttpResponse:
    title = _("Beschrijving wijzigen: %(title)s") % {"title": row.title}
    context = {"title": title, "form": form, "row": row, "frozen": why_frozen(row)}
    return render(request, "tenders/evidence_form.html", context, status=status)
